"""Roundabout ways to say a time: each class of them is put plainly."""

from __future__ import annotations

import pytest

from tests.onsets import answered
from triage.time_words import time_line

PLAIN = [
    ("5ish days", " 5 days "),
    ("20 odd days", " 20 days "),
    ("2 and a bit weeks", " 2 plus weeks "),
    ("pushing a month", " almost a month "),
    ("the best part of a week", " almost a week "),
    ("a shade over a week", " over a week "),
    ("a day short of two weeks", " 13 days "),
    ("two weeks minus a day", " 13 days "),
    ("a day or two shy of three weeks", " 20 days "),
    ("not quite a fortnight, a day or two short of it", " almost 13 days "),
    ("week before last, on the thursday", " thursday of the week before last "),
    ("as I was typing this", " just now "),
    ("a couple days shy of a fortnight", " 12 days "),
    ("saturday just gone", " this past saturday "),
    ("not this weekend but the one before", " the weekend before last "),
    ("monday week ago", " monday 1 week ago "),
    ("four mornings ago", " 4 nights ago "),
    ("3 days before yesterday", " 4 days ago "),
    ("the day before monday", " sunday "),
    ("going back to june", " since june "),
    ("two days, no, make that three", " 3 days "),
    ("10 minutes before I texted you", " 10 minutes ago "),
    ("5 days now doctor", " 5 days now "),
    ("labour day", " labor day "),
    ("at the doctor", " at the doctor "),
]
ANSWERED = [
    ("it'll be six weeks come friday", ">2w"),
    ("two weeks come monday", "1w-2w"),
    ("somewhere between lunch and now", "<72h"),
    ("five nights I have not slept from it", "3d-1w"),
    ("since 11.11", "1w-2w"),
    ("15.11.", "3d-1w"),
    ("2.5 weeks", ">2w"),
    ("polish independence day, 11 november", "1w-2w"),
    ("independence day of poland, 11 november this year", "1w-2w"),
    ("since independence day", ">2w"),
    ("a mo ago", "<72h"),
    ("a tick ago", "<72h"),
    ("around 2ish", "<72h"),
    ("since 0700", "<72h"),
    ("right before i texted you", "<72h"),
    ("sat just gone", "3d-1w"),
    ("4-ish days", "3d-1w"),
    ("most of a week", "3d-1w"),
    ("day before day before yesterday", "3d-1w"),
    ("a week minus a day", "3d-1w"),
    ("10ish days", "1w-2w"),
    ("just shy of a fortnight", "1w-2w"),
    ("last monday week", "1w-2w"),
    ("not this past sunday but the one before", "1w-2w"),
    ("remembrance day", "1w-2w"),
    ("bonfire night", ">2w"),
    ("three-ish weeks", ">2w"),
    ("since trick or treating", ">2w"),
    ("yonks", ">2w"),
    ("0430 hours, getting my boots on", "<72h"),
    ("this morn. putting my bra on", "<72h"),
    ("yesterday at lunch time period I was carrying the shopping", "<72h"),
    ("was grand all week and then I coughed this morning", "<72h"),
    ("it'll be 5 days come midnight", "3d-1w"),
    ("it reach nine days now", "1w-2w"),
    ("my husband says eleven days since I did it raking", "1w-2w"),
    ("not yesterday but the monday before", "1w-2w"),
    ("I took one pill and then another, so about 20 days", ">2w"),
    ("after the big move, that was march", ">2w"),
    ("in 97", ">2w"),
    ("2018", ">2w"),
    ("two months, five days", ">2w"),
    ("memorial day cookout, lifting the keg", ">2w"),
]


@pytest.mark.parametrize(("text", "line"), PLAIN)
def test_it_is_put_plainly(text: str, line: str) -> None:
    assert time_line(text) == line


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
