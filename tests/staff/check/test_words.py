"""The lists of words.yml as expressions."""

from __future__ import annotations

import pytest

from staff.check.words import expression, words


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("cure*", "This cures it.", True),
        ("cure*", "A secure chair", False),
        ("will fix", "It WILL  fix it", True),
        ("# mg", "take 400mg", True),
        ("# mg", "400-mg pills", True),
        ("# tablet*", "two tablets", True),
        ("# tablet*", "the tablets", False),
        ("100%", "100% sure", True),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, is_found: bool) -> None:
    assert bool(expression([phrase]).search(text)) is is_found


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("promises", "we guarantee it"),
        ("doses", "take 2 pills"),
        ("drugs", "an Advil"),
        ("drugs", "muscle relaxants"),
        ("diagnoses", "you have a herniated disc"),
    ],
)
def test_what_must_not_be_said(kind: str, text: str) -> None:
    assert words().forbidden[kind].search(text)
