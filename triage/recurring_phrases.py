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
    "month": [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december"),
    ],
    "how_often": ["always", "often", "usually", "do", "just", "still", "sometimes", "also"],
    "better": ["went away", "got better", "cleared up", "eased", "healed", "gone", "fine"],
    "well": ["solid", "perfect", "fine", "great", "good", "healthy", "strong"],
    "what": ["it", "this", "these", "that", "them", "back", "spasm*", "sciatica", "lumbago", "pain"],
    "old_trouble": ["injury", "problem", "issue", "spasm", "thing", "trouble", "pain", "spot"],
    "season": ["spring time", "autumn", "winter", "summer", "spring", "fall", "season", "christmas"],
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
    (had|have had|got) (one|it|this|that|some|something) .. (just|exactly|much)? like (it|this|that|these|those)
    (had|got) (one|another|some) .. (in (<month>|<season>)|(last|a) (year|<month>|<season>)|when|back in|<past>)
    also (had|got) (one|it|another)
    (thrown|threw|put|pulled|tweaked|hurt|strained|done) .. back (out)? .. (plenty of|lots of|<many>|so many) times
    (plenty of|loads of|so many|<many>) times (before|already|over|in my|now|since)
    (get|gets|getting|got|have|has|having|had) .. <episode> .. (on and off|off and on|now and then|every so often)
    (repeated|recurrent|recurring|frequent|repeat|regular) .. (<episode>|<trouble>)
    (<episode>|<trouble>) .. (on and off|off and on|now and then|every so often|now and again)
    (has|have|it|had)? (happened|happen|happens|occurred) (to me|with me)? before
    (worse|better|different|milder|stronger|same|similar) .. than .. (last|other) (one|time|times|ones)
    than the (one|ones|time|times) (i|he|she|we) had
    (like|as|than|from) the (one|ones) (i|he|she|we) had
    (keep|keeps|kept) on? (putting|tweaking|pulling|straining|hurting|wrenching|injuring) .. (back|it|out)
    (keep|keeps|kept) on? (throwing|spasming|seizing|locking|giving) .. out
    (always|forever|constantly|regularly|frequently) (doing|does|do|pulls|pulling|throwing) (this|that|it)
    (always|forever|constantly|regularly|frequently) (going out|locking up|giving out|seizing up|acting up)
    (always|forever|constantly|regularly|frequently) (throwing|tweaking|putting|pulling) .. (back|out)
    (yearly|annual|monthly|seasonal|regular|usual|famous|quarterly|dreaded) .. <episode>
    (yearly|annual|monthly|seasonal|regular|usual|famous) .. (thing|visit|visitor|event|trouble)
    (my|the) (annual|yearly|usual) back
    (like|as) clockwork
    right on schedule
    each (<season>|year|month|<month>)
    every <month>
    frequent (flyer|flier|visitor|customer|occurrence|thing|<episode>)
    repeat (customer|offender|visitor|performance|patient|<episode>)
    same old (story|song|<episode>|thing|trouble|routine|pain|problem|back|friend)
    old (nemesis|enemy|foe|<episode>)
    is .. old friend
    (old|previous|same|prior) .. <old_trouble> .. (flar*|acting|back again|again|kick*|return*)
    (old|previous|same|prior) .. <old_trouble> .. (is|came|coming|come|has come) back
    flaring up
    (happen|happens|happening|happened) (to me)? .. (before|previously|twice|<many> time)
    (go|went) .. (month|months|year|years|week|weeks) without (one|another|a spasm|an episode|throwing|one of)
    (treated|saw|seen|helped|fixed|adjusted|cured) (me|him|her|my back) .... (same|<past>|<ago>)
    what (i|he|she) had .. (around|in|at|over|last|back|before|during|when|as|<ago>)
    (is|was|makes|makes it|be|on) number <many>
    number <many> (for|this|if|since|of)
    (act|acts|lock|locks|flare|flares|seize|seizes) up (every|each|all the time|constantly|yearly)
    (<episode>|round|take|time|bout) number? <many> (for|of|$)
    (<episode>|round) number <many>
    (bouts|attacks|episodes|flares|spells|spasms) of <what> .. (for|over|since|before|<past>|every)
    (had|have|having|get|gets|got|getting) (bouts|attacks|episodes|flares|spells) of
    nothing new
    old news
    deja vu
    (goes|gives|locks) (out|up) (more|too often|so often|way too)
    (lost count|losing count|can not count)
    (happens|happen|occurs|goes out|locks up|flares|flares up|acts up) (yearly|monthly|weekly)
    (happens|happen|occurs|goes out|locks up|flares|flares up|acts up) (annually|constantly|seasonally)
    same <old_trouble> .... (<past>|<ago>|as before|every time|each time)
    same (place|side) .... (<past>|<ago>|as before|every time|each time)
    (i|we|he|she) <how_often>? get* (these|those) (<episode>|things|pains|back pains)? $
    (another|one more) of (these|those|them|my)
    (is|are|was) (something|a thing) .. (get|deal with|live with) ... (<often>|years)
    (it|this|that|my back) never fails
    (not|no) (a)? stranger to
    (ever|always) since (the|that|my) first (one|time|<episode>)
    <better> .... (came|come|is|now|started|starting|comes) (back|returned|again)
    (there|here) it (is|was|goes|comes) again
    (yet|once) again
    been (battling|fighting|dealing with) (these|those) .... <old>
    (second|3 rd|4 th|5 th) (one|<episode>|time) .. (since|this|in|of)
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
    back .. (from|to) (work|home|school|vacation|bed|holiday|the|my)
    back and see
    times a (day|week|night)
    <nth> time (i|he|she) (try|tried|stand|stood|move|moved|call|called)
    (it|this) has happened ... (today|yesterday|just|last night|this morning)
    (it|this) has happened ... (minutes|hours|hour|days|day|week|weeks) ago
    (every|each) ... (see|visit|go to) (my|the)
    flaring up (when|if|with|after|as)
    number <many> (on|in|of) (the|your|my) (list|question*|form|screen)
    pain (level|score)? (is|was|at)? .. number
    same .... (hour|hours|minute|minutes|yesterday|this morning)
    (old|same) .. (pain|spot|place) .... (since|for) (yesterday|today|<span>|monday)
    had <these> (checked|examined|scanned|tested|looked at|treated)
