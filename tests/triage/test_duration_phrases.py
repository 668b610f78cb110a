"""Lengths that are put together, bounded, or said in the words of another language."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("a week and two days", "1w-2w"),
    ("one week and a day", "1w-2w"),
    ("a week and a couple of days", "1w-2w"),
    ("1 week 3 days", "1w-2w"),
    ("two days and a half", "<72h"),
    ("1 month and 2 weeks", ">2w"),
    ("three and a half days", "3d-1w"),
    ("2 weeks and change", ">2w"),
    ("a week and some change", "1w-2w"),
    ("a week and a bit", "1w-2w"),
    ("six weeks and counting", ">2w"),
    ("a day and 12 hours", "<72h"),
    ("between a week and two weeks", "1w-2w"),
    ("between 8 and 12 days", "1w-2w"),
    ("between two and three days", "<72h"),
    ("more than one week but less than two", "1w-2w"),
    ("less than two weeks, more than one", "1w-2w"),
    ("over a week, under two", "1w-2w"),
    ("not two weeks yet but over a week", "1w-2w"),
    ("two or three months", ">2w"),
    ("half a day", "<72h"),
    ("half a month", ">2w"),
    ("a quarter of an hour", "<72h"),
    ("three quarters of an hour", "<72h"),
    ("half a week", "3d-1w"),
    ("a week, give or take a day", "1w-2w"),
    ("week or so", "1w-2w"),
    ("week ago", "1w-2w"),
    ("about month and a half", ">2w"),
    ("a week plus", "1w-2w"),
    ("two dozen days", ">2w"),
    ("half a dozen days", "3d-1w"),
    ("before three day", "3d-1w"),
    ("before 10 days", "1w-2w"),
    ("since 5 day", "3d-1w"),
    ("is start before one week", "1w-2w"),
    ("it start before 2 day", "<72h"),
    ("from 3 weeks i have the pain", ">2w"),
    ("pain is from last 6 days", "3d-1w"),
    ("since two months", ">2w"),
    ("from 1 week", "1w-2w"),
    ("4 days before", "3d-1w"),
    ("i have it since 8 days", "1w-2w"),
    ("it is begin 2 day ago", "<72h"),
    ("hurted since monday", "3d-1w"),
    ("from past 3 days", "3d-1w"),
    ("there is nine days", "1w-2w"),
    ("3 sleeps ago", "3d-1w"),
    ("four nights ago", "3d-1w"),
    ("10 nights now", "1w-2w"),
    ("five sleepless nights", "3d-1w"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
