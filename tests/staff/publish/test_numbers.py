"""What counts as heard, and what as missed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from staff.publish.numbers import ACT_ALONE, INTENTS, OTHER_SIGNS, PLAIN, SIGNS, Sentence, count
from triage.table import load_table

LONE = Sentence("I can't pee", "urinary_retention", level="go_to_er")


def one(sentence: Sentence, **heard: Any) -> Mapping[str, tuple[int, int]]:
    return count([sentence], lambda text: heard).counts


@pytest.mark.parametrize(
    ("heard", "right"),
    [
        ({"red_flags": {"present": ["urinary_retention"]}}, 1),
        ({"red_flags": {"unsure": ["urinary_retention"]}}, 1),
        ({"responses": ["utter_ask_confirm_urinary_retention"]}, 1),
        ({"disposition": "call_911"}, 1),
        ({"disposition": "see_doctor_today"}, 0),
        ({"red_flags": {"denied": ["urinary_retention"]}}, 0),
        ({"responses": ["utter_ask_confirm_fever"]}, 0),
    ],
)
def test_a_lone_sign_is_acted_on_or_missed(heard: dict[str, Any], right: int) -> None:
    numbers = count([LONE], lambda text: heard)
    assert numbers.counts == {SIGNS: (right, 1)}
    assert numbers.missed == (frozenset() if right else {LONE})


def test_another_sign_is_counted_apart() -> None:
    assert one(Sentence("hot", "fever"), red_flags={"present": ["fever"]}) == {OTHER_SIGNS: (1, 1)}


@pytest.mark.parametrize(
    ("heard", "right"),
    [({}, 1), ({"red_flags": {"present": ["fever"]}}, 0), ({"responses": ["utter_ask_confirm_fever"]}, 0)],
)
def test_a_plain_message_is_left_alone(heard: dict[str, Any], right: int) -> None:
    assert one(Sentence("hello"), **heard) == {PLAIN: (right, 1)}


def test_an_intent() -> None:
    assert one(Sentence("hello", intent="greet"), intent="greet") == {INTENTS: (1, 1)}
    assert one(Sentence("hello", intent="greet"), intent="thanks") == {INTENTS: (0, 1)}


def test_the_signs_that_act_alone_are_those_of_the_clinical_table() -> None:
    from pathlib import Path

    assert load_table(Path(__file__).resolve().parents[3] / "clinical").acts_alone() == ACT_ALONE
