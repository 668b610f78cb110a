"""What "no" says of a sign that commas part from it: "no fever, chills or …" denies it, "no lifting, …" may not."""

from __future__ import annotations

import re

from triage.negators import negates
from triage.sense import COMMA, Place, Sense, after_last, line_of

LISTING = frozenset({"or", "nor", "any"})
# What may stand before the next thing of a list that "no" opened: "no fever, unexplained weight loss".
_IN_A_LIST = frozenset(
    "or nor and any no not other new recent sudden unexplained significant severe real the my his her a an of in at "
    "to with loss change changes problem problems trouble issue issues symptoms symptom signs sign history pain also "
    "either bad major night day kind sort type such anything like been has have had taking on using".split()
)
# What a list of denied signs is made of. After anything else that is denied a new thought may begin.
IS_A_SIGN = re.compile(
    r" (?:these|those|fever\w*|temperature|chill\w*|sweat\w*|shak\w*|shiver\w*|flu|cough\w*|infection\w*|rash\w*"
    r"|blister\w*|shingles"
    r"|pains?|ache\w*|hurt\w*|cramp\w*|swelling|swollen|numb\w*|tingl\w*|pins|needles|weak\w*|paraly\w*|limp|droop\w*"
    r"|dizz\w*|faint\w*|black\w*|pass(?:ed|ing)?|collaps\w*|clammy|grey|confus\w*|headaches?|nausea|sick|vomit\w*"
    r"|breath\w*|chest|heart|palpitations|jaw|arms?|face|speech|slur\w*|vision|stroke|belly|tummy|abdom\w*|puls\w*"
    r"|bladder|bowels?|pee(?:d|ing)?|wee(?:d|ing)?|urin\w*|leak\w*|incontinen\w*|accidents?|toilet|waterworks|groin|saddle|genitals?"
    r"|privates|erection\w*|sex\w*|legs?|foot|feet|knees?|calf|drop|trip\w*|stumbl\w*|fall\w*|fell|crash\w*|trauma"
    r"|injur\w*|wreck|cancer|tumou?rs?|weight|night|osteoporosis|bones?|steroids?|thinners?|warfarin|surger\w*|operations?"
    r"|injections?|epidurals?|diabet\w*|hiv|immun\w*|chemo|dialysis|drugs?|pregnan\w*|bleed\w*|blood|burning|stones?"
    r"|symptoms?|signs?|trouble|problems?|issues?|loss|clots?)(?= |$)"
)
_LIST_GOES_ON = re.compile(r"(?:(?: [^ ,.]+){0,3} ,)*(?: [^ ,.]+){0,3}? n?or ")


def list_goes_on(words: set[str], place: Place) -> bool:
    """Whether `words`, the sign itself or what follows make it a thing of a list: "chills or …", "…, rash or cough"."""
    return bool(LISTING & {*words, *place.matched}) or bool(_LIST_GOES_ON.match(place.following))


def denied_in_a_list(between: list[str], place: Place) -> Sense:
    """DENIED, LISTED or DOUBTED, by the words `between` the "no" and the sign, in which there is a comma."""
    items, last = _parted(between), set(after_last(between, COMMA))
    if len(last - _IN_A_LIST) > 1 and not LISTING & last:
        return Sense.DOUBTED  # "no strength left, skin all clammy"
    if not any(IS_A_SIGN.search(line_of(item)) for item in items) and not LISTING & last:
        return Sense.DOUBTED  # "not feeling right, fever", "no tablets, 54, fever since noon"
    told_apart = any(negates(between, index) for index in range(len(between))) and not LISTING & last
    if told_apart or not all(IS_A_SIGN.search(line_of(item)) for item in items):
        return Sense.LISTED  # "no meds, no allergies, …", "did not lift anything, …"
    return Sense.DENIED if list_goes_on(last, place) or len(items) > 1 else Sense.LISTED


def _parted(words: list[str]) -> list[list[str]]:
    """The words before each comma, from comma to comma."""
    commas = [index for index, word in enumerate(words) if word == ","]
    return [words[start:end] for start, end in zip([0, *(c + 1 for c in commas)], commas, strict=False)]
