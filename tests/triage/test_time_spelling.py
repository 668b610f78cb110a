"""Words of time that are misspelt, run together, or written by their sound."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("too weeks ago", ">2w"),
    ("fore days", "3d-1w"),
    ("tree days", "3d-1w"),
    ("tree weeks ago", ">2w"),
    ("a weak ago", "1w-2w"),
    ("two weaks", ">2w"),
    ("ten daze", "1w-2w"),
    ("to days ago", "<72h"),
    ("won week ago", "1w-2w"),
    ("ate days ago", "1w-2w"),
    ("week and a haf", "1w-2w"),
    ("5dayz", "3d-1w"),
    ("3wks", ">2w"),
    ("tdoay", "<72h"),
    ("yestarday evning", "<72h"),
    ("yeserday", "<72h"),
    ("lastnight", "<72h"),
    ("thismorning", "<72h"),
    ("sence munday", "3d-1w"),
    ("sinse saterday", "3d-1w"),
    ("tow weeks", ">2w"),
    ("thre days", "3d-1w"),
    ("fiv days agp", "3d-1w"),
    ("sx days", "3d-1w"),
    ("nien days ago", "1w-2w"),
    ("fourty eight hours", "<72h"),
    ("12 dais", "1w-2w"),
    ("a moth ago", ">2w"),
    ("2 moths", ">2w"),
    ("elevn days", "1w-2w"),
    ("about too or tree weeks", ">2w"),
    ("wendsday nite", "<72h"),
    ("an our ago", "<72h"),
    ("2 ours ago", "<72h"),
    ("toosday", "ask"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
