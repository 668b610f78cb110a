"""The sentences that were not understood, the same ones together."""

from __future__ import annotations

import pytest

from staff.report import sentences as module
from staff.report.conversation import Unclear
from staff.report.sentences import Sentence, Sentences, marked


def collected(*said: Unclear) -> Sentences:
    sentences = Sentences()
    for unclear in said:
        sentences.add(unclear)
    return sentences


def test_the_same_sentence_is_one_with_all_its_questions() -> None:
    found = collected(Unclear("Blorp", "onset", ("greet",)), Unclear("blorp", "age_group"), Unclear("BLORP"))
    assert found.all() == [Sentence("Blorp", 3, ("age_group", "onset"), ("greet",))]


def test_red_flags_come_first_then_the_most_frequent() -> None:
    found = collected(Unclear("b"), Unclear("a"), Unclear("c"), Unclear("c"), Unclear("z", flags=("fever",)))
    assert [sentence.text for sentence in found.all()] == ["z", "c", "a", "b"]


def test_what_is_found_today_is_marked_too() -> None:
    said = [Sentence("a", 5), Sentence("my chest", 1, flags=("fever",)), Sentence("b", 1)]
    found = marked(said, lambda text: ["chest_pain", "fever"] if "chest" in text else [])
    assert [(s.text, s.flags) for s in found] == [("my chest", ("fever", "chest_pain")), ("a", ()), ("b", ())]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    found = collected(*(Unclear(text) for text in ("a", "b", "c", "a", "d")))
    assert [(s.text, s.times) for s in found.all()] == [("a", 2), ("b", 1)]
    assert found.left_out == 2
