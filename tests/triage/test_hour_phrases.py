"""Hours, meals and parts of a day."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("since midnight", "<72h"),
    ("last evening", "<72h"),
    ("around dinner time last night", "<72h"),
    ("sun morning", "3d-1w"),
    ("sat night", "3d-1w"),
    ("wed afternoon", "<72h"),
    ("monday at 6 in the morning", "3d-1w"),
    ("thursday at 10 at night", "<72h"),
    ("at breakfast", "<72h"),
    ("since breakfast", "<72h"),
    ("around supper yesterday", "<72h"),
    ("at 4 in the afternoon yesterday", "<72h"),
    ("since dawn", "<72h"),
    ("in the wee hours", "<72h"),
    ("tuesday at 8 pm", "<72h"),
    ("tuesday at 9 am", "3d-1w"),
    ("tuesday at 9 in the morning", "3d-1w"),
    ("tuesday around noon", "3d-1w"),
    ("tuesday after dinner", "<72h"),
    ("right at noon", "<72h"),
    ("day 3", "<72h"),
    ("on day 9 of this", "1w-2w"),
    ("i'm on week three of this", ">2w"),
    ("going into week two", "1w-2w"),
    ("my second week of this", "1w-2w"),
    ("third week now", ">2w"),
    ("lunchtime", "<72h"),
    ("in the night", "<72h"),
    ("since morning", "<72h"),
    ("as soon as i got out of bed", "<72h"),
    ("earlier on", "<72h"),
    ("within the hour", "<72h"),
    ("early tuesday", "3d-1w"),
    ("second day", "<72h"),
    ("third week", ">2w"),
    ("a week ago sunday", "1w-2w"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
