"""Signs that a "no" takes for granted: "no pill touches this chest pain", "no words for the fever I have"."""

from __future__ import annotations

import re

from triage.sense import Place, line_of

# "This chest pain", "without my chest pain", "helps my chest pain": it is there, and something else is denied of it.
# Not so "no blood in my pee" and "never had my foot give way".
_GIVEN = re.compile(
    r" [^ ]+ (?:this|these|(?:today|tonight|yesterday) is)$| without my$"
    r"|(?<! no)(?<! not a)(?<! not one)(?<! never a)(?: (?!had |have |has |having |feel |felt |or |and )[^ ]+){2} my$"
)
_POINTED_AT = re.compile(r" (?:the|this|that|these|my|such)(?: [^ ]+)?$")
_I_HAVE = (
    r"(?:i|he|she) (?:(?:have|has|am|is|keeps?) (?:now )?(?:got|had|having|getting|feeling)|have|has|got|get|gets|feel"
    r"|feels)"
)
_NOT_NEGATED = r"(?! (?:not|no|noticed|seen|found|felt|experienced|ever|had)(?= |$))"
# Behind "the" and the like: "the chest pain I have"; without it "which" is needed: "chest pain, which I've got".
_OWNED = re.compile(rf"^(?: ,)?(?: that| which)? {_I_HAVE}{_NOT_NEGATED}(?= |$)")
_WHICH_IS_MINE = re.compile(rf"^(?: ,)? (?:that|which) {_I_HAVE}{_NOT_NEGATED}(?= |$)")
# "Never such pain before today": until now there was none.
_NEVER_BEFORE_NOW = re.compile(
    r"^(?: [^ ,.?!;]+){0,3} (?:before|until|till|prior to)"
    r" (?:today|tonight|yesterday|now|this|last (?:night|week|\w+day))(?= |$)"
)


def is_taken_for_granted(between: list[str], place: Place) -> bool:
    """Whether the words from a "no" to a sign, or those behind it, show that the writer has it.

    `between` holds the words from the negation to the sign, the negation itself first.
    """
    before = line_of(between)
    if _GIVEN.search(before) or _NEVER_BEFORE_NOW.match(place.following):
        return True
    owned = _OWNED if _POINTED_AT.search(before) else _WHICH_IS_MINE
    return bool(owned.match(place.following))
