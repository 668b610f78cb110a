"""Spoiled phrasings are always the same ones, differ, and stay readable."""

from __future__ import annotations

import pytest

from bench.cases import intent_cases
from bench.robustness import spoiled
from triage.spelling import edit_distance

TEXTS = [case.text for case in intent_cases()]


def test_the_same_text_is_always_spoiled_the_same() -> None:
    assert [spoiled(text) for text in TEXTS] == [spoiled(text) for text in TEXTS]
    assert [spoiled(text) for text in TEXTS] != [spoiled(text, seed=2) for text in TEXTS]


def test_most_phrasings_are_changed() -> None:
    assert sum(spoiled(text) != text for text in TEXTS) > 0.9 * len(TEXTS)


@pytest.mark.parametrize("text", TEXTS[::40])
def test_no_phrasing_loses_its_words(text: str) -> None:
    before, after = text.lower().split(), spoiled(text).lower().split()
    assert abs(len(before) - len(after)) <= 2


def test_one_slip_is_one_slip() -> None:
    spoiled_words = [w for w in spoiled("straightforward").lower().split() if w.startswith("s")]
    assert edit_distance("straightforward", spoiled_words[-1], limit=3) <= 1
