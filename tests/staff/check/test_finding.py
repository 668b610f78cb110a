"""Findings as text, and the nearest right word."""

from __future__ import annotations

import pytest

from staff.check.finding import ERROR, WARNING, Finding, Mark, nearest, shown, warning


def test_a_finding_says_where_what_and_what_to_change() -> None:
    assert str(Finding(Mark("clinic.yml", 3), "is wrong", "mend it")) == "clinic.yml:3: is wrong: mend it"


def test_a_finding_is_an_error_unless_it_is_a_warning() -> None:
    assert Finding(Mark("a", 1), "b", "c").level == ERROR
    assert warning(Mark("a", 1), "b", "c").level == WARNING


@pytest.mark.parametrize(
    ("word", "change"),
    [
        ("exampels", "did you mean `examples`?"),
        ("Intent", "did you mean `intent`?"),
        ("{examples", "did you mean `examples`?"),
        ("exa", "did you mean `examples`?"),
        ("zzz", "see above"),
    ],
)
def test_the_nearest_word_is_offered(word: str, change: str) -> None:
    assert nearest(word, ["intent", "examples"], "see above") == change


def test_a_quoted_text_stays_on_one_short_line() -> None:
    assert shown("one\ntwo") == "one two"
    assert shown("word " * 30, 9) == "word word…"
