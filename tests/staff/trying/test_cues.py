"""The words that change how a sign is read are found."""

from __future__ import annotations

import pytest

from rasa_parts.clinical_knowledge import lexicon, speller
from staff.trying.cues import cues, passed_over
from triage.red_flags import Finding


def find(text: str) -> list[Finding]:
    return lexicon().find(text, speller())


@pytest.mark.parametrize(
    ("text", "flag", "words"),
    [
        ("no fever or chills", "fever", ("no",)),
        ("I don't have chest pain", "chest_pain", ("don't",)),
        ("maybe a fever", "fever", ("maybe",)),
        ("nothing of the kind", "fever", ()),
    ],
)
def test_the_words_behind_a_sense(text: str, flag: str, words: tuple[str, ...]) -> None:
    assert cues(text, flag, find) == words


def test_a_sign_that_is_anothers_is_passed_over_because_of_that_word() -> None:
    assert "mom" in passed_over("my mom had cancer", find)["cancer_history"]


def test_nothing_is_passed_over_in_plain_words() -> None:
    assert passed_over("what are your hours", find) == {}
    assert passed_over("I have chest pain", find) == {}
