"""What says that it has happened before only once that was asked: in other messages it says nothing."""

from __future__ import annotations

import pytest

from triage.recurring import says_recurring

WEAK = [
    "starts like this every time",
    "my back hates me",
    "it tends to happen in the cold",
    "long history",
    "i've got a slipped disc from way back",
]
NOT_SAID = [
    "i took advil last time i ate",
    "i get it when i move",
    "i lift heavy things every day",
]


@pytest.mark.parametrize("text", WEAK)
def test_it_counts_only_while_the_question_is_open(text: str) -> None:
    assert says_recurring(text) is None
    assert says_recurring(text, awaiting=True) is True


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_about_something_else_is_no_answer(text: str) -> None:
    assert says_recurring(text, awaiting=True) is None
