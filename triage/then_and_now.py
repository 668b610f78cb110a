"""Signs that belong to an old story which the writer holds against today's plain back: past, and perhaps not long past.

"Passed out giving blood, aged 19. I'm 61 now and my back is just sore."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.lexicon import Match
from triage.past_words import LATELY, LONG_AGO
from triage.sense import line_of, sentence_of
from triage.text import SENTENCE_END, Token

_THEN = re.compile(
    rf" (?:{LONG_AGO}|(?:in |was |since |around )?(?:19\d\d|20[01]\d)|aged \d+|at (?:\d|1\d)(?= [,.])"
    r"|(?:at|in) (?:my )?(?:uni|university|college|(?:(?:high|primary|secondary) )?school|primary|secondary|nursery"
    r"|kindergarten)|in year \d+"
    r"|as an? (?:kid|boy|girl|child|teen|teenager|lad|lass|student)|used to|honeymoon|when i was (?:an?|little|young"
    r"|small|expecting|carrying|pregnant|having|\d+)|back when i)(?= |$)"
)
_NOW = r"(?:now|today|these days|nowadays|currently|at present|this (?:time|week|one)|at \d\d|i am \d\d)"
_BACK = r"(?:back|backache|spine|ache|spasm|strain|stiff|stiffness|sore|soreness)"
# "Now just a pulled back", "today it is my back", "the back is from the caravan bed"
_ONLY_A_BACK_NOW = re.compile(
    rf" {_NOW}(?: [^ .?!]+){{0,8}}? {_BACK}(?= |$)"
    rf"| (?:only|just|merely|simply|ordinary)(?: [^ .?!]+){{0,5}}? {_BACK}(?= |$)"
    r"| (?:the|this|my) (?:back|soreness|stiffness|ache)(?: now| today| this time)? (?:is|came|comes)"
    r" (?:only |just )?(?:from|with|off|because|sore|stiff|tight|after)(?= |$)"
)
# Of now, or from then to now.
_LASTING = re.compile(
    r" (?:is|are|am|can not|do not|does not|keeps?|feels?|gets?|hurts?|still|again|since|ever since|now|today)(?= |$)"
)
_LATELY = re.compile(rf" (?:{LATELY}|since|i (?:take|need|use|inject))(?= |$)")
_TOLD_AS_PAST = re.compile(
    r" (?:was|were|had|did|could|went|felt|fell|got|gave|came|woke|used to|would|[^ ]{3,}ed)(?= |$)"
)


def is_of_then(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the sign that `match` found is told as past, dated long ago in its sentence or the next, and today there
    is no more than a back."""
    words = [token.text for token in tokens]
    start, stop = sentence_of(words, match)
    told = line_of(words[start : match.end])
    if _LASTING.search(told) or _LATELY.search(line_of(words[start:stop])) or not _TOLD_AS_PAST.search(told):
        return False
    behind = next((at for at in range(stop + 1, len(words)) if words[at] in SENTENCE_END), len(words))
    dated = _THEN.search(line_of(words[start:behind]))
    return bool(dated and _ONLY_A_BACK_NOW.search(line_of(words[match.end :])))
