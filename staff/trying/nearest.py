"""Which known sentence a message is most like, by the sentence model that the bot understands with."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rasa_parts.sentence_model import load_sentence_model, plain
from staff.places import Sentence
from triage.clauses import clauses


def nearest(text: str, known: tuple[Sentence, ...], by_clauses: bool = False) -> Sentence | None:
    """The sentence of `known` that `text`, or with `by_clauses` one of its clauses, is most like.

    None if nothing is known or the sentence model is not installed.
    """
    if load_sentence_model() is None or not known or not text.strip():
        return None
    parts = tuple(clause.text for clause in clauses(text)) if by_clauses else ()
    likeness = _embedded(parts or (text,)) @ _embedded(tuple(sentence.text for sentence in known)).T
    return known[int(likeness.max(axis=0).argmax())]


# The sentences of one intent take most of a second, and a chat asks for the same again.
@lru_cache(maxsize=64)
def _embedded(texts: tuple[str, ...]) -> npt.NDArray[np.float32]:
    model = load_sentence_model()
    assert model is not None
    return model.embed_all([plain(text) for text in texts])
