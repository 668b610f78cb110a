"""Tells words from keys that were only hit."""

from __future__ import annotations

from rasa_parts.clinical_knowledge import speller
from triage.text import words

# A slang word that no list knows is still understood when the examples have it.
SURE_ENOUGH = 0.7


def is_readable(text: str, confidence: float) -> bool:
    """False when a text has words, none of them is known, and the intent is not sure either.

    True without the list of known words, and for numbers.
    """
    typed = words(text)
    known = speller()
    if confidence >= SURE_ENOUGH or not typed or not known.has_known_words:
        return True
    return any(word.isdecimal() or known.knows(word) for word in typed)
