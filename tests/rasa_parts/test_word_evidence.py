"""Words by themselves."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rasa_parts.stored_arrays import store, stored
from rasa_parts.word_evidence import WordEvidence

STATED = ["numb groin", "my groin is numb", "groin gone numb"]
WET = ["wet the bed", "i wet the bed", "woke in a wet bed"]
TEXTS, LABELS = [*STATED, *WET], ["numb"] * 3 + ["wet"] * 3


@pytest.fixture(scope="module")
def words() -> WordEvidence:
    return WordEvidence.fit(TEXTS, LABELS)


def test_a_word_speaks_for_the_label_that_it_was_said_of(words: WordEvidence) -> None:
    numb, wet = words.of(["such a numb feeling all day long"])[0]
    assert numb > wet + 1
    numb, wet = words.of(["bed was wet again this morning"])[0]
    assert wet > numb + 1


def test_unknown_words_speak_for_nothing(words: WordEvidence) -> None:
    assert np.allclose(words.of(["zzz qqq", ""]), 0.0)


def test_what_too_few_said_is_not_learned(words: WordEvidence) -> None:
    assert "woke" not in words.terms
    assert "groin" in words.terms


def test_too_little_to_learn_from_is_refused() -> None:
    with pytest.raises(ValueError, match="no terms remain"):
        WordEvidence.fit(["one", "two", "three", "four"], ["a", "a", "b", "b"])


def test_stored_and_loaded_it_says_the_same(words: WordEvidence, tmp_path: Path) -> None:
    store(tmp_path / "words.npz", {"words": words})
    loaded = WordEvidence(**stored(tmp_path / "words.npz")["words"])
    assert np.allclose(loaded.of(TEXTS), words.of(TEXTS))
