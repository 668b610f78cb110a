"""Which words start over."""

from __future__ import annotations

import pytest

from tests.patients import says
from triage.begin_anew import asks_to_start_over


@pytest.mark.parametrize(
    "text",
    ["start over", "restart", "please start again", "reset", "redo", "from scratch", "new chat", "begin anew",
     "back to the beginning", "beginning", "clear the chat", "strt over", "resart pls", "start over, it hurts again",
     "can I do the whole thing again", "forget all that, start fresh", "ask me everything again", ""],
)  # fmt: skip
def test_words_that_start_over(text: str) -> None:
    assert asks_to_start_over(says(text, "start_over"))
    assert not asks_to_start_over(says(text, "nlu_fallback"))


@pytest.mark.parametrize(
    "text",
    ["first", "1st", "new", "the first one", "a new one", "brand new", "again", "over", "clear", "all clear",
     "over 70", "over 2 weeks", "start of this week", "at the beginning of may", "it started again", "hurts again",
     "pain again", "again and again", "it happens over and over", "it's all over", "can't start", "hard to start",
     "trouble starting to pee", "when i begin to stand", "numb when i wipe", "just a scratch", "forget it"],
)  # fmt: skip
def test_words_that_only_answer(text: str) -> None:
    assert not asks_to_start_over(says(text, "start_over"))
