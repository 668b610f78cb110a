"""Wordings that deny a sign by themselves ("can pee fine") and do not where they stand.

Either something keeps it from being so ("struggling to breathe normally", "hours since I could pee"), or it holds for
one side, one posture or one moment, and what counts follows ("my face is fine on the right but droops on the left").
"""

from __future__ import annotations

import re

from triage.negators import NEGATORS, negates
from triage.sense import Place, line_of

# What stands right before: the denial is what is missing.
_HINDERED_BEFORE = re.compile(
    r" (?:unable|incapable|struggl\w+|hard|harder|difficult\w*|impossible|trying|tried(?: [^ ]+)?|try|want|wants|wanted"
    r"|would love|need|lost|lose|losing|miss|gone|quit|stopped|less|slower|weaker|lower|higher|above|below|half|third"
    r"|instead of|rather than|anything but|nothing like|not like|far from|lack of|loss of|for ages|forget|goodbye)"
    r"(?: (?:to|of|than|the|be|being|have|having|get|do|for|my|his|her|a|any|in|about))*$"
    r"|(?<! ever) since (?:i|he|she|we)(?: (?:was|have|has|had|last))*$"
)
# "I can only just breathe normally": of an ability. "Only my right leg" is where, not how little.
_BARELY_BEFORE = re.compile(r"(?<! not) (?:only(?: just| really| ever)?|just about)(?: (?:can|could))?$")
_ABILITIES = frozenset(
    "able can breathe pee urinate wee pass go see talk speak walk feel hold move lift work working".split()
)
# What stands in it: "bladder quit working", "stream is half the usual".
_HINDERED_INSIDE = frozenset(
    "half third quit quits stopped stops given gave gives lost less lower slower weaker nothing anything hardly barely "
    "longer only refuses refused failed fails far partly partially semi".split()
)
# "my breathing is the same" tells nothing where the trouble is named behind it; "but it's hard to walk" is another.
_TROUBLE = (
    r"(?:hard|harder|tight\w*|heavy|heavier|bad|badly|weak\w*|slow\w*|sore|painful|crush\w+|squeez\w+|struggl\w+|short"
    r"|shallow|fast|quick|wheez\w+|rasp\w+|numb\w*|tingl\w+|puls\w+|throb\w+|droop\w*|limp|blind|gone|hurts|leak\w*"
    r"|dribbl\w*|wet|poor\w*|terrible|awful|horrible|dead|floppy|faint\w*|dizzy|slipping|trouble|difficult\w*|ripping"
    r"|tearing|against|overtime|intermittent\w*|worse|high|low)"
)
_MOVING = r"to (?:walk|move|stand|sit|bend|sleep|lift|get)"
_TROUBLE_BEHIND = re.compile(
    r"^(?: [,.])?(?: (?:and|but|still|really|so|very|too|quite|all|now|it|is|just|a bit|then|that))*"
    rf" {_TROUBLE}(?= |$)(?! {_MOVING})"
)
# "ok on the right", "clear in one eye", "fine one minute": of one side or moment only.
_ONE_SIDE = re.compile(
    r"^(?: (?:in|on|out of|down|up|with|for|from))?(?: (?:my|the|his|her|one|a))*"
    r" (?:left|right|good|one)(?: (?:eye|ear|side|arm|leg|hand|half|foot|one))?(?= |$)"
    r"|^ (?:on|in|out of|with) one(?= |$)"
    r"|^ (?:for )?(?:one|a|some|most of the|part of the|half the) (?:minute|moment|second|sec|minutes|time|day)(?= |$)"
    r"|^(?: [^ ,.?!;]+){0,2} (?:one (?:minute|moment|second|sec|day))(?= |$)"
)
_TAKEN_UP = re.compile(
    r"^(?: [^ .?!;,]+){0,7}(?: [,.])?"
    r"(?: (?:but|except|then|though|although|yet|however|while|apart from|and then))+(?: [^ .?!;]+)??"
    rf" (?:it(?! (?:is |was )?(?:hard|hurts?|painful|sore|agony|difficult) {_MOVING})|one|left|right|other|next|there"
    r"|something|half|drifts?|falls?|only|throbs?|pulses|droops?|hurts|not|never|nothing|none|no longer|feels|walking"
    r"|standing|lying|sitting|since|has|had|was|goes|got|gets)(?= |$)"
    r"|^(?: [^ .?!;,]+){0,4}(?: ,)?(?: (?:but|and|then|now|it|i|he|she|that|is|was|just))*"
    r" (?:not (?:since|now|today|any ?more|been able)|nothing since|can not(?: now)?(?= [.,?!;]|$)|(?:has|have|had) not"
    r"|not(?= [.,?!;]|$)|last (?:drop|one) )"
    r"|^ (?:and|,) (?:gone|blind|weak|numb|half|the (?:left|right|other))(?= |$)"
)
# Between "no" and the sign: what "no" denies is another thing.
_NEW_SCOPE = frozenset(
    "just only still now since because but helps help touches stops eases works beats started is".split()
)
# "nothing beats this pulsing"; "nothing is really numb".
_BARE = frozenset("is are was has been feels really actually even at all seems wrong with in of my the any".split())


def is_hindered(place: Place) -> bool:
    """Whether what the wording tells is what is missing: "unable to breathe normally", "bladder quit working"."""
    if _denies_by_no(place):
        return False
    before = line_of(place.clause_before)
    barely = place.matched[0] in _ABILITIES and _BARELY_BEFORE.search(before)
    return bool(_HINDERED_INSIDE & set(place.gaps) or barely or _HINDERED_BEFORE.search(before))


def is_undone(place: Place) -> bool:
    """Whether the wording leaves the sign open: it is of one side or moment, or its "no" is of something else."""
    if _denies_by_no(place):
        return _is_of_another_thing(place)
    return any(words.search(place.following) for words in (_TROUBLE_BEHIND, _ONE_SIDE, _TAKEN_UP))


def _denies_by_no(place: Place) -> bool:
    return bool(NEGATORS & {*place.matched[:2], *place.clause_before[-1:]})


def _is_of_another_thing(place: Place) -> bool:
    first = place.matched[0]
    if first in {"no", "not", "never"} and place.matched[1:2] == place.gaps[:1] and not negates(place.matched, 0):
        return True
    if first == "nothing":
        return bool(set(place.gaps) - _BARE)
    return bool(_NEW_SCOPE & set(place.gaps)) or place.matched[:2] == ["no", "control"]
