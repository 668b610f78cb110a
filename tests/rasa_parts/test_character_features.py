"""Words by their letters."""

from __future__ import annotations

import numpy as np
import pytest

from rasa_parts.character_features import CharacterFeatures

TEXTS = ["muscle spasm", "muscle relaxer", "opening hours", "open on saturday", "ice or heat", "heat pad"]


@pytest.fixture(scope="module")
def features() -> CharacterFeatures:
    return CharacterFeatures.fit(TEXTS, dimensions=5, random_state=7)


def test_a_misspelt_word_is_still_like_itself(features: CharacterFeatures) -> None:
    right, wrong, other = features.of(["muscle spasm", "musle spasmm", "opening hours"])
    assert right @ wrong > 0.8 > right @ other + 0.3


def test_rows_have_length_one_and_unknown_letters_none(features: CharacterFeatures) -> None:
    rows = features.of(["heat", "qqq"])
    assert np.allclose(np.linalg.norm(rows, axis=1), [1.0, 0.0])
