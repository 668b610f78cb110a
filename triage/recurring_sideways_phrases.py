"""How patients say sideways that it has happened before, as patterns of the lexicon.

They speak of an old acquaintance, of a habit of the back, of the weather that always does it,
of how it usually ends, of a back that has long been bad. The lists are those of recurring_phrases.
"""

from __future__ import annotations

_SPANS = ("weeks", "months", "years")

LISTS: dict[str, list[str]] = {
    "cause": [
        *("cold weather", "the cold", "winter", "gardening", "shovelling", "shoveling", "lifting", "stress"),
        *("driving", "golf", "travel*", "bending", "the weather", "damp weather", "the damp", "rain", "yard work"),
        *("snow", "sitting too long", "the garden", "housework", "hoovering", "vacuuming", "work", "that"),
    ],
    "sets_off": [
        *("sets it off", "set it off", "sets me off", "does it", "does me in", "brings it on", "brings this on"),
        *("triggers it", "triggers this", "gets me", "gets it", "causes it", "starts it off", "sets mine off"),
        *("makes it go", "does this to me", "kicks it off", "flares it up", "aggravates it", "sets my back off"),
        *("triggers my back", "is my trigger", "is a trigger", "are my trigger*", "wrecks my back", "does my back in"),
    ],
    "bad": [
        "bad", "dodgy", "weak", "crook", "trick", "glass", "unreliable", "temperamental", "gammy", "buggered",
        "rubbish",
    ],
    "usually": [
        "usually", "normally", "typically", "generally", "always", "tends to", "tend to", "often",
        "ordinarily",
    ],
    "ends": [
        *("goes away", "go away", "clear* up", "clears", "lasts", "last", "settles", "eases"),
        *("passes", "resolves", "gets better"),
        *("takes", "calms down", "sorts itself", "works", "helps", "fixes it", "does the trick", "goes in", "loosens"),
        *("is gone", "disappears", "works itself out", "lays me up", "fades", "heals"),
    ],
    "know": ["know", "recognise", "recognize", "remember"],
    "feel": ["pain", "feeling", "one", "spasm", "signs", "sign", "drill", "routine", "sensation", "twinge", "script"],
    "returns": [
        *("visits", "visit", "pays me a visit", "rears its head", "rears its ugly head", "reared its head"),
        *("reared its ugly head", "turns up", "pops up", "crops up", "shows up", "comes calling", "drops by"),
        *("sneaks up", "comes round", "comes around", "rolls around", "catches me", "gets me"),
        *("strikes", "gives me grief"),
        *("gives me trouble", "gives me gyp", "gives me jip", "gives out", "plays up", "acts up"),
        *("bites me", "bothers me"),
        *("goes on me", "lets me down", "flares", "kicks off", "goes again", "comes knocking", "haunts me"),
    ],
    "expert": [
        *("veteran", "old hand", "old pro", "seasoned pro", "serial offender", "old timer"),
        *("habitual offender", "repeat offender", "martyr", "long time sufferer", "frequent sufferer", "sufferer"),
        *("seasoned veteran", "chronic sufferer", "lifelong sufferer", "connoisseur"),
        *("black belt", "card carrying member"),
    ],
    "sport": [
        *("football", "rugby", "hockey", "soccer", "sports", "gym", "work", "army", "war"),
        *("wrestling", "riding", "ski"),
        *("skiing", "baseball", "basketball", "gymnastics", "military", "lifting", "college", "high school", "cricket"),
    ],
    "every_long": [
        *("every year", "every winter", "every summer", "every spring", "every other", "every so", "every now"),
        *(f"every {count} {span}" for count in ("few", "couple of", "couple", "2", "3", "4", "6") for span in _SPANS),
    ],
    "usual_one": ["usual", "the usual", "my usual", "usual one", "the regular"],
    "year": [str(year) for year in range(1950, 2100)],
    "acquaintance": [
        "friend", "mate", "pal", "buddy", "acquaintance", "enemy", "nemesis", "foe", "visitor", "companion",
        "chestnut",
    ],
}

