"""A "no" that stands by itself, with a story beside it: "huh no, I just slept badly", "lol this got personal. no".

The "no" answers the question; the story may say how it began, who types, or thanks. It must hold nothing that could be
a sign or take the "no" back, and no sign may have been found in the message, or suspected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from triage.denied_list import IS_A_SIGN
from triage.plain_denial import AFTER_ALL, MOST_TOKENS, NOT_LISTED, without_my_back, without_signs
from triage.red_flags import DENIED, Finding
from triage.text import tokenize
from triage.whole_denial import TAKES_BACK, TAKES_BACK_BY_ONLY

_NO = (
    r"(?:not that i (?:have )?(?:noticed|know of)|not (?:a thing|a bit|at all|even one)|nothing(?= (?:nothing|[,.!]))"
    r"|not (?:even )?a single (?:one|thing)|nothing (?:like that|of the (?:sort|kind))|no such (?:[a-z]+ )?"
    r"(?:problems?|issues?|diseases?|illness|things?|conditions?|trouble|complaints?)(?: (?:i am having|i have|in me))?"
    r"|n[ao]ry a one(?: of (?:them|those|these))?|no|nope|nah|naw|nup|nuh|negative|none|nein|nie|non|nada|zilch"
    r"|wala|hindi"
    r"|keine)"
)
_SOUND = (
    r"(?:um+|uh+|e+h+|e+w+|huh|arrah|arra|ara|oh|ah|aw|lol|ha|haha|hehe|well|god|heck|hell|gosh|goodness|honestly|yeah|mate|so|and"
    r"|omg|jeez|jesus|jaysus|christ|crikey|blimey|lord|thankfully|luckily|ok|okay|gott sei dank|by god is grace"
    r"|thank (?:god|goodness|heavens|you)(?: doctor)?|i have|,)"
)
_CALLED = (
    r"(?:sir|maam|madam|mate|man|dude|bro|boss|captain|chief|doc|doctor|dear|love|hon|hun|honey|pal|po|naman|o+|na|x+"
    r"|thanks?|thank you|sorry|please|lol|ha|haha|at all|whatsoever|either|really|then)"
)
# What may follow at once: not the thing that is lacking ("no feeling there", "none to speak of").
_STANDS_ALONE = (
    r"(?=(?: [,.!;])|$| (?:i|it|he|she|they|we|my|the|this|that|all|everything|just|only|and|so|none|no|nope|nothing"
    r"|not|never|thank|thanks|next|can)(?= ))"
)
# "Nope" never says that something is lacking: "nope breathing easy".
_FIRST = re.compile(
    rf"^(?: (?:{_SOUND}|[,.!]))* (?:{_NO}(?: (?:{_NO}|{_CALLED}|,))*{_STANDS_ALONE}|(?:nope|nah|naw|nup)(?= ))"
)
_LAST = re.compile(
    rf"(?: [,.!;]| so| then| but| and| mean| lol| haha| it)+(?: (?:{_SOUND}|i say|i would say"
    rf"|just))* {_NO}(?: (?:{_CALLED}|[,.!]))*$"
)
_AGE_OR_TIME = re.compile(
    r" (?:(?:i am|i be|am|aged?) \d\d(?: years?(?: old)?| yo)?|(?:at|about|around|since) \d{1,2}(?: (?:am|pm|oclock))?"
    r"|(?:\d{1,2}|one|two|three|four|five|six) (?:minutes?|hours?|days?|nights?|weeks?) ago"
    r"|(?:in|since|from|back in) (?:19|20)\d\d)(?= |$)"
)
_NUMBER = re.compile(
    r" (?:\d+|first|second|third|fourth|fifth|sixth|seventh|last|two|three|four|five|six|seven)(?= |$)"
)
# What could be a sign, or tell of something that does not work, or take the "no" elsewhere.
_COULD_BE_A_SIGN = re.compile(
    r" (?:why|keep asking|questions?|help\w*|catheter|declin\w*|refus\w*|simply|instead|rather|more like|shred\w*"
    r"|burst\w*|jam\w*|block\w*|stuck|flop\w*|drag\w*"
    r"|dribbl\w*|drip\w*|trickl\w*|limp\w*|wobbl\w*|buckl\w*|slap\w*|spin\w*|gasp\w*|puff\w*|pant(?:s|ing)|wheez\w*"
    r"|throb\w*|thump\w*|crush\w*|elephant|brick"
    r"|flood\w*|soak\w*|tear\w*|torn|rip\w*|stab\w*|cut\w*|[b-hj-z](?= [a-z] )|not|never|nothing|without|un\w+able"
    r"|hard(?= to)|harder|difficult\w*|struggl\w*|feel\w*|felt|sens\w+|dead|asleep|heavy|heavier|tight\w*|press\w*"
    r"|squeez\w*|burn\w*|hot|cold|wet|damp|poo\w*|piss\w*|loo|bathroom|thighs?|hands?|fingers?|toes?|side|groin"
    r"|crotch|penis|vagina|balls|bum|butt|bottom|hips?|neck|calves|works?|working|flow\w*|stream|empty|sweat\w*|pale"
    r"|sick|ill|die|dying|kill\w*|strange|funny|odd|wrong|different|change[ds]?|worse|worst|gone|went|goes|comes?|came"
    r"|away|mostly|by (?:it|him|her|my)self|lost|years?|ever since|before|same|last|again|kids?|child|son|daughter"
    r"|mother|father|wife|husband|mom|mum|dad|friend)(?= |$)"
)
_OPENED = re.compile(rf"^(?: {_SOUND})+")
# How it began, who types, and what is well.
_SLEPT_BADLY = re.compile(
    r"(?: (?:i|just|only|must have))* slept (?:\w+ )?(?:weird|wrong|funny|bad|badly|odd|awkward\w*|strange\w*)(?= |$)"
)
_HOW_IT_BEGAN = re.compile(
    r"(?: (?:when|and|then))* (?:it|my back|something) (?:just )?(?:went|grabbed|locked|popped|seized|caught|spasmed)"
    r"(?: me| up| on me)?(?= [,.!]|$)"
)
_WELL_IN_MYSELF = re.compile(
    r"(?: (?:and|but))?(?: (?:i|just|otherwise))* feel(?:ing|s)?(?: (?:all|just|perfectly|quite|totally|is))*"
    r" (?:fine|normal|ok|okay|grand|good|great|steady|alright|all right|healthy)"
    r"(?: (?:in (?:myself|general)|otherwise|apart from|except for|overall))?(?= |$)"
)
_CAN_NOT_BEND = re.compile(
    r"(?: (?:just|only|but|i))* can not (?:stand (?:up )?straight|straighten(?: up)?|bend(?: over| down)?)(?= [,.!]"
    r"| lol|$)"
)
_ASKED_ABOUT = re.compile(r" (?:i )?(?:checked|went over it|went through (?:it|them)) with (?:the|my) [a-z]+(?= |$)")
_HOW_IT_WORKS = re.compile(
    r" (?:feel(?:s|ing)? (?:it|every\w*|all|fine|good|when|normal)|same as|as before|stream|flow\w*|works?|working"
    r"|goes|comes?|pee\w*|wee\w*|bladder|breath\w*|chest|legs?|foot|feet|toes|walk\w*)(?= |$)"
)
# "Yes, no fever"
_AGREED = re.compile(r"^ (?:yes|yeah|yep|right|correct)(?= ,)")


def says_no_first(text: str) -> bool:
    """True when `text` begins with a "no" that stands by itself, and nothing behind takes it back."""
    line = "".join(f" {token.text}" for token in tokenize(text))
    no = _FIRST.search(line)
    return no is not None and not TAKES_BACK.search(line[no.end() :])


def denies_with_a_story(text: str, findings: Iterable[Finding] = ()) -> bool:
    """True when `text` says "no" by itself, first or last, and what it tells beside it is no sign (`findings`)."""
    found = list(findings)
    line = _line_without(text, found)
    if line is None or any(finding.state != DENIED for finding in found):
        return False
    bare = without_my_back(NOT_LISTED.sub("", line))
    no = _FIRST.search(line) or _LAST.search(line)
    if no is None and (no := _LAST.search(bare)):
        line = bare  # "wow, dramatic. no. just a spasm"
    if no is None or AFTER_ALL.search(line):
        return False
    return _tells_no_sign(_OPENED.sub("", f"{line[: no.start()]} ,{line[no.end() :]}"))


def tells_nothing_more(text: str, findings: Iterable[Finding], works: bool = False) -> bool:
    """True when `text` tells nothing beside its `findings` that could be a sign or take a denial back.

    `works`: the findings say that it is well ("flows like a river"), so that how it feels and goes is told with them.
    """
    line = _line_without(text, list(findings))
    if line is None:
        return False
    if AFTER_ALL.search(_AGREED.sub("", "".join(f" {token.text}" for token in tokenize(text)))):
        return False
    line = _AGREED.sub("", line)
    return _tells_no_sign(NOT_LISTED.sub("", _HOW_IT_WORKS.sub("", line) if works else line))


def _line_without(text: str, findings: list[Finding]) -> str | None:
    """The tokens without those of the findings; None for a question or a very long text."""
    tokens = tokenize(text)
    if len(tokens) > MOST_TOKENS or "?" in text:
        return None
    return "".join(f" {token.text}" for token in without_signs(tokens, findings))


def _tells_no_sign(line: str) -> bool:
    for known in (_AGE_OR_TIME, _SLEPT_BADLY, _HOW_IT_BEGAN, _WELL_IN_MYSELF, _CAN_NOT_BEND, _ASKED_ABOUT):
        line = known.sub(" ,", line)
    line = without_my_back(line)
    doubts = (TAKES_BACK, TAKES_BACK_BY_ONLY, _NUMBER, _COULD_BE_A_SIGN, IS_A_SIGN)
    return not any(doubt.search(line) for doubt in doubts)
