"""How patients say that it has happened before, or never before, as patterns of the lexicon.

They are laid over one clause of a `time_line`, in which numbers are digits ("third" is "3 rd").
"""

from __future__ import annotations

_NUMBERS = [str(number) for number in range(2, 100)]

LISTS: dict[str, list[str]] = {
    "nth": [
        *("second", "another", "yet another", "umpteenth", "millionth", "2 nd", "3 rd"),
        *(f"{number} {ending}" for number in _NUMBERS for ending in ("st", "nd", "rd", "th")),
    ],
    "many": [
        *(*_NUMBERS, "few", "couple", "couple of", "several", "many", "multiple", "lots of"),
        *("a lot of", "countless", "numerous", "dozens of", "too many"),
    ],
    "episode": [
        *("spasm", "spasms", "back spasm", "back spasms", "episode", "episodes", "attack"),
        *("attacks", "bout", "bouts", "flare up", "flare ups", "flareup", "flareups", "flare"),
        "occurrence",
    ],
    "these": ["it", "this", "that", "these", "those", "them", "one", "the same"],
    "trouble": ["problem*", "issue*", "trouble*", "pain", "spasm*", "episodes", "flare ups"],
    "season": ["winter", "summer", "spring", "fall", "season", "christmas"],
    "span": ["week", "weeks", "month", "months", "year", "years"],
    "old": ["year", "years", "month", "months", "decade*", "ages", "forever", "a long time"],
    "often": [
        *("a lot", "all the time", "often", "frequently", "regularly", "periodically"),
        *("occasionally", "sometimes", "some times", "once in a while", "from time to time"),
        *("now and then", "now and again", "every", "constantly", "yearly", "monthly", "always"),
        *("on occasion", "at times", "repeatedly"),
    ],
    "past": [
        *("before", "previously", "in the past", "already", "last year", "last winter"),
        *("last summer", "last spring", "last fall", "last time", "as a kid", "as a teenager"),
        *("when i was younger", "years ago", "earlier this year", "in high school", "in college"),
        *(f"in {year}" for year in range(1960, 2100)),
    ],
    "ago": ["years ago", "year ago", "years back", "year back"],
    # What goes on inside one episode: the pain comes again with every movement.
    "movement": [
        *("move", "moving", "breathe", "breathing", "cough", "coughing", "sneeze", "stand"),
        *("standing", "stood", "turn", "turning", "roll", "sit", "sitting", "walk", "walking"),
        *("step", "twist", "twisting", "get up", "getting up", "laugh", "try", "tried", "touch"),
        *("press", "swallow", "take a step", "take a breath", "change position", "straighten"),
        *("shift", "lean", "do anything", "reach", "put weight", "inhale", "exhale", "speak"),
        *("talk", "lie", "lay", "lay down", "go to", "am"),
    ],
}

RECURRING = """
    <nth> (time|one|<episode>)
    <nth> (this|in) (a|2|3|4|6)? <span>
    (happen*|had <these>|been through this|gone out|spasmed|locked up) ... twice
    (happen*|had <these>|been through this|gone out|spasmed|locked up) ... <many> times
    <many> (times|<episode>) (this|a|per|last|each) (month|year|<season>)
    <many> (times|<episode>) (this week|over the years)
    <many> (times|<episode>) (in|over|during|within|since) .. (<span>|january|last)
    <many> (times|<episode>) since
    (had|have|having) a? <many> (of (these|them|those)|<episode>)
    (once|twice|times) (a|per|every|each) (month|year|<season>)

    keep* on? (coming back|come back|happening|recurring|returning|going out|showing up)
    keep* on? (flaring|acting up|doing this|doing it|repeating|popping up)
    keep* on? throwing (it|my back|out my back)
    keep* on? (getting|having) (<these>|<episode>)
    (comes|came|coming|come) right? back
    (is|are) back (again|with a|now)
    (is|are) back $
    back again
    (has|have|had) now? (returned|recurred|relapsed|flared|resurfaced)
    (returned|recur|recurs|recurring|recurrent|recurrence|relapse)
    (flare ups|flare up|flareup|flareups)
    acting up
    (comes and goes|come and go|on and off|off and on|on off) .... (weeks|<old>|<season>|college)
    (years|decades|months) (on and off|off and on|it comes and goes)

    every (few|couple of|couple|other|several|so many|<many>)? (<span>|<season>)
    every (few|couple of|couple|<many>) days
    every (now and then|now and again|so often|once in a while)
    (every time|each time|any time|whenever|anytime) (i|we|he|she)
    (goes out|locks up|gives out|happens) (every|each|any time|when*)
    (happen*|does this|do this|goes out) ... <often>
    get* (<these>|<episode>) ... <often>
    (always|often|frequently|regularly|sometimes|some times|usually) (get*|goes out|happen*)
    (yearly|monthly|seasonal) (thing|occurrence|event|spasm*)
    prone to

    (thrown|threw|put|pulled|hurt|tweaked|strained) .. back .. <past>
    (thrown|threw|put|pulled|hurt|tweaked|strained) .. back ... <ago>
    (had|happened|happens) .... when (i|he|she) was (in|a|younger|<many>)
    (had|happened) .... (in|during) (high school|college|my (teens|twenties|thirties))
    had (a|something|the)? (similar|same)
    since (the|my) last (one|time|<episode>)
    same .... (as|like) (last|before|always|usual|other)
    same .... (happened|ago)
    (just|exactly|much)? like the? (last|other|previous) (time|one|<episode>|year|<season>)
    (happened|happens|occurred|been here|been there|been through this|gone out) ... <past>
    (happened|occurred|gone out) ... <ago>
    (had|experienced|dealt with|felt) (<these>|<episode>|similar|a spasm) ... <past>
    (had|experienced|dealt with|felt) (<these>|<episode>|similar|a spasm) ... <ago>
    had (one|these|some|similar|a spasm) ... (months|weeks) ago
    had (lower|bad|some|a)? back (problems|issues|trouble|pain|spasms) before
    ago (too|also)
    used to (get|have|happen|go out|suffer|spasm)
    (last|previous|prior|past) <episode>
    (last|previous) time (this|it|i had|my back|that|was|i threw)
    last one was
    (history|years|decades) (of|with) .. <trouble>
    had .. (<trouble>|a bad back|bad back) (for|over) ... <old>
    (bad|trick|problem|weak) back (for|all|since) .. (<old>|life)
    (here we go|once|yet|at it) again
    (it|this) has happened
    chronic* (recurring|<episode>)
    over the years
"""

