"""Which words deny at all."""

from __future__ import annotations

import pytest

from triage.negators import negates


@pytest.mark.parametrize(
    "words",
    [
        "no", "not", "never had", "without", "denies", "nobody diagnosed", "nobody is", "nothing like", "neither",
        "do not have", "not been treated for", "no treatment for", "no warning signs like",
    ],
)
def test_a_word_that_denies(words: str) -> None:
    scope = words.split()
    assert any(negates(scope, index) for index in range(len(scope)))


@pytest.mark.parametrize(
    "words",
    [
        "no doubt",
        "not only",
        "not asked about",
        "if it were not for the",
        "never told anyone of",
        "never asked about",
        "can not",
        "nobody told me about",
        "no denying",
        "can not finish a sentence without",
        "zero to",
        "my back",
        "did not mean to",
        "no control over",
        "have not finished my",
        "was not there yesterday this",
        "never used to have",
    ],
)
def test_words_that_deny_nothing_of_what_follows(words: str) -> None:
    scope = words.split()
    assert not any(negates(scope, index) for index in range(len(scope)))
