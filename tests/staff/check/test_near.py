"""Texts that nearly repeat one another."""

from __future__ import annotations

import pytest

from staff.check.near import is_one_off, near_pairs, plain


def near(one: str, other: str, groups: tuple[str, str] = ("a", "b")) -> bool:
    texts = ((plain(one), groups[0]), (plain(other), groups[1]))
    return near_pairs(texts) == ((0, 1),)


def test_a_plain_text_has_no_signs_and_no_capitals() -> None:
    assert plain("Can’t I — please?! — STAND 2 hours") == "can't i please stand 2 hours"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("are you open on saturday", "on saturday are you open"),
        ("are you open on the saturday", "Are you open on Saturday, please?"),
        ("are you open on satruday", "are you open on saturday"),
        ("how many times a day should I stretch", "how many times a day should I stretch it"),
    ],
)
def test_texts_that_nearly_repeat_one_another(one: str, other: str) -> None:
    assert near(one, other)
    assert near(other, one)
    assert not near(one, other, ("a", "a"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it did", "did it"),
        ("can I drive to work", "can I go to work"),
        ("hurts a lot less than before", "hurts a lot more than before"),
        ("my back hurts", "my back hurts now"),
        ("are you open on saturday", "are you open on saturday"),
    ],
)
def test_texts_that_do_not(one: str, other: str) -> None:
    assert not near(one, other)


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [
        ("saturday", "satruday", True),
        ("saturday", "saturdays", True),
        ("saturday", "aturday", True),
        ("saturday", "sxturday", True),
        ("saturday", "saturday", True),
        ("saturday", "sunday", False),
        ("saturday", "satdruay", False),
    ],
)
def test_words_that_differ_by_one_letter(one: str, other: str, off: bool) -> None:
    assert is_one_off(one, other) is off