"""

FIRST = """
    (brand|totally|completely|all) new to (me|us|him|her)
    (total|complete)? (newbie|rookie|newcomer)
    (brand|totally|completely|whole) new (problem|thing|issue|pain|experience|territory|<episode>)
    (zero|0|no|never any|not any) (back)? <trouble> .. (before|prior|until|previously|till)
    not once (before|in|ever|until|have|has|,|$)
    (just|only) (this|the) (one|1) time
    (is|was|been) .. <well> .... (until|up to) (this|today|yesterday|now|last|<nth>)
    no (such|similar) (thing|pain|<episode>) before
    never (once|ever) (before|had|in)
    never (threw|thrown|throw|put|hurt|tweaked|pulled|strained|injured) .. back
    not (threw|thrown|hurt|tweaked|pulled|strained|injured) .. back .. before
    (never|not) had (any|a|an)? <trouble>
    (out of|outta) character for my back
    (never|not) (had|been) .. (back) (problem*|issue*|trouble|pain|spasm*)
    first in my life
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
    never .. (surger*|operat*|physio*|mri|x ray|smoked|smoker|injection*|fever|cancer|drink*|clinic|doctor|appointment)
    (for|on) the first time
    first time (i|at|in the) (tried|stood|moved|could|gym)
    never (stops|goes|eases|lets|mind|ends)
"""

NOT_FIRST = """
    (not|never|hardly) .. first (time|one|<episode>|rodeo)
    not (a)? new (to me|thing|problem|issue|pain)?
    nothing new
    (hardly|far from|nowhere near) (the|my|a) first
    first time (in|this|since) .. (<old>|while|long|week*|summer|winter|covid)
    not again
    not (in|for) (years|months|ages|a while|a time)
    not (in|for) (some time|a long time|a long while|many years|quite a while|quite some time)
    not (in|for) (over|about|at least|like|almost|nearly)? (a|<many>) .. (years|year|months|while|time|ages)
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
