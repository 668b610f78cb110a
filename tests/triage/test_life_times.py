"""Times told by a life are put as counts of days, months or years."""

from __future__ import annotations

import pytest

from tests.onsets import answered
from triage.life_times import put_plainly

PUT = [
    ("3 paychecks ago , i get paid monthly", "3 months ago , i get paid monthly"),
    ("4 paydays ago , i get paid every other friday", "4 fortnights ago ,"),
    ("3 rent checks ago", "3 months ago"),
    ("2 night shifts ago", "2 days ago"),
    ("4 winters ago", "4 years ago"),
    ("when my daughter was born , she is 3 now", "3 years ago"),
    ("when i was pregnant with him and he is 6 months old", "6 months ago"),
    ("i was in high school , i am 40 now", "since high school , i am 40 now"),
    ("since moses was a boy", "for ages"),
    ("back in lockdown", "since 2020"),
]
ANSWERS = [
    ("when my boy was still crawling and he's four now", ">2w"),
    ("since yesterday, carrying my nephew, he's 6", "<72h"),
    ("bout 3 moons ago", ">2w"),
    ("six shifts back, been in every night", "3d-1w"),
    ("since the day he was born and he is two now", ">2w"),
    ("8 weeks postpartum, started in the delivery room", ">2w"),
    ("since Nixon was president, feels like", ">2w"),
    ("5 paydays ago, we get paid each Thursday", ">2w"),
    ("in the first lockdown", ">2w"),
]
# Words that only look alike say what they said.
LEFT_ALONE = [
    "i was paid a visit 3 days ago",
    "2 periods of pain since monday",
    "my son is 4 now",
    "after my shift yesterday",
]


@pytest.mark.parametrize(("line", "expected"), PUT)
def test_it_is_put_plainly(line: str, expected: str) -> None:
    assert put_plainly(f" {line} ").split() == expected.split()


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_it_answers_when_the_pain_began(text: str, expected: str) -> None:
    assert answered(text) == expected


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_other_words_are_left_alone(line: str) -> None:
    assert put_plainly(f" {line} ") == f" {line} "