# Where one of these lies in the clause, nothing of RECURRING counts.
ONE_EPISODE = """
    (again and again|over and over) .. (<movement>|hurts)
    (each time|every time|any time|whenever|when|as soon as|if|after|once) (i|he|she)? <movement>
    back (from|to|home|in|when|as soon|after|if|once|later|tomorrow)
    back and see
    times a (day|week|night)
    <nth> time (i|he|she) (try|tried|stand|stood|move|moved|call|called)
    (it|this) has happened ... (today|yesterday|just|last night|this morning)
    (it|this) has happened ... (minutes|hours|hour|days|day|week|weeks) ago
    (every|each) ... (see|visit|go to) (my|the)
    had <these> (checked|examined|scanned|tested|looked at|treated)
"""

FIRST = """
    (very|my)? first ever? (time|one|<episode>) $
    (very|my)? first ever? (time|one|<episode>) (ever|this|it|that|i have|i had|for me|having)
    (very|my)? first ever? (time|one|<episode>) (happening|with|experiencing|my back|in my life)
    1 st (time|one|<episode>)
    (a|my|the) first $
    (a|my|the) first for me
    first and only
    never ever? really? (had|have|happened|occurred|experienced|felt|got|gotten|dealt with)
    never ever? (before|in my life)
    never happens
    (has|have|had|did|does) not ever? (happen*|had|have|occur*|felt|experienced) .... before
    (has|have|had|did|does) not ever? (happen*|had|have|occur*|felt|experienced) .... until now
    no (prior|previous|past) (history|<trouble>|<episode>|back)
    no (history|episodes) $
    no history of
    no back? <trouble> .. (before|prior|until|previously)
    new (to|for) me
    (nothing|not anything) like (this|it|that)
    not (usually|normally|typically|generally|ever) (get|have|happen)
    not a? (recurring|recurrent|recurrence)
    not (come|coming) back
    (1|one) time (thing|only|deal)
    (only|just) the? (once|one time|this once|this time)
    not happen* before
"""

# Worse than ever is not the first ever.
NOT_SAID_FIRST = """
    never .. (this|that|so|as) bad
    (for|on) the first time
    first time (i|at|in the) (tried|stood|moved|could|gym)
    never (stops|goes|eases|lets|mind|ends)
"""

NOT_FIRST = """
    (not|never|hardly) .. first (time|one|<episode>|rodeo)
    not new to me
    first time (in|this|since) .. (<old>|while|long|week*|summer|winter|covid)
    not again
    not (in|for) .. (time|while|years|months|ages)
    not had (<these>|any|a spasm) .. (in|for) .. (<old>|while|time|long)
    not (happened|done this|gone out|bothered me) (in|for) .. (<old>|while|time|long)
    (years|year|months|month|weeks|while|long time|ages) since (the|my) last
"""

# Half a sentence, which answers only once the question is open.
ANSWER_AGAIN = """
    (once before|once or twice|twice|always|often|sometimes|some times|occasionally|rarely) $
    once $
    (regularly|frequently|all the time|a lot|yearly|monthly|on and off|off and on) $
    (now and then|now and again|from time to time|once in a while|before) $
    <many> times
    last (year|month|<season>|january|february|march|april|may|june) (too|also|before)? $
    last (july|august|september|october|november|december) (too|also)? $
    (long|years|months|year) ago $
    <past> $
    (it does|it has|i have|i do) $
"""
ANSWER_FIRST = """
    (first|1 st) $
    not (really|yet|before|until now|that i know of|that i can remember|that i recall) $
    i do not think so
    (it has|it does|i have|i do) not $
    never $
"""
