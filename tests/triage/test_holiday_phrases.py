"""Holidays and the days around them."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("labor day weekend", ">2w"),
    ("the day after halloween", ">2w"),
    ("halloween", ">2w"),
    ("since columbus day", ">2w"),
    ("indigenous peoples day", ">2w"),
    ("memorial day weekend", ">2w"),
    ("right after thanksgiving", ">2w"),
    ("election night", ">2w"),
    ("when the clocks changed", ">2w"),
    ("the weekend before halloween", ">2w"),
    ("the day before veterans day", "1w-2w"),
    ("two days after veterans day", "1w-2w"),
    ("mother's day", ">2w"),
    ("father's day", ">2w"),
    ("4th of july weekend", ">2w"),
    ("since easter", ">2w"),
    ("new year's eve", ">2w"),
    ("st patrick's day", ">2w"),
    ("black friday", ">2w"),
    ("super bowl sunday", ">2w"),
    ("the weekend after halloween", "1w-2w"),
    ("christmas", ">2w"),
    ("on veterans day", "1w-2w"),
    ("trick or treating on halloween", ">2w"),
    ("daylight savings ended that day", ">2w"),
    ("hung the christmas lights yesterday", "<72h"),
    ("putting up thanksgiving decorations on sunday", "3d-1w"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
