"""Times so long ago that nobody counts them."""

from __future__ import annotations

import pytest

from tests.onsets import answered

ANSWERED = [
    ("Years. Honestly.", ">2w"),
    ("decades", ">2w"),
    ("months and months", ">2w"),
    ("for years, on and off", ">2w"),
    ("10 years on and off", ">2w"),
    ("on and off since 2015", ">2w"),
    ("off and on for about 12 years", ">2w"),
    ("all my life", ">2w"),
    ("my entire adult life", ">2w"),
    ("since childhood", ">2w"),
    ("since I was a teenager", ">2w"),
    ("since I was around forty", ">2w"),
    ("since college", ">2w"),
    ("ages", ">2w"),
    ("for eons", ">2w"),
    ("many moons ago", ">2w"),
    ("as long as i can remember", ">2w"),
    ("since i was about 25", ">2w"),
    ("forever and a day", ">2w"),
    ("weeks, it's driving me nuts", ">2w"),
    ("for months now, comes and goes", ">2w"),
    ("Years and years", ">2w"),
    ("many moons", ">2w"),
    ("too long", "ask"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_the_answer_gives_its_band(text: str, expected: str) -> None:
    assert answered(text) == expected
