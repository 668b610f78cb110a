"""Signs of the past: "ten years ago my groin was numb", "I used to leak"."""

from __future__ import annotations

import re

from triage.sense import CLAUSE_ENDS, SUBJECTS, Place, Sense, line_of

_YEARS = r"(?:years?|yrs?|decades?)"
_LONG_AGO = (
    rf"(?:{_YEARS} (?:ago|back|prior)|ages ago|(?:last|previous) year"
    r"|(?<!not )(?<!not so )(?<!not too )(?<!not that )(?<!not very )long (?:time )?ago"
    r"|in the past(?! (?:few|couple|hour|day|week|month|\d+|two|three|four|half|twenty))"
    r"|back in (?:the )?(?:(?:19|20)\d\d|high|college|school|day|\d\ds?)|(?:in|of) (?:19|20)\d\d"
    r"|in [5-9]\d(?= (?:i|we|my|he|she|when|[,.])(?: |$))"
    r"|in (?:high school|college|my (?:twenties|teens|thirties|youth|younger|20 s|30 s))"
    r"|as a (?:kid|child|teen\w*|baby|lad|lass|boy|girl|youngster|school\w+"
    r"|(?:young|little|small) (?:lad|lass|boy|girl|kid|soldier))"
    r"|when (?:i|he|she) was (?:(?:a|still a|just a) (?:kid|child|teen\w*|baby|boy|girl|student"
    r"|school\w+|toddler|cadet)"
    r"|little|young\w*|small|(?:in|at) (?:high school|college|school|uni|university|my|the army)|pregnant"
    r"|(?:about |around |like |only |just )?(?:\d\d?|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
    r"(?! (?:minutes|hours|days|weeks|months|feet|miles)))"
    r"|childhood|once had|previously|(?:until|till|til) i was (?:about |like |around |maybe )?"
    r"(?:\d\d?|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"|in the (?:(?:early|mid|late) )?(?:(?:fif|six|seven|eigh|nine)ties|[5-9]0 s)"
    r"|back in (?:my|his|her)(?: [^ ]+)? days"
    r"|in (?:my|his|her) (?:student|school|college|uni|army|navy|childhood) (?:days|years))"
)
_NOT_LONG_AGO = (
    r"(?:last (?:month|week|winter|summer|spring|fall|autumn)|(?:months?|weeks?|wks?) (?:ago|back)"
    r"|the other (?:week|month)|a while (?:ago|back)|had (?:it|that|one) before"
    r"|(?<!am )(?<!get )(?<!got )(?<!not )"
    r"(?<!like it )(?<!like i )(?<!as it )(?<!than it )(?<!than i )(?<!way it )used to)"
)
# "…, but that was ten years ago": the date in the words that follow, past a comma or a stop.
_DATED_AFTER = (
    r"^(?: [,.]| but| and| though| yeah)*(?: (?:that|this|it|which) (?:was|is|happened)"
    r"(?: way)?(?: back)?)?(?: (?:about|around|over|like|maybe|almost|some|many|several|a|few|couple"
    r"|of|\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty))*"
)
# "I fainted on parade, 1984 it was", "the leg was weak for months, long since mended".
_OVER_BEHIND = re.compile(
    r"^(?: [^ ,.?!;]+){0,7} , (?:(?:19|20)\d\d it was|it was (?:19|20)\d\d|19\d\d(?= [,.]|$)"
    r"|(?:it is |all |and )?long (?:since )?(?:mended|healed|gone|recovered|fixed|sorted|over|cured|cleared)"
    r"|(?:all )?(?:good|fine|well) (?:these|for|the last|the past) (?:[^ ]+ )?(?:years|decades))"
)
# "I fainted once as a schoolboy in chapel, some sixty years ago"
_YEARS_AGO_BEHIND = re.compile(rf"^(?: [^ ,.?!;]+){{0,8}} ,(?: \w+){{0,3}} {_YEARS} ago(?= |$)")
# Not among _LONG_AGO: "I hurt my back then my groin went numb".
_BACK_THEN = re.compile(r"(?<! my)(?<! the)(?<! lower) back then(?: [,.?!;])?$")
_OPENS_BACK_THEN = re.compile(r"^(?: and| so)? back then(?= i(?: |$))")
_NOW = re.compile(r" (?:now|today|currently|this morning|right now|again|still)(?= |$)")
# "My last spasm was years ago, this time …"
_OPENS_NOW = re.compile(r"^(?: and| but| so)? (?:this time|now|today|tonight|yesterday|this (?:morning|week))(?= |$)")
_SINCE = re.compile(r" (?:since|started|starting|began|begun)(?= |$)")
# "Once had chest pain, now again", "as a kid, and it is back": it may be of today.
_BACK_AGAIN = re.compile(
    r"^(?: [^ .?!;]+){0,10} (?:(?:now|today|here|tonight|yesterday) again|again (?:now|today|since|this)"
    r"|(?:it|this|that|they) (?:is|are|has come|have come|came) back)(?= |$)"
)
# "Like in 2015, chest pain" dates what it is like.
_LIKENED = r"(?! (?:just |exactly |much |about )?(?:like|same|as|similar|worse|unlike|than)(?= ))"
_ONGOING_AFTER = re.compile(r" (?:since|ever since|started|began|starting)(?= |$)")


def time_sense(place: Place) -> Sense:
    """LONG_PAST or RECENT_PAST where the words around the sign date it so, else STATED."""
    after = re.split(r" (?:and|but|so|because)(?= |$)", line_of(place.after))[0]
    before = line_of(_own_words(place.clause_before) + place.gaps)
    if _ONGOING_AFTER.search(after) or _NOW.search(after):
        return Sense.STATED
    if _BACK_THEN.search(after) or _OPENS_BACK_THEN.search(before):
        return Sense.LONG_PAST
    for past, sense in ((_LONG_AGO, Sense.LONG_PAST), (_NOT_LONG_AGO, Sense.RECENT_PAST)):
        cue = re.search(rf" {past}(?= |$)", before)
        if cue and (_NOW.search(before, cue.end()) or _SINCE.search(before[: cue.start()])):
            return Sense.STATED
        if (
            cue
            or re.search(rf" {past}(?= |$)", after)
            or re.match(rf"{_DATED_AFTER} {past}(?= |$)", place.following)
            or re.match(rf"^(?: [^ ,.?!;]+){{0,5}} ,(?: \w+)? {past}(?= |$)", place.following)
            or _YEARS_AGO_BEHIND.match(place.following)
            or _OVER_BEHIND.match(place.following)
            or _dated_in_front(place, past)
        ):
            over = sense is Sense.RECENT_PAST or not _BACK_AGAIN.search(place.following)
            return sense if over else Sense.DOUBTED
    return Sense.STATED


def _dated_in_front(place: Place, past: str) -> bool:
    """ "Years ago, …": the date stands in a clause before, and the sign's own does not begin with "now"."""
    earlier = line_of(place.before[: len(place.before) - len(place.clause_before)])
    dated = re.match(rf"^{_LIKENED}(?: [^ ]+){{0,4}} {past}(?: ,(?: [^ ,]+){{1,4}} {past})? ,$", earlier)
    return dated is not None and not _OPENS_NOW.search(line_of(place.clause_before))


def _own_words(before: list[str]) -> list[str]:
    """The words of a clause from where its last subject begins: after "and i", "so my"."""
    start = 0
    for index, word in enumerate(before[:-1]):
        if word in {"and", "so"} | CLAUSE_ENDS and before[index + 1] in SUBJECTS | {"now"}:
            start = index
    return before[start:]