# Heard in any message.
RECURRING = """
    <cause> (always|usually|often|sometimes|every time|never fails to) <sets_off>
    <usual_one> suspect*
    been there .. done that
    been there .. got the (t shirt|tshirt|tee shirt)
    been down this road
    (been|gone|going) (around|round) this .. (before|again|block)
    (old|dear|unwelcome|familiar|regular|constant) <acquaintance> .. (back|again|visit*|return*|here|called|come|came)
    (we|we have) .. (met|go way back)
    (we|spasm|pain|it|this|back|and) .. go way back
    (will not|would not|does not|do not|never|not) (stop|stops|quit|quits) (coming back|happening)
    (will not|would not|does not|do not|never|not) (stop|stops|quit|quits) (doing this|recurring|going out)
    (i|me) and (this|the|my) .. go way back
    all too familiar
    (feels|felt|is|was|looks|seems|sounds) .. too familiar
    we meet again
    hello (my)? old friend
    (return|comeback|revenge|resurrection) of the (spasm*|back|pain|beast|dreaded)
    (spasm*|beast|monster|demon|gremlin|devil|pain) (is|are|has come) back
    old <sport> (injury|wound|back)
    every (single|bloody|damn|blessed|other|second|third) (<season>|year|month|spring|fall)
    (exercises|stretches|pills|meds|relaxers|relaxants|tablets) .. from (the)? (last|before|previous|other) time?
    (brace|prescription|sheet|handout|leftovers|belt|crutches|patches) .. from (the)? (last|before|previous|other) time?
    (chiro*|physio*|doctor*) (knows|sees|saw|treats|treated) (me|it|this|my back) .. (by name|well)
    (chiro*|physio*|doctor*) (knows|sees|saw|treats|treated) (me|it|this|my back) .. (regularly|every|for it)
    (therap*|osteo*|gp) (knows|sees|saw|treats|treated) (me|it|this|my back) .. (by name|well|regularly|every|for it)
    (chiro*|physio*|doctor*) (knows|sees|saw|treats|treated) (me|it|this|my back) .. (for this|all the time|before)
    (therap*|osteo*|gp) (knows|sees|saw|treats|treated) (me|it|this|my back) .. (for this|all the time|before)
    (chiro*|physio*|doctor*) (knows|sees|saw|treats|treated) (me|it|this|my back) .. (last|<ago>|again)
    (therap*|osteo*|gp) (knows|sees|saw|treats|treated) (me|it|this|my back) .. (last|<ago>|again)
    (physical therapy|physio) for (it|this|the same|my back|back spasms) .. (before|last|<ago>|in <year>)
    (pt|chiro|treatment) for (it|this|the same|my back|back spasms) .. (before|last|<ago>|in <year>)
    (physical therapy|physio) for (it|this|the same|my back|back spasms) .. (back in|previously|already|<past>)
    (pt|chiro|treatment) for (it|this|the same|my back|back spasms) .. (back in|previously|already|<past>)
    (therapy|rehab|injections) for (it|this|the same|my back|back spasms) .. (before|last|<ago>|in <year>)
    (massage|acupuncture|osteopath) for (it|this|the same|my back|back spasms) .. (before|last|<ago>|in <year>)
    (therapy|rehab|injections) for (it|this|the same|my back|back spasms) .. (back in|previously|already|<past>)
    (massage|acupuncture|osteopath) for (it|this|the same|my back|back spasms) .. (back in|previously|already|<past>)
    (there|in|here|came) .. with (the|this) (same|exact same) (thing|problem|issue|complaint|back|pain)
    (come|back|seen|saw|visited) .. with (the|this) (same|exact same) (thing|problem|issue|complaint|back|pain)
    familiar (territory|ground|foe|friend|enemy|problem|pain|feeling|story|spasm|issue)
    (oh|ugh|argh|god|jesus|great|crap|damn|gah|yay|lovely|wonderful|fantastic|sigh|no) .. not? this again
    (happening|going|doing it|doing this|starting) .. (all over)? (yet|once) again
    (at it|on the floor|playing up|laid up|stuck) .. (all over)? (yet|once) again
    (comes|came|coming|come|has come) back to haunt
    on again .. off again
    (come|comes|came) and gone? (for|since|over|every|through)
    (come|comes|came|has come|have come) and (gone|go|went) .... (since|years|for|college)
    (not|nothing|hardly) .. (unusual|uncommon|rare|out of the ordinary|abnormal) for (me|my back)
    <nth> (go|about|go round|go around|round|bout|rodeo|occurrence)
    <nth> (instance|outing|visit|go through|flare|run|installment|edition|offence)
    <nth> (go|try|trip|stint|tour) (at|round|with|through|of) (this|it)
    round (2|3|4|5|6|7|8|9)
    (this|it|that) is a (flare|relapse|repeat|rerun)
    same (shit|sht|crap|stuff|story) .. (different|another|new) (day|year|week|month)
    same (ol|ole|old) same (ol|ole|old)
    same (again|as always|as usual|as ever|as it always is|as it ever was)
    always (the|in the|on the|my) .. (same|left|right|lower|that) (side|spot|place|bit|area|left|right|muscle)
    (worst|longest|mildest) (one|time|spasm|episode|flare|bout|attack) (yet|so far|of them|of the|since|in)
    (best|biggest|strongest) (one|time|spasm|episode|flare|bout|attack) (yet|so far|of them|of the|since|in)
    worst of (them|the) (all|lot|bunch)
    (worse|milder) .. (than|to|from|as) (the|my|all|any of)? (last|usual|normal|other|previous)
    (different|stronger|sharper) .. (than|to|from|as) (the|my|all|any of)? (last|usual|normal|other|previous)
    (worse|milder|different|stronger|sharper) .. (than|to|from|as) (the|my|all|any of)? (past|earlier|rest|ones|before)
    (longer|lower|similar|identical|same) .. (than|to|from|as) (the|my|all|any of)? (last|usual|normal|other|previous)
    (longer|lower|similar|identical|same) .. (than|to|from|as) (the|my|all|any of)? (past|earlier|rest|ones|before)
    (not|nowhere near) as (bad|long|sharp|severe) as .. (last|before|usual|the other*|previous)
    (my|the) (other|earlier|previous|past) (ones|episodes|spasms|times|flares|attacks|bouts)
    history (with|of) (this|it|these|them|that)
    (i have|there is|i got|have|got|with|there has been) (a|some|quite a)? (long|lengthy)? history $
    (i am|i was|am|me|is|as|we are|being|been|quite|become) .. an? <expert>
    <expert> (of|at|with|to|in|when it comes to) (this|these|it|my back|the back|them|spasms|bad backs)
    (plagued|cursed|blighted|dogged|troubled) .. (by|with) (this|it|these|them|my back|back|spasms)
    been (giving|causing) me .... <old>
    (acts|act|plays|play|acting|playing|acted|played) up (when*|every|each|again|now and)
    (acts|act|plays|play|acting|playing|acted|played) up (from time|in the|a lot|most|on and off|if i)
    (pays|pay|paid) .. visit
    <returns> .. (every|each|whenever|from time to time|now and then|now and again|periodically|once a|twice a|most)
    (every|each|most) (year|winter|summer|spring|fall|few months|couple of months|month) .... <returns>
    rear* its .. head
    (my|the) back .. (tends|likes|loves|has a habit|has a tendency|is known|is forever|has form)
    back tends to
    (i|we) tend to (get|have|throw|put|pull|tweak|seize|do)
    (bad|annoying|nasty|funny) habit
    (become|becoming|turned into|turning into) .. (habit|regular|tradition|pattern|routine|thing)
    (part|story|bane) (of|and parcel of) my (life|existence)
    (haven|have|had|has) not (had|got|seen|felt) .. (one|it|this|these) .. (since|for|in) .. (<month>|<old>)
    (haven|have|had|has) not (had|got|seen|felt) .. (one|it|this|these) .. (since|for|in) .. (<season>|last)
    (haven|have|had|has) not (had|got|seen|felt) .. (one|it|this|these) .. (since|for|in) .. (<year>|my|a while|<many>)
    (will|would) not be the (last|first)
    (thought|hoped|figured) .. (i was over|i had seen the last|was gone for good|done with|behind me)
    (thought|hoped|figured) .. (seen the last|was past|shot of|rid of|was cured|had beaten)
    <usually> <ends> .. (in|by itself|on its own|after|within|away|a few|a day|days|a week|about|it|me|when)
    (usually|normally|typically) (it|this|the pain|the spasm|heat|ice|rest*|stretch*|ibuprofen|advil|they) .. <ends>
    (it|this|they|mine|these) (usually|normally|typically|generally) .. (<ends>|only|better|fine)
    than (it )? (usual|usually|normal|normally)
    (on|back) to the (old|usual) (routine|drill)
    i <know> (this|that|these|the|exactly) .. <feel>
    i <know> (this|these) .. (all too|so|very|too|only too|pretty) well
    know the (drill|routine|score|signs|feeling)
    (used|accustomed) to (this|these|it|them) by now
    (as|like) (always|usual|every year|every winter|every time|it always does|it usually does|it does every)
    you know me
    (been|seen|came) .. (to you|you|in) .. (before|already|previously) .. (for|with|about) (this|it|the same|my back)
    (been|seen|came) .. (there|to see you|me) .. (before) .. (for|with|about) (this|it|the same|my back)
    (been|seen|came) .. (there|to see you|me) .. (already|previously) .. (for|with|about) (this|it|the same|my back)
    (come|treated|helped|in) .. (to you|you|in) .. (before) .. (for|with|about) (this|it|the same|my back)
    (come|treated|helped|in) .. (to you|you|in) .. (already|previously) .. (for|with|about) (this|it|the same|my back)
    (come|treated|helped|in) .. (there|to see you|me) .. (before) .. (for|with|about) (this|it|the same|my back)
    (come|treated|helped|in) .. (there|to see you|me) .. (already|previously) .. (for|with|about) (this|it)
    (come|treated|helped|in) .. (there|to see you|me) .. (already|previously) .. (for|with|about) (the same|my back)
    (been|seen|came) .. (for|with|about) (this|it|the same|my back) .. (before|already|last|in <year>|<ago>)
    (come|treated|helped|in) .. (for|with|about) (this|it|the same|my back) .. (before|already|last|in <year>|<ago>)
    (treated|helped|fixed|sorted) me .. for (this|it|the same)
    (treated|fixed|sorted) (this|it) (before|last|already|in)
    (did|done|pulled) (the|this) (same|exact same|very same) (thing|muscle|spot|side|one|area) .. (in|last|<past>|<ago>)
    (did|done|pulled) (the|this) (same|exact same|very same) (thing|muscle|spot|side|one|area) .. (two|<many>|back|as)
    (tweaked|strained) (the|this) (same|exact same|very same) (thing|muscle|spot) .. (in|last|<past>|<ago>)
    (tweaked|strained) (the|this) (same|exact same|very same) (side|one|area) .. (in|last|<past>|<ago>)
    (wrenched|injured) (the|this) (same|exact same|very same) (thing|muscle|spot) .. (in|last|<past>|<ago>)
    (wrenched|injured) (the|this) (same|exact same|very same) (side|one|area) .. (in|last|<past>|<ago>)
    (tweaked|strained) (the|this) (same|exact same|very same) (thing|muscle|spot|side|one|area) .. (two|<many>|back|as)
    (wrenched|injured) (the|this) (same|exact same|very same) (thing|muscle|spot|side|one|area) .. (two|<many>|back|as)
    (already|before) .. (had|have|happen*) (this|it|these) .. <many> (time|times)
    (i|have|had) (had|have)? already (had|have)? (this|it|these)
    (this|it) .. already (happen*|did|had)
    (it|this) (come|comes|coming|is coming|happen|visit) (every|each) (<season>|year|month|time|<month>|few)
    (groundhog day|rinse and repeat|wash rinse repeat|broken record|history repeating|history repeats)
    (the sequel|encore|dejavu|de ja vu|deja vue|deja view)
    (part|chapter|episode|season|volume|installment|take|version) <many> of
    (it|this|that|back) (is|has been|seems) (recurring|recurrent|recurrence|habitual|cyclical|seasonal|periodic)
    (bit of|something of|kind of|sort of)? a pattern
    (at it|up to its old tricks|its old tricks|old tricks|up to its tricks|up to no good) again?
    my <bad> back (again|strikes|is at it|has|went|gone)
    (yet|still)? another (bloody|damn|damned|freaking|stupid|nasty)? (one|round|bout|about of|flare|go|<episode>)
    (yet|still)? another (bad|rotten|horrible|wretched|flipping|goddamn)? (one|round|bout|about of|flare|go|<episode>)
    (i|we) (go|went|been|have been|gone) through (this|it) (every|each|most|before|last|all the time)
    (i|we) (go|went|been|have been|gone) through (this|it) (a lot|<many>|once|twice|regularly|often)
    (if|when) i (lift|bend|twist|sit) .... (it|my back|she|back) (goes|always|usually|locks up|seizes up|tends)
    (if|when) i (move|overdo|turn|sleep|do) .... (it|my back|she|back) (goes|always|usually|locks up|seizes up|tends)
    (my|the) (back|spasm*|thing) (goes|does this|does it|plays up|acts up) .. (when*|if|every|each|now|on me)
    (it|this) does (this|that|it) .. (every|each|when*|if|most|now|on|a lot)
    (it|this) does (this|that|it) .. (from|all|to me|once|twice|regularly|often|sometimes)
    does (this|that|it) .. (every|each|most|now and|a lot|from time)
    does (this|that|it) .. (all the time|once a|twice a|<many> times|regularly|periodically|sometimes)
    (yearly|annual|monthly|usual|regular|biannual|quarterly) (one|do|ritual|tradition)
    (yearly|annual|monthly|usual|regular|biannual|quarterly) (visitor|bother|spasm|back thing|back)
"""

