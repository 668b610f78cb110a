"""Whether a patient says that it has happened before, or that it is the first time."""

from __future__ import annotations

import re
from itertools import pairwise

from triage import recurring_answer_phrases as answers
from triage import recurring_asked_phrases as asked
from triage import recurring_phrases as phrases
from triage import recurring_sideways_phrases as sideways
from triage.lexicon import Match, Pattern, Sentences, WordLists
from triage.patient import RELATIVES
from triage.text import Token
from triage.time_words import time_line

_LISTS = WordLists(phrases.LISTS | sideways.LISTS)


def _compiled(lines: str) -> list[Pattern]:
    return [Pattern(line.strip(), _LISTS) for line in lines.splitlines() if line.strip()]


_RECURRING = _compiled(phrases.RECURRING + sideways.RECURRING)
_ONE_EPISODE = _compiled(phrases.ONE_EPISODE)
_FIRST = _compiled(phrases.FIRST)
_NOT_SAID_FIRST = _compiled(phrases.NOT_SAID_FIRST)
_NOT_FIRST = _compiled(phrases.NOT_FIRST + sideways.NOT_FIRST)
_ANSWER_AGAIN = _compiled(phrases.ANSWER_AGAIN)
_SIDEWAYS_AGAIN = _compiled(asked.ANSWER_AGAIN)
_SIDEWAYS_FIRST = _compiled(sideways.FIRST_WHEN_ASKED)
_ANSWER_FIRST = _compiled(phrases.ANSWER_FIRST)

# What a longer message says of it, it says at the beginning.
_MOST_CHARACTERS = 2_000
# The numeral stands for a pronoun too: "the first one".
_ONE = re.compile(r" 1(?= (?!st ))")
_CLAUSE_START = re.compile(
    r" (?:[.!?;,]|but|because|so(?! (?:often|many|far))"
    r"|(?<! on )(?<! off )(?<! again )and(?! (?:off|on|again|then|goes|go|gone|over|only|more|repeat|parcel|done"
    r"|counting|tear) ))(?= )"
)
_OTHERS = frozenset({"buddy", "doctor", "trainer"})
_RELATIVE = re.compile(rf" (?:my|his|her|our) (?:{'|'.join(sorted(RELATIVES))})(?= )")
_LONGEST_ANSWER = 8
# Over a whole message: "comes and goes, has for ages"; "20 years, on and off".
_LONG = r"(?:years?|months|decades?|ages|forever|eons|college|high school|childhood|my (?:\w+ )?life|(?:19|20)\d\d)"
_COMES_AND_GOES = (
    r"(?:comes? and goe?s?|coming and going|on and off|off and on|on off|off on|flares? up|now and then"
    r"|now and again)"
)
_OVER_THE_YEARS = re.compile(
    rf" {_COMES_AND_GOES} (?:, )?(?:[a-z]+ ){{0,4}}(?:for|since|over|like) (?:[a-z0-9]+ ){{0,3}}{_LONG}(?= )"
    rf"| {_LONG} (?:now )?(?:, )?(?:(?:it|has|just|always|now|been|they|of) ){{0,3}}{_COMES_AND_GOES}(?= )"
)
_MANY_MANY = re.compile(r" many(?: , many)+(?= )")
_ONCE_BEFORE = re.compile(
    r"^ (?:(?:[.,!]|oh|yes|yeah|yep|yup|just|only|maybe|i think|well|has|have|it|happened|about) )*"
    r"(?:once|twice|one time|(?:\d+|few|couple|several) times?)"
    r"(?: (?:before|previously|already|in the past) (?:, )?"
    r"(?:when|in|back|during|after|around|about|as|while|at|on|last)(?= )"
    r"| (?:, )?(?:back )?(?:in|about|around|like|maybe|over)? ?(?:(?:19|20)\d\d|(?:\d+|a few|a couple of"
    r"|many) (?:years|months) (?:ago|back)"
    r"|when i was|in (?:high school|college|my [a-z0-9]+))(?= ))"
)
# A part of a sentence that says it all: ", many times"; "same old thing".
_SHORT_ANSWER = re.compile(
    r"^ (?:(?:[.,!]|oh|yes|yeah|yep|yup|just|only|maybe|about|at least|i think|well|has|have|it|happened|for|sure"
    r"|probably|only|this|is|too) )*"
    r"(?:(?:many|lots of|loads of|so many|too many|several|countless|plenty of|dozens of|hundreds of"
    r"|a million|a few|few|a couple|couple|couple of|\d+)(?: many)? (?:times?|episodes|spasms|bouts)"
    r"(?: (?:before|already|previously|in the past|over the years|to count|now|since|in my life))"
    r"|(?:many many|countless|lots of|loads of|so many|too many|plenty of|dozens of|hundreds of) times"
    r"|same old(?: same old| [a-z]+){0,2}|the usual|my usual|business as usual|old injury|deja vu"
    r"|(?:an? )?regular(?: here| customer| thing)?|happens (?:a lot|often|yearly|regularly)"
    r")(?: (?:[.,!?]|here|sadly|unfortunately|again|for me|lol|haha))* $"
)
# "Again, I'm 52": the words are repeated, not the pain.
_SAID_AGAIN = re.compile(
    r"^ (?:so |and |ok |well |no , |like i said , |yet )?again (?:, )+(?=[a-z0-9]+ [a-z0-9]+ [a-z0-9]+ )"
)
# "My sister gets these": someone else's, unless that someone is the one who is ill.
_RELATIVE_HAS = re.compile(
    rf" (?:my|his|her|our) (?:{'|'.join(sorted(RELATIVES | _OTHERS))})"
    r" (?:always |also |often |usually |used to |just )?"
    r"(?:gets?|got|has|have|had|suffers?|deals?|goes|went|throws?|threw|keeps?)(?= )"
)
_THEY_ARE_ILL = re.compile(
    r" (?:he|she|they) (?:is|are|can|could|was|were|hurt|threw|bent|has|have|needs?|woke|fell|did|says)(?= )"
)

