"""Whole numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.numbers import NUMBER_WORDS, ORDINALS, numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("no numbers here", []),
        ("3", [3]),
        ("2 and 4", [2, 4]),
        ("sixty two", [62]),
        ("seventy", [70]),
        ("nineteen", [19]),
        ("twenty and three", [20, 3]),
        ("five six", [5, 6]),
        ("twenty twenty", [20, 20]),
        ("sixty zero", [60, 0]),
        ("sixty 2", [60, 2]),
        ("forty five fifty", [45, 50]),
        ("fourty five", [45]),
        ("thirdy ninty", [30, 90]),
        ("seventie eigthy", [70, 80]),
        ("1½", []),
        ("² ①", []),
    ],
)
def test_numbers(text: str, found: list[int]) -> None:
    assert numbers(text.split()) == found


@given(st.integers(0, 99))
def test_every_number_below_a_hundred_is_read_in_words(number: int) -> None:
    by_value = {value: word for word, value in NUMBER_WORDS.items()}
    words = [by_value[number]] if number in by_value else [by_value[number // 10 * 10], by_value[number % 10]]
    assert numbers(words) == [number]
    assert numbers([str(number)]) == [number]


@pytest.mark.parametrize(
    ("word", "place"), [("first", 1), ("tenth", 10), ("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4)]
)
def test_ordinals(word: str, place: int) -> None:
    assert ORDINALS[word] == place


@given(st.lists(st.text(max_size=6), max_size=6))
def test_any_words_are_read(words: list[str]) -> None:
    assert all(number >= 0 for number in numbers(words))