# In these the first one was another.
NOT_FIRST = """
    (never|not) (really|quite|fully) (went away|gone away|healed|left) .... (last|first|since|before|when|after)
    (never|not) (completely|totally|properly) (went away|gone away|healed|left) .... (last|first|since)
    (never|not) (completely|totally|properly) (went away|gone away|healed|left) .... (before|when|after)
    (never|not) (really|quite|fully) (recovered|right) .... (last|first|since|before|when|after)
    (never|not) (completely|totally|properly) (recovered|right) .... (last|first|since|before|when|after)
    (never|not) (really|quite|fully) (been right|got over|been the same) .... (last|first|since|before|when|after)
    (never|not) (completely|totally|properly) (been right|got over|been the same) .... (last|first|since)
    (never|not) (completely|totally|properly) (been right|got over|been the same) .... (before|when|after)
    (never|not) been (right|the same) since .... (first|last|<year>)
    ever since (my|the) (first|last|original|previous) (one|time|<episode>|injury)
    since (my|the) (first|last) (one|time|<episode>|spasm) .. (in|back|years|when|at|,|$)
    (my|the) first (one|time|<episode>) (was|came|happened|hit) .. (in|at|when|back|years|<many>|<ago>)
    first (one|happened|time it happened|came on) .... (when i was|<ago>|in <year>|at <many>)
    first (occurred|got it|had it|hit me) .... (when i was|<ago>|in <year>|at <many>)
    (first|last) (one|time|<episode>) since
    first (one|time|<episode>|flare) .. (this|in) .. (year|while|ages|winter|summer|season|months|long)
    first (one|time|<episode>|flare) (of (the|this) (year|season|winter|summer))
    (not|never|hardly|far from) the (first|last) $
    (not|never) the (first|last) and (will|would|probably|not|sure|i)
"""