# These before a phrase ask about it, fear it or doubt it.
_NOT_MEANT = re.compile(
    r" (?:(?:will|would|can|could|might|may)(?! not| never)|going to|if|in case|so that|prevent\w*"
    r"|stop\w*|avoid\w*|keep (?:it|this|them|that)|from|want|hope|hoping|afraid|scared|worr\w+"
    r"|risk|chance\w*|how do|how can|how to|does|likely|common|ever|whether|not sure|not know"
    r"|not remember|no idea|unsure|wonder\w*|normal|unless|until|should|what)(?= )"
)
# "No, it has happened before" answers; "can not move" denies nothing that is asked here.
_NOT_DENIED = re.compile(
    r" (?:can|could|will|would) not(?= )"
    r"| (?:no|nope)(?= (?:[.,]|it|this|that|i|my|the|he|she|they) )"
)
_DENIED = re.compile(r" (?:not|never|no|without|nor|neither|0|zero)(?= )")
_DENIAL_REACH = 5

# "Again" says it only of the pain, and not of what one can do again.
_AGAIN_OF_PAIN = re.compile(
    r" (?:back|spasm\w*|pain\w*|hurt\w*|ach\w*|it|this|locked|seiz\w*|happen\w*|started|starting"
    r"|out|went|threw|thrown|can not (?:move|stand|walk|bend|straighten)|stuck|flar\w*|cramp\w*"
    r"|stiff|tweaked|pulled|acting)(?= )"
)
_AGAIN_OF_OTHER = re.compile(
    r" (?:can (?!not)|able|better|worse|feeling|numb\w*|fever\w*|pee|peeing|urinat\w*|eat|normal"
    r"|try|tried|ask\w*|say|said|repeat|explain|tell|show|read|see|call\w*|thanks?|thank|hello|hi"
    r"|is me(?= again)|help|over again|start over|start again|from the|do that|talk|which|vomit\w*|sick"
    r"|threw up|headache\w*|period|sleep|question|answer\w*|work|please|back to)(?= )"
)
_OTHER_SUBJECT = re.compile(
    r" (?:fever|headaches?|migraines?|numbness|feeling|rash|period|cancer|infection|vomiting"
    r"|nausea|chills|cough|doctor|checkup|massage\w*|chiropractor|gym|pills?|meds|medicine"
    r"|ibuprofen|dose|blood|appointment|nurse|therapist|phone|called|pee|bathroom|bowel|stones?"
    r"|x ray|surgery|kids|lunch|neck|knees?|shoulders?|ankles?|wrists?|elbows?|teeth)(?= )"
)
_HAD = re.compile(r" would $")
# "My doctor has seen me for this": the patient's own, all the same.
_SEEN_ME = re.compile(r" (?:seen|saw|sees|treat\w*|given|gave|told|fixed|knows?|known|helped|adjusted) (?:me|it|this"
r"|my back)(?= )")
_BACK_OF = re.compile(r" is back(?= )")
_BACK = re.compile(r" (?:(?:my|the|lower|his|her) back|back pain|spasms?)(?= )")


def says_recurring(text: str, awaiting: bool = False) -> bool | None:
    """True: it has happened before; False: it is the first time; None: not said, or both.

    `awaiting`: the question is open, so that a bare "twice" or "last year" answers it. A bare
    "yes" or "no" is left to whoever asked.
    """
    line = _ONE.sub(" one", time_line(text[:_MOST_CHARACTERS]))
    said = _said(line)
    return _answered(line) if said is None and awaiting else said


