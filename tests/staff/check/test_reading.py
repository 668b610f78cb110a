"""How easy a text is to read."""

from __future__ import annotations

import pytest

from staff.check.reading import filled, grade, hardest, sentences, syllables


@pytest.mark.parametrize(
    ("word", "many"),
    [("back", 1), ("spasm", 1), ("table", 2), ("water", 2), ("emergency", 4), ("911", 1), ("ice", 1), ("you", 1)],
)
def test_syllables(word: str, many: int) -> None:
    assert syllables(word) == many


def test_a_colon_and_a_new_line_end_a_sentence() -> None:
    assert sentences("Step 1: lie down.\nThen wait, e.g. a bit") == [
        ["Step", "1"],
        ["lie", "down"],
        ["Then", "wait", "eg", "a", "bit"],
    ]


def test_long_words_and_sentences_need_a_higher_grade() -> None:
    easy, long = "Lie down. Then wait.", "Lie down and then wait until it is over and you can go on with what you did."
    assert grade(easy) < grade(long) < grade("Comprehensive documentation necessitates administrative clarification.")
    assert grade("…") == 0


def test_placeholders_are_filled_as_patients_read_them() -> None:
    assert filled("Call {clinic_phone} in {weeks} weeks", {"clinic_phone": "us"}) == "Call us in 3 weeks"


def test_the_hardest_words_are_named_once() -> None:
    assert hardest("An evaluation (evaluation) of the injury, today") == ["evaluation", "injury"]
