"""Weeks, months and seasons."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("since June", ">2w"),
    ("in July", ">2w"),
    ("back in September", ">2w"),
    ("from the month of may", ">2w"),
    ("sometime in august", ">2w"),
    ("early october", ">2w"),
    ("late last month", ">2w"),
    ("all winter", ">2w"),
    ("this summer", ">2w"),
    ("since the spring", ">2w"),
    ("in the summer", ">2w"),
    ("Since we moved in April", ">2w"),
    ("ever since I fell in March", ">2w"),
    ("mid-september", ">2w"),
    ("end of october", ">2w"),
    ("September of last year", ">2w"),
    ("first week of november", "ask"),
    ("last week of october", ">2w"),
    ("second week of october", ">2w"),
    ("the beginning of the month", "ask"),
    ("july", ">2w"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
