"""A weekday or an hour makes another time more exact."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("tuesday of last week", "1w-2w"),
    ("last week tuesday", "1w-2w"),
    ("last week on thursday", "1w-2w"),
    ("thursday last week", "1w-2w"),
    ("friday of last week", "1w-2w"),
    ("end of last week", "ask"),
    ("early last week", "1w-2w"),
    ("beginning of last week", "1w-2w"),
    ("middle of last week", "1w-2w"),
    ("two tuesdays back", "1w-2w"),
    ("three mondays ago", ">2w"),
    ("a couple of sundays ago", "1w-2w"),
    ("the monday before last", "1w-2w"),
    ("two weekends ago", "1w-2w"),
    ("three weekends back", ">2w"),
    ("the week before last", "ask"),
    ("monday a week ago", "1w-2w"),
    ("the thursday of last week, hauling mulch", "1w-2w"),
    ("saturday before last", "1w-2w"),
    ("last week sometime, wednesday i think", "1w-2w"),
    ("the weekend of the 7th", "1w-2w"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
