"""How a mention of a sign can be meant, and the words around it that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from triage.lexicon import Match
from triage.text import SENTENCE_END, Token


class Sense(StrEnum):
    """How one mention of a sign is meant."""

    STATED = "stated"
    DENIED = "denied"
    LISTED = "listed"  # "no fever, chills": most likely denied, but it may begin a new thought
    DOUBTED = "doubted"  # "maybe", "not sure if", "not really", a double negative
    OPEN = "open"  # "my face is fine on one side": neither stated nor denied
    ASKED = "asked"  # "should I worry about …", "if I get …"
    LONG_PAST = "long_past"  # "ten years ago"
    RECENT_PAST = "recent_past"  # "last month", "a few weeks ago", "used to"
    ONCE_PAST = "once_past"  # "passed out giving blood at college, now it's just my back"
    OTHER_PERSON = "other_person"  # "my mom has …"
    OTHERS_PAST = "others_past"  # "my mom had …"
    ANSWERED = "answered"  # "nothing comes out", in answer to the question about it
    SUSPECTED = "suspected"  # no listed wording: the learned detector suspects it


# How far is looked, in words.
_WINDOW = 25
# Words that belong to a sign whose line does not name them: "pins and needles in both", "slurred".
_COMPLETING = frozenset("legs feet thighs speech".split())
COMMA = frozenset({","})
CLAUSE_ENDS = frozenset("but except although though altho however".split())
SUBJECTS = frozenset("i my it he she his her they their there we you the this that both".split())
PERSONS = frozenset("i he she they we".split())


@dataclass(frozen=True)
class Place:
    """The words around and inside a match, in its sentence and in its clause."""

    before: list[str]
    clause_before: list[str]
    gaps: list[str]
    matched: list[str]
    after: list[str]  # of the clause, with the mark that ends it
    following: str  # the next words whatever the punctuation


def place_of(tokens: list[Token], match: Match) -> Place:
    """The words around the tokens of `match`, at most 25 to each side."""
    first, end = match.first, match.end
    while end < len(tokens) and tokens[end].text in _COMPLETING:
        end += 1
    earliest = max(0, match.first - _WINDOW)
    while first > earliest and tokens[first - 1].text not in SENTENCE_END:
        first -= 1
    before = [token.text for token in tokens[first : match.first]]
    after: list[str] = []
    for token in tokens[end : end + _WINDOW]:
        after.append(token.text)
        if not token.is_word:
            break
    gaps = [token.text for start, end in match.gaps for token in tokens[start:end]]
    return Place(
        before=before,
        clause_before=after_last(before, COMMA),
        gaps=gaps,
        matched=[token.text for token in tokens[match.first : end]],
        after=after,
        following=line_of([token.text for token in tokens[end : end + 12]]),
    )


def sentence_of(words: Sequence[str], match: Match) -> tuple[int, int]:
    """Where the sentence of `match` begins and ends among the words of a message."""
    start, end = match.first, match.end
    while start > 0 and words[start - 1] not in SENTENCE_END:
        start -= 1
    while end < len(words) and words[end] not in SENTENCE_END:
        end += 1
    return start, end


def line_of(words: list[str]) -> str:
    """The words as the patterns expect them: one blank before each."""
    return " " + " ".join(words) if words else ""


def after_last(words: list[str], stops: frozenset[str]) -> list[str]:
    """The words after the last one that is in `stops`."""
    for index in range(len(words) - 1, -1, -1):
        if words[index] in stops:
            return words[index + 1 :]
    return words
