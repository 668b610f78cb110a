"""Keys that were only hit are told from words."""

from __future__ import annotations

import pytest

from rasa_parts.readable import is_readable


@pytest.mark.parametrize("text", ["flurb gnarl", "asdfghjkl", "qwrt zxcv"])
def test_hit_keys_are_no_words(text: str) -> None:
    assert not is_readable(text, confidence=0.3)


@pytest.mark.parametrize("text", ["my bakc hurts", "hola me duele", "45", "🙂", "numb"])
def test_words_numbers_and_signs_are_readable(text: str) -> None:
    assert is_readable(text, confidence=0.3)


def test_slang_that_the_examples_have_is_readable() -> None:
    assert is_readable("yup", confidence=0.98)
