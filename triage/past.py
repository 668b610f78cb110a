"""Signs of the past: "ten years ago my groin was numb", "I used to leak"."""

from __future__ import annotations

import re

from triage.past_words import LATELY, LONG_AGO, NOT_LONG_AGO, YEARS
from triage.sense import CLAUSE_ENDS, SUBJECTS, Place, Sense, line_of

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
# "I fainted once as a schoolboy in chapel, some sixty years ago", but not "…, had surgery three years ago"
_YEARS_AGO_BEHIND = re.compile(
    rf"^(?: [^ ,.?!;]+){{0,8}} ,(?: (?:about|around|over|some|maybe|nearly|almost|it must be|well over))?"
    rf" (?:\d+|[^ ]+ty|ten|twenty|many) {YEARS} ago(?= [,.]|$)"
)
# Not among LONG_AGO: "I hurt my back then my groin went numb".
_BACK_THEN = re.compile(r"(?<! my)(?<! the)(?<! lower) back then(?: [,.?!;])?$")
_OPENS_BACK_THEN = re.compile(r"^(?: and| so)? back then(?= i(?: |$))")
_NOW = re.compile(r" (?:now|today|currently|this morning|right now|again|still)(?= |$)")
# "My last spasm was years ago, this time …"
_OPENS_NOW = re.compile(r"^(?: and| but| so)? (?:this time|now|today|tonight|yesterday|this (?:morning|week))(?= |$)")
# A date past a comma or a stop is the sign's only where nothing else follows that it dates:
# "my groin is numb. Three years ago I had surgery", "chest pain, previously a heart attack".
_DATES_NO_MORE = (
    r"(?= (?:[,.?!;]|but|and|or|so|though|mind|now|because|when|while|after|before|during|at|in|on|from|for|with"
    r"|it was|that was)(?: |$)|$)"
)
_BY_THE_WAY = (
    r"(?: (?:back|way back|once|only|was|happened|sometime|around|maybe|probably|i think|that was|it was|all))?"
)
# Said of now, it is asked about: the date may be another thing's.
_PRESENT = re.compile(
    r"(?<! bell) (?:is|are|am|has|have|can not|do not|does not|will not|keeps?|feels?|gets?|goes|hurts?)"
    r"(?! (?:been|had|once))(?= |$)"
)
_PAST_TENSE = re.compile(r" (?:was|were|had|did|could|went|felt|been|got|came|grew|lost|stopped)(?= |$)")
_I_HAVE = re.compile(r" (?:have|have got|am|feel|get|keep)(?: (?!been|had|once)[^ ]+){0,2}$")
# "Ten years ago, …", "years back, I think, …": nothing but the date.
_DATE_ALONE = (
    r"(?: (?:and|so|but|well|oh|yes|yeah|once|maybe|about|around|over|nearly|almost|way|back|like|some|many|several|a"
    r"|years|an|the|few|couple|of|number|good|it was|that was|i had (?:it|this|that)|\d+|[a-z]+ty|[a-z]+teen|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve))*"
)
# "Twenty years ago, when I was expecting Sue, …"
_MORE_OF_THEN = r"(?: , (?:when|before|after|during|in|at|as|while|back)(?: [^ ,]+){1,7})?"
_MORE_OF_THE_DATE = rf"(?: ,(?: [^ ,]+){{1,4}} {LONG_AGO})?"
# "Numb groin after an op in 2019", "after my op in 2019 a numb groin": the date may be the operation's.
_CAUSE = re.compile(r" (?:after|following|from(?! my)|due to|because of|like|than|post) [^ ]+(?= |$)")
# Behind an old event: "… my groin went numb yesterday", but "… could not pee for a day"
_LATELY = re.compile(rf" {LATELY}(?= |$)")
_OVER_SOON = re.compile(
    r" (?:grew|for (?:an?|one|two|three|a few|a couple of|the|some|about an?) (?:\w+ )?(?:minutes?|hours?|days?|nights?"
    r"|weeks?|months?|while|time|bit)|afterwards?|after that|back then|at the time|went away|never since|not since"
    r"|(?:all|long|completely|fully) (?:gone|fine|good|well|over|sorted|fixed|healed|solved|normal|recovered|better)"
    r"|(?<! not )(?<! never )(?<! be )(?:sorted|healed|solved|recovered|cleared))(?= |$)"
)
# "Heart attack in 2015 and chest pain"
_AND_THEN = re.compile(r" (?:and|then|so|with|plus)(?: [^ ]+){0,3}$")
_SINCE = re.compile(r" (?:since|started|starting|began|begun)(?= |$)")
# "Once had chest pain, now again", "as a kid, and it is back": it may be of today.
_BACK_AGAIN = re.compile(
    r"^(?: [^ .?!;]+){0,10} (?:(?:now|today|here|tonight|yesterday) again|again (?:now|today|since|this)"
    r"|(?:it|this|that|they) (?:is|are|has come|have come|came) (?:back|again)|still (?:is|are|am|does|do|has|have)"
    r"|(?:never|not) (?:really |fully |quite )?(?:recovered|healed|went away|gone away|improved|left))(?= |$)"
)
# "Like in 2015, chest pain" dates what it is like.
_LIKENED = r"(?! (?:just |exactly |much |about )?(?:like|same|as|similar|worse|unlike|than)(?= ))"
_ONGOING_AFTER = re.compile(r" (?:since|ever since|started|began|starting)(?= |$)")


