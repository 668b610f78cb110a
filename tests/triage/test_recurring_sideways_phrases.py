"""That it has happened before, said sideways: each class by a few of its wordings."""

from __future__ import annotations

import pytest

from triage.recurring import says_recurring

ANY_TIME = [
    # An old acquaintance, a road gone down before.
    "the usual suspect",
    "been there done that",
    "been down this road",
    "me and this spasm go way back",
    "familiar territory",
    "we meet again",
    # Causes that always do it.
    "cold weather always sets it off",
    "lifting always sets it off",
    # One of a row.
    "third go round",
    "second bout",
    "another bloody spasm",
    "worst one yet",
    "worse than usual",
    "first one in ages",
    "since my first one in 2015",
    "not the first and won't be the last",
    # A habit of the back.
    "my back likes to do this",
    "groundhog day",
    "you've treated me for this",
    "did the same thing in june",
    "won't stop coming back",
]
WHEN_ASKED = [
    "it does that",
    "i'm used to it",
    "story of my life",
    "i've always had a dodgy back",
    "it usually lasts a week",
    "i suffer from these",
    "i'm an old hand at this",
    "never as bad as this though",
    "i've had milder ones",
    "been fighting this for 10 years",
    "whenever it gets cold",
    "happening more often lately",
    "my back is made of glass",
    "my doctor has seen me for this",
    "i've had back spasms since i was 19",
]
FIRST = [
    "my back has always been fine",
    "never a day's trouble with my back",
    "never bothered me before",
    "no back problems ever",
    "uncharted territory",
    "first and hopefully last",
    "i'd never had a spasm before this",
    "my first rodeo",
]
NOT_SAID = [
    "i usually sleep on my side",
    "my back hurts",
    "i came back early from work",
    "it comes every ten minutes",
    "i always sit at a desk",
    "is it usual",
    "the pain comes and goes today",
    "it comes in waves",
]


@pytest.mark.parametrize("text", ANY_TIME)
def test_it_is_heard_in_any_message(text: str) -> None:
    assert says_recurring(text) is True


@pytest.mark.parametrize("text", WHEN_ASKED)
def test_it_is_heard_once_it_was_asked(text: str) -> None:
    assert says_recurring(text, awaiting=True) is True


@pytest.mark.parametrize("text", FIRST)
def test_the_first_time(text: str) -> None:
    assert says_recurring(text, awaiting=True) is False


@pytest.mark.parametrize(
    "text",
    ["it tends to hurt more at night", "long history of smoking", "that happens when I cough"],
)
def test_other_habits_are_no_recurrence(text: str) -> None:
    assert says_recurring(text) is None


@pytest.mark.parametrize("text", NOT_SAID)
def test_neither_is_said(text: str) -> None:
    assert says_recurring(text, awaiting=True) is None