def _answered(line: str) -> bool | None:
    """What a message says that says it only because it was asked for."""
    if answers.ASKS.search(line) or _is_of_relative(line):
        return None
    if answers.ONCE_AGO.search(line):
        return True
    if any(answers.FIRST.fullmatch(answer) for answer in answers.cores(line, denying=True)):
        return False
    if any(answers.AGAIN.fullmatch(answer) for answer in answers.cores(line)):
        return True
    clauses = [clause for clause in _clauses(line) if answers.OF_IT.search(clause) or not _does_other(clause)]
    if len(line.split()) <= _LONGEST_ANSWER and any(_lies(_ANSWER_FIRST, c) for c in clauses):
        return False
    if any(_says(_SIDEWAYS_FIRST, c, _NOT_MEANT) for c in clauses):
        return False
    short = _ANSWER_AGAIN if len(line.split()) <= _LONGEST_ANSWER else []
    if any(_affirmed(before) for c in clauses for before in _befores(_SIDEWAYS_AGAIN + short, c)):
        return True
    return None


def _said(line: str) -> bool | None:
    line = _SAID_AGAIN.sub(" ", _MANY_MANY.sub(" many many", line))
    over_the_years = _OVER_THE_YEARS.search(line)
    again = bool(over_the_years and _affirmed(line[: over_the_years.start() + 1]))
    again, first = again or bool(_ONCE_BEFORE.search(line)), False
    # What is said of a relative last, since it may not be the patient's.
    for clause in sorted(_clauses(line), key=lambda part: bool(_RELATIVE.search(part))):
        if _RELATIVE_HAS.search(clause) and not _BACK_OF.search(clause) and not _THEY_ARE_ILL.search(line):
            continue
        if _lies(_NOT_FIRST, clause) or _SHORT_ANSWER.search(clause):
            again = True
        elif _says_first(clause):
            first = True
        elif _recurs(clause) and not (first and _RELATIVE.search(clause)):
            again = True
    return None if again == first else again


def _clauses(line: str) -> list[str]:
    cuts = [0, *(match.start() for match in _CLAUSE_START.finditer(line)), len(line)]
    parts = (line[start:end].rstrip() + " " for start, end in pairwise(cuts))
    return [part for part in parts if any(character.isalnum() for character in part)]


def _is_of_relative(line: str) -> bool:
    theirs = _THEY_ARE_ILL.search(line) or _BACK_OF.search(line) or _SEEN_ME.search(line)
    return bool(_RELATIVE_HAS.search(line)) and not theirs


def _of_other(clause: str) -> bool:
    return bool(_OTHER_SUBJECT.search(clause)) and not _BACK.search(clause)


def _does_other(clause: str) -> bool:
    return bool(answers.OTHER_DOING.search(clause)) or _of_other(clause)


def _says(patterns: list[Pattern], clause: str, unless: re.Pattern[str]) -> bool:
    # "I'd never had it" is spelled "I would never had it".
    return any(not unless.search(_HAD.sub(" ", before)) for before in _befores(patterns, clause))


def _says_first(clause: str) -> bool:
    if clause.strip(" .,!") in ("never", "nope never", "no never", "never ever"):
        return True
    if _lies(_NOT_SAID_FIRST, clause):
        return False
    return _says(_FIRST, clause, _NOT_MEANT)


def _recurs(clause: str) -> bool:
    if _of_other(clause):
        return False
    if _lies(_ONE_EPISODE, clause):
        return False
    if any(_affirmed(before) for before in _befores(_RECURRING, clause)):
        return True
    if " again " not in clause or not _affirmed(clause[: clause.index(" again ") + 1]):
        return False
    if clause.strip(" .,!?") == "again":
        return True
    return bool(_AGAIN_OF_PAIN.search(clause)) and not _AGAIN_OF_OTHER.search(clause)


def _affirmed(before: str) -> bool:
    """Whether the words before a phrase neither deny it nor ask about it."""
    near = " " + " ".join(before.split()[-_DENIAL_REACH:]) + " "
    return not _NOT_MEANT.search(before) and not _DENIED.search(_NOT_DENIED.sub(" ", near))


def _lies(patterns: list[Pattern], clause: str) -> bool:
    return any(True for _ in _matches(patterns, clause))


def _befores(patterns: list[Pattern], clause: str) -> list[str]:
    """The words before each place where a pattern lies, with spaces around them."""
    words = clause.split()
    return [" " + "".join(f"{w} " for w in words[: m.first]) for m in _matches(patterns, clause)]


def _matches(patterns: list[Pattern], clause: str) -> list[Match]:
    sentences = Sentences([Token(word, 0, 0) for word in clause.split()])
    return [match for pattern in patterns for match in pattern.find(sentences)]