# That it is the first time; heard once the question is open.
FIRST_WHEN_ASKED = """
    (is|was|very|quite|completely|totally|so|really) (unusual|out of the ordinary|uncommon|abnormal) for (me|my back)
    (completely|totally|entirely|way) out of the ordinary
    new to (this|back pain|back trouble|all this|spasms|it)
    never needed .. for .. back
    (is|was) the only time (it|this|i|my back)
    never .. (thrown|threw|hurt|pulled|tweaked) (it|this|mine|my back|anything|that|my lower back|out)
    never .. (strained|injured|put|done|wrenched|damaged) (it|this|mine|my back|anything|that|my lower back|out)
    (no|not any|zero|0|without) ... <trouble> ... (before|prior to|until|till|ever)
    (0|zero|no) (history|record|memory) .. (of|with) (this|it|back|that|such)
    never had .. (spasm*|episode*|one|this|it|issue*|problem*|anything) .. before
    first (offense|offence|occurrence|instance|incident|spasm|episode|bout|attack|one) (ever|for me|$)
    (this|that) one is (the|my) first
    first ever $
    never (even|so much as|had so much as|really)? .. (twinge*|problem*|issue*|bother*)
    never (even|so much as|had so much as|really)? .. (peep|trouble*|complaint*|ache*|grumble)
    never (been)? (bothered|troubled|affected|hurt) .. (me|before|$|up|trouble*|problem*)
    never (been)? (failed|let me down|complained|acted up|given me) .. (me|before|$|up|trouble*|problem*)
    (no|not any|zero) .. <trouble> (ever|at all|whatsoever|in the past|so far)
    never (get|got|gets|have|having) .. <trouble>
    not used to (this|it|these|such|having|anything)
    (do|did) not (have|had|got) .. (history|priors|previous|prior)
    (usually|normally|always|generally|otherwise) (fine|good|ok|okay|healthy|fit|strong)
    (just|only) (the|this) (one|once|one time) (now|here|this one|$)
    (always|never) .. (good|strong|fine|healthy|solid|perfect|great) back
    back (is|has|was) (always|ever) been .. <well>
    back .. always .. been .. <well>
    (always|forever) been .. <well> (until|up to|before|till)
    never .. (a|any|one) day* .. (trouble|pain|problem*|bother) .. back
    never (seen|known|met|heard|encountered|come across|suffered|dealt) .. (this|it|that|before|anything|pain|like)
    never (gone through|been through|done|gone) .. (this|it|that|before|anything|pain|like)
    never (went out|put my back|locked|spasmed) .. (this|it|that|before|anything|pain|like)
    never a (problem|bother|twinge|day|peep|spasm)
    never any (trouble|problem*|issue*|pain|bother)
    never (in|during) .. (my|<many>|all|the) .. (life|years|days|career|existence)
    never (happen|have|get|got|gets|have had) .. (this|it|that|before|like|one|these|to me)
    never (see|feel|occur|experience|experiencing|suffering|having) .. (this|it|that|before|like|one|these|to me)
    (not|never) (happen|happened|had|have|occurred) .. (previously|prior|in the past|till now|until now|before)
    (not|never) (experienced|felt|seen|known|been) .. (previously|prior|in the past|till now|until now|before)
    (not|never) (ever)? (had|felt|experienced|known|seen|have) (this|it|one|such) .. (previously|prior|before|until)
    (not|never) (ever)? (had|felt|experienced) (anything|these|that|a spasm|any) .. (previously|prior|before|until)
    (not|never) (ever)? (known|seen|have) (anything|these|that|a spasm|any) .. (previously|prior|before|until)
    (not|never) (ever)? (had|felt|experienced|known|seen|have) (this|it|one|such) .. (till|ever|like|in my life|$)
    (not|never) (ever)? (had|felt|experienced) (anything|these|that|a spasm|any) .. (till|ever|like|in my life|$)
    (not|never) (ever)? (known|seen|have) (anything|these|that|a spasm|any) .. (till|ever|like|in my life|$)
    (is|was|be|am|it) .. (my|the) (very)? first $
    first (i|we|he|she) (have|has|had|ever) .. (had|ever|felt|known|heard|experienced|it|this)
    (is|am|being) a first timer
    (my|the) first rodeo
    first and (hopefully|only|last|i hope|god willing|please)
    one off
    (is|was) the only (time|one)
    (before|until|till|prior to|up to|up until) (this|now|today|yesterday|last night) .. (i was|it was) .. <well>
    (before|until|till) (this|now|today|yesterday|last night) .. (everything was|my back was|was) .. <well>
    (prior to|up to|up until) (this|now|today|yesterday|last night) .. (everything was|my back was|was) .. <well>
    (no|zero|0) back? <trouble> $
    (not|never) happen* .. to (me|us) $
    (no|zero|not any|without any) (prior|previous|past|earlier|other) (<episode>|<trouble>|history|injur*)
    (no|zero|not any|without any) (prior|previous|past|earlier|other) (back|occasions|time*|experience|incident*)
    no (priors|history|precedent|previous)
    (total|complete|utter|new|all new|whole new) (novelty|stranger|surprise|mystery|territory|ballgame|ball game|world)
    uncharted
    (not|never) (a|an|had)? (regular|usual|normal|common) (thing|occurrence|problem)
    (do|does|did) not (usually|normally|typically|generally|ever) (get|have|happen|do)
    (out of character|unheard of|unprecedented)
    new (one|experience|thing|sensation|pain|problem|feeling) (on|to|for) (me|us)
    (something|somethin|totally|brand|completely|all|entirely|really|is|am|was|be|this) new (to|for) (me|my back|us)
"""
