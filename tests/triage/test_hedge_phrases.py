"""Words that loosen a count, and on which side."""

from __future__ import annotations

import re

import pytest

from tests.onsets import answered
from triage import hedge_phrases as hedges


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (hedges.ALMOST, " just under "),
        (hedges.UNDER, " less than "),
        (hedges.OVER, " more than "),
        (hedges.AT_LEAST, " at least "),
        (hedges.WITHIN, " within "),
        (hedges.BUT_NOT, " but not yet "),
        (hedges.IN_THE_LAST_SOME, " within the last "),
        (hedges.OR_LESS, " , maybe less "),
        (hedges.OR_MORE, " maybe a bit longer "),
        (hedges.PLUS, " and counting "),
    ],
)
def test_each_is_found(pattern: re.Pattern[str], words: str) -> None:
    assert pattern.search(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just under a week", "3d-1w"),
        ("2 weeks, maybe less", "ask"),
        ("5 days, maybe a bit more", "ask"),
        ("5 weeks, maybe more", ">2w"),
        ("at least a couple days", "ask"),
        ("at least a month", ">2w"),
        ("more than a week but not yet two", "1w-2w"),
        ("within the past week", "ask"),
        ("less than a day", "<72h"),
    ],
)
def test_a_loosened_count_keeps_its_band_or_is_asked(text: str, expected: str) -> None:
    assert answered(text) == expected
