"""Times counted from another time that the message names."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    # Said on Friday 20 November 2026, at 15:00.
    ("we drove up on tuesday and a day later it locked", "<72h"),
    ("my birthday was saturday, it happened two days later", "3d-1w"),
    ("moved house on the 2nd, the following day it seized up", ">2w"),
    ("did the garden on wednesday, next morning I couldn't get out of bed", "<72h"),
    ("two days after halloween", ">2w"),
    ("a couple of days after the party on the 1st of november my back went", ">2w"),
    ("flew in on sunday, three days later my back went", "<72h"),
]
OF_THE_BEGINNING = [
    # What follows the beginning of the pain is not its beginning.
    ("it started on monday, two days later it ran down my leg", "3d-1w"),
    ("my back went on the 10th, the next day I called you", "1w-2w"),
]
OF_THIS_ONE = [
    ("the last one was in july, this one at breakfast", "<72h"),
    ("the last one was in july, this one started at breakfast", "<72h"),
    ("saturday i lifted boxes. no pain. sunday no pain. this morning pain", "<72h"),
    ("it was ok till 3 hours ago", "<72h"),
    ("monday, i mean thursday", "<72h"),
    ("started 20 min before my 9am meeting", "<72h"),
]
HOURS = [
    ("at 10", "<72h"),
    ("since 6", "<72h"),
    ("since my shift ended at 6", "<72h"),
    ("slept 3 hours, woke up at 4 and couldnt move", "<72h"),
    ("my pain is at 8", "ask"),
    ("it started at 7 out of 10", "ask"),
]


@pytest.mark.parametrize(("text", "expected"), [*ANSWERED, *OF_THE_BEGINNING, *OF_THIS_ONE, *HOURS])
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
