"""Cuts a message into its clauses, so that a danger in the second one is read by itself."""

from __future__ import annotations

from dataclasses import dataclass

from triage.text import PUNCTUATION, tokenize

_OPENERS = frozenset("and but so because although though except then while plus also".split())
_LEAST_WORDS = 2
_MOST_CLAUSES = 8


@dataclass(frozen=True)
class Clause:
    """A part of a message, in the patient's own characters, from `start` to `end`."""

    text: str
    start: int
    end: int


def clauses(text: str) -> list[Clause]:
    """The message, and its clauses if it has several, at most eight of them.

    A clause of one word is left out; of a longer message the first and the last clauses are read.
    """
    found: list[Clause] = []
    start, words = 0, 0
    for token in [*tokenize(text), None]:
        ends = token is None or token.text in PUNCTUATION or token.text in _OPENERS
        if token is None or ends:
            end = len(text) if token is None else token.start
            if words >= _LEAST_WORDS:
                found.append(Clause(text[start:end].strip(), start, end))
            start, words = (end if token is None else token.end), 0
        else:
            words += 1
    if len(found) > _MOST_CLAUSES:
        half = _MOST_CLAUSES // 2
        found = [*found[:half], *found[-half:]]
    whole = Clause(text, 0, len(text))
    return [whole, *found] if len(found) > 1 else [whole]
