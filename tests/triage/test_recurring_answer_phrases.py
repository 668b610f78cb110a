"""Answers that say whether it has happened before only because that was asked."""

from __future__ import annotations

import pytest

from triage.recurring import says_recurring
from triage.recurring_answer_phrases import cores

ANSWERED = [
    ("most months tbh", True),
    ("my old friend", True),
    ("many a time, and the physio here sorted me out", True),
    ("not even one time before now", False),
    ("never ever ever, i thought i was dying", False),
    ("Before? No.", False),
    # How many times, and how often.
    ("heaps", True),
    ("plenty of times", True),
    ("more than once", True),
    ("more times than i can count", True),
    ("once in a blue moon", True),
    ("periodically", True),
    ("comes and goes", True),
    # It does.
    ("sure does", True),
    ("it has yes", True),
    ("it happens", True),
    # Long ago, and all along.
    ("back in my twenties", True),
    ("when i was pregnant", True),
    ("decades ago", True),
    ("yes, 5 years ago", True),
    ("just once, in 2015", True),
    ("all my life", True),
    ("since i was a kid", True),
    ("before also", True),
    ("old football injury", True),
    ("this'll be the third", True),
    ("mostly in winter", True),
    ("oh it's been years but yes", True),
    # Never.
    ("it would be my first time", False),
    ("very unusual for me", False),
    ("i can't remember ever having this", False),
    ("none", False),
    ("zero times", False),
    ("not to my knowledge", False),
    ("no not until this week", False),
    ("never in 40 years", False),
    ("brand new", False),
    ("new one on me", False),
    ("first timer", False),
    ("one-off", False),
    ("i don't believe so", False),
    ("don't think it has", False),
    ("first episode", False),
    # Neither.
    ("i don't recall", None),
    ("ask me again", None),
    ("come again?", None),
    ("what counts as before", None),
    ("do people get this more than once", None),
    ("i fell twice", None),
    ("i threw up twice", None),
    ("three times i tried to stand", None),
    ("i've had an mri before", None),
    ("i've taken ibuprofen before", None),
    ("my wife had this last year", None),
    ("i've had it for three days", None),
    ("first, do i need an x-ray", None),
]
DENIED = ["has not happened previously", "it never happen before", "none before", "never seen this before"]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_an_answer(text: str, expected: bool | None) -> None:
    assert says_recurring(text, awaiting=True) is expected


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_the_first_time(text: str) -> None:
    assert says_recurring(text, awaiting=True) is False


def test_what_stands_around_an_answer_is_left_out() -> None:
    assert "loads of times" in cores(" oh yeah , loads of times sadly . ")
    assert "never" in cores(" no , never ", denying=True)
