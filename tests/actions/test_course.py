"""Better, worse or the same, after the outcome."""

from __future__ import annotations

import pytest

from actions.course import ActionCourse
from tests.actions.talk import run
from tests.patients import cared_for


def test_its_name() -> None:
    assert ActionCourse().name() == "action_course"


@pytest.mark.parametrize("course", ["better", "same"])
def test_better_and_the_same_change_nothing(course: str) -> None:
    done = run(ActionCourse(), cared_for(), course)
    assert done.said == [f"utter_{course}"]
    assert done.slots == {"better_or_worse": course}


def test_worse_is_for_the_clinic_and_the_steps_stop() -> None:
    done = run(ActionCourse(), cared_for(), "worse")
    assert "utter_call_clinic" in done.said or "utter_worse" in done.said
    assert done.slots["better_or_worse"] == "worse"
    assert done.slots["disposition"] == "call_clinic"
    assert "utter_self_care" not in done.said
    assert not any(said.startswith(("utter_step", "utter_first_aid")) for said in done.said)


@pytest.mark.parametrize("course", ["better", "same", "worse"])
@pytest.mark.parametrize("level", ["call_clinic", "see_doctor_soon", "see_doctor_today"])
def test_nothing_falls(level: str, course: str) -> None:
    done = run(ActionCourse(), cared_for(disposition=level), course)
    assert done.slots.get("disposition", level) == level
    assert done.said


@pytest.mark.parametrize("course", ["better", "same", "worse"])
def test_a_child_is_given_no_first_aid(course: str) -> None:
    done = run(ActionCourse(), cared_for(disposition="not_for_bot", age_group="under_18"), course)
    assert done.slots.get("disposition", "not_for_bot") == "not_for_bot"
    assert not any(said.startswith(("utter_step", "utter_first_aid")) for said in done.said)


def test_anything_else_counts_as_the_same() -> None:
    for intent in (None, "greet"):
        assert run(ActionCourse(), cared_for(), intent).said == ["utter_same"]
