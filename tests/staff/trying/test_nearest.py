"""The example that a message is most like is found."""

from __future__ import annotations

import pytest

from rasa_parts.sentence_model import load_sentence_model
from staff.places import Place, Sentence
from staff.trying import nearest as module
from staff.trying.nearest import nearest

KNOWN = tuple(Sentence(text, Place("a.yml", 1)) for text in ("when are you open", "my leg is numb", "how much is it"))


@pytest.mark.skipif(load_sentence_model() is None, reason="the sentence model is not installed")
def test_the_most_alike_sentence_is_given() -> None:
    assert nearest("what are your opening times?", KNOWN) == KNOWN[0]
    assert nearest("the bill was fine, but I cannot feel my leg", KNOWN, by_clauses=True) == KNOWN[1]


def test_without_sentences_or_words_there_is_none() -> None:
    assert nearest("hello", ()) is None
    assert nearest("  ", KNOWN) is None


def test_without_the_model_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load_sentence_model", lambda: None)
    assert nearest("hello", KNOWN) is None
