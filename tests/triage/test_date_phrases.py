"""Dates and days of the month, with and without their month."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("on the 12th, carrying a cooler", "1w-2w"),
    ("the 17th i think", "ask"),
    ("it was the 14th", "3d-1w"),
    ("since the 2nd", ">2w"),
    ("Nov. 9th, in the garage", "1w-2w"),
    ("Nov 13, a friday", "1w-2w"),
    ("Thursday the 5th", ">2w"),
    ("Tues. the 10th", "1w-2w"),
    ("Fri the 6th, mopping", ">2w"),
    ("mon the 16th", "3d-1w"),
    ("monday, november 9", "1w-2w"),
    ("11/10", "1w-2w"),
    ("11-12-2026", "1w-2w"),
    ("2026/11/16", "3d-1w"),
    ("Sept. 28th", ">2w"),
    ("oct. 30", ">2w"),
    ("Oct 31st or Nov 1st", ">2w"),
    ("the 9th or 10th", "1w-2w"),
    ("nov 9 or 10", "1w-2w"),
    ("the tenth", "1w-2w"),
    ("on the ninth of november", "1w-2w"),
    ("around the 12th maybe", "1w-2w"),
    ("My back seized on the 12th, I weigh 190 pounds", "1w-2w"),
    ("on the 10 of november", "1w-2w"),
    ("the 3rd floor stairs did it", "ask"),
    ("since the 1st", ">2w"),
    ("on the first", ">2w"),
    ("Since november the 9th", "1w-2w"),
    ("18/11", "<72h"),
    ("it happened on 11.10.2026", "1w-2w"),
    ("Sat the 14th", "3d-1w"),
    ("Sunday november 8th after church", "1w-2w"),
    ("we moved on the 31st", ">2w"),
    ("the 7th of november, at a wedding", "1w-2w"),
    ("Since July 4th, when I lifted the grill", ">2w"),
    ("November 9, 2026, at work", "1w-2w"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
