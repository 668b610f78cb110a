"""Counts that end on a named day."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("five days ago today", "3d-1w"),
    ("two weeks today", ">2w"),
    ("a week today", "1w-2w"),
    ("a week ago yesterday", "1w-2w"),
    ("a week yesterday", "1w-2w"),
    ("two weeks tomorrow", "1w-2w"),
    ("4 weeks ago tomorrow", ">2w"),
    ("a month ago today", ">2w"),
    ("three days ago last night", "3d-1w"),
    ("ten days ago yesterday", "1w-2w"),
    ("it will be two weeks on sunday", "1w-2w"),
    ("will be a week on sunday", "3d-1w"),
    ("two weeks last monday", ">2w"),
    ("a week last monday", "1w-2w"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
