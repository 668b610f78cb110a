"""A sentence whose sign stands in square brackets: "[my groin is numb] after an op"."""

from __future__ import annotations

from triage.lexicon import Match
from triage.negation import sense_of
from triage.sense import Sense
from triage.text import Token, tokenize


def bracketed(text: str) -> tuple[list[Token], Match]:
    """The tokens of the sentence without its brackets, and the match of what stood in them."""
    before, sign, _ = text.replace("]", "[").split("[")
    first = len(tokenize(before))
    return tokenize(text.replace("[", "").replace("]", "")), Match(first, first + len(tokenize(sign)))


def bracketed_sense(text: str) -> Sense:
    """The sense of what stands in the brackets."""
    return sense_of(*bracketed(text))