def time_sense(place: Place) -> Sense:
    """LONG_PAST or RECENT_PAST where the words around the sign date it so, else STATED."""
    after = re.split(r" (?:and|but|so|because)(?= |$)", line_of(place.after))[0]
    before = line_of(_own_words(place.clause_before) + place.gaps)
    if any(of_now.search(after) for of_now in (_ONGOING_AFTER, _NOW, _LATELY)):
        return Sense.STATED
    if _BACK_THEN.search(after) or _OPENS_BACK_THEN.search(before):
        return Sense.LONG_PAST
    for past, sense in ((LONG_AGO, Sense.LONG_PAST), (NOT_LONG_AGO, Sense.RECENT_PAST)):
        cue = re.search(rf" {past}(?= |$)", before)
        if cue and (_NOW.search(before, cue.end()) or _SINCE.search(before[: cue.start()])):
            return Sense.STATED
        behind = re.search(rf" {past}(?= |$)", after)
        if cue or behind or _is_dated_beyond(place, past):
            if sense is Sense.RECENT_PAST:
                return sense
            if cue and _AND_THEN.search(before[cue.end() :]) and not re.fullmatch(_DATE_ALONE, before[: cue.start()]):
                return _sense_behind_an_old_event(place)
            between = before[: cue.start()] if cue else after[: behind.start()] if behind else ""
            return Sense.DOUBTED if _may_be_of_now(place, between) else sense
    if _clause_in_front(place, LONG_AGO, r"(?: [^ ]+){0,4}", _MORE_OF_THEN):
        return _sense_behind_an_old_event(place)
    return Sense.STATED


def _sense_behind_an_old_event(place: Place) -> Sense:
    """The sense behind "had a disc op in 2019, …": the date is the operation's, or that of both."""
    before = line_of(place.clause_before)
    if _LATELY.search(before):
        return Sense.STATED
    if _PAST_TENSE.search(before + line_of(place.matched)):
        return Sense.LONG_PAST if _OVER_SOON.search(before + place.following) else Sense.DOUBTED
    return Sense.STATED if _is_of_now(place) else Sense.DOUBTED


def _is_dated_beyond(place: Place, past: str) -> bool:
    """Whether `past` dates the sign from another clause or sentence."""
    ends = [
        rf"{_DATED_AFTER} {past}{_DATES_NO_MORE}",
        rf"^(?: [^ ,.?!;]+){{0,5}} ,{_BY_THE_WAY} {past}{_DATES_NO_MORE}",
    ]
    return (
        any(re.match(end, place.following) for end in ends)
        or _YEARS_AGO_BEHIND.match(place.following) is not None
        or _OVER_BEHIND.match(place.following) is not None
        or _clause_in_front(place, past, _DATE_ALONE, _MORE_OF_THE_DATE)
    )


def _clause_in_front(place: Place, past: str, words: str, more: str) -> bool:
    """ "Years ago, …": `past` stands in a clause before, and the sign's own does not begin with "now"."""
    if _OPENS_NOW.search(line_of(place.clause_before)):
        return False
    earlier = line_of(place.before[: len(place.before) - len(place.clause_before)])
    return re.match(rf"^{_LIKENED}{words} {past}{more} ,$", earlier) is not None


def _may_be_of_now(place: Place, undated: str) -> bool:
    """Whether a sign with an old date may last: it is said in the present, has a cause among the `undated` words that
    the date may belong to, or came back."""
    if _BACK_AGAIN.search(place.following):
        return True
    of_then = _PAST_TENSE.search(line_of(place.clause_before + place.matched))
    return not of_then and (_is_of_now(place) or _CAUSE.search(undated) is not None)


def _is_of_now(place: Place) -> bool:
    """ "My groin is numb", "I have chest pain"."""
    return bool(_PRESENT.search(line_of(place.matched)) or _I_HAVE.search(line_of(place.clause_before)))


def _own_words(before: list[str]) -> list[str]:
    """The words of a clause from where its last subject begins: after "and i", "so my"."""
    start = 0
    for index, word in enumerate(before[:-1]):
        if word in {"and", "so"} | CLAUSE_ENDS and before[index + 1] in SUBJECTS | {"now"}:
            start = index
    return before[start:]
