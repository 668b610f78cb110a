"""A name that cannot be taken is refused in words that say what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.new.kinds import STORY, TOPIC
from staff.new.naming import BadNameError, check_name, suggestion

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", ["cloakroom", "insurance_cards", "covid19"])
def test_a_new_word_can_be_taken(name: str) -> None:
    check_name(ROOT, TOPIC, name)
    check_name(ROOT, STORY, name)


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("Parking", "./bot new topic parking"),
        ("parking lot", "./bot new topic parking_lot"),
        ("where's parking?", "./bot new topic wheres_parking"),
        ("../../etc/passwd", "./bot new topic etc_passwd"),
        ("9", "./bot new topic parking"),
        ("", "./bot new topic parking"),
        ("a" * 50, "./bot new topic " + "a" * 40),
    ],
)
def test_a_word_that_is_no_name_comes_with_one_that_is(name: str, instead: str) -> None:
    with pytest.raises(BadNameError, match="cannot be a name") as refused:
        check_name(ROOT, TOPIC, name)
    assert str(refused.value).endswith(instead)


@pytest.mark.parametrize(
    ("kind", "name", "there"),
    [
        (TOPIC, "hours", "data/topics/hours.yml is there already"),
        (TOPIC, "when_to_worry", "data/topics/when_to_worry.yml is there already"),
        (TOPIC, "greet", "`utter_greet` is there already, in data/conversation/greeting.yml:"),
        (TOPIC, "why", "`ask_why` is there already, in data/"),
        (STORY, "overuse", "`tell_overuse` is there already, in data/stories/causes.yml:"),
    ],
)
def test_what_is_there_already_is_named(kind, name: str, there: str) -> None:
    with pytest.raises(BadNameError) as refused:
        check_name(ROOT, kind, name)
    assert str(refused.value).startswith(there)


def test_what_is_suggested_can_be_taken() -> None:
    assert suggestion("Dr. O'Neil's 2nd office!") == "dr_oneils_2nd_office"
    assert suggestion("42 questions") == "questions"
