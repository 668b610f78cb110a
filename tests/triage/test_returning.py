"""The same person again, hours or days later."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.patients import (
    NOW,
    TABLE,
    cared_for,
    says,
)
from tests.triage.turns import FRESH, pressed, stated, turn
from triage.disposition import open_questions
from triage.red_flags import UNSURE
from triage.state import Message
from triage.turn import FORM

TOMORROW = NOW + timedelta(hours=24)


def test_one_who_is_back_is_asked_how_it_goes() -> None:
    answer = turn(cared_for(), says("hi", "greet", at=TOMORROW))
    assert answer.actions == ("utter_welcome_back", "utter_ask_better_or_worse")
    assert answer.state.asking == "better_or_worse"


def test_the_nerve_signs_are_asked_again() -> None:
    state = turn(cared_for(), says("hi", "greet", at=TOMORROW)).state
    answer = turn(state, pressed("better_or_worse", "same", at=TOMORROW))
    assert answer.actions == ("utter_course_same", FORM)
    assert open_questions(TABLE, answer.state) == ["nerve_signs"]
    assert answer.state.nerve_signs is None


@pytest.mark.parametrize("course", ["better", "same", "worse"])
def test_one_who_says_how_it_goes_is_not_asked(course: str) -> None:
    answer = turn(cared_for(), says("…", course, at=TOMORROW))
    assert answer.actions == (f"utter_course_{course}", FORM)
    assert answer.state.better_or_worse == course


@pytest.mark.parametrize(
    ("hours", "back"), [(0.1, False), (3.99, False), (4, True), (24, True), (24 * 30, True)]
)
def test_when_a_patient_counts_as_back(hours: float, back: bool) -> None:
    answer = turn(cared_for(), says("hi", "greet", at=NOW + timedelta(hours=hours)))
    assert ("utter_welcome_back" in answer.actions) == back


def test_an_unfinished_triage_just_goes_on() -> None:
    state = FRESH.with_(last_message_at=NOW.isoformat(), emergency_signs="none")
    answer = turn(state, pressed("nerve_signs", "none", at=TOMORROW, requested="nerve_signs"))
    assert answer.actions == ()


@pytest.mark.parametrize(
    "message",
    [
        pressed("better_or_worse", "new", at=TOMORROW),
        says("it went away and is back", "report_recurring", at=TOMORROW, recurring=True),
    ],
)
def test_a_new_spasm_after_a_better_spell_counts_as_recurring(message: Message) -> None:
    state = turn(cared_for(), says("hi", "greet", at=TOMORROW)).state
    answer = turn(state, message)
    assert answer.actions == ("utter_course_new", FORM)
    assert answer.state.recurring is True
    # Ice or heat goes by the new spasm, not by the one of weeks ago.
    assert answer.state.onset is None


def test_a_hint_at_danger_in_a_refusal_is_asked() -> None:
    message = stated("saddle_numbness", state=UNSURE, intent="refuse_advice")
    answer = turn(cared_for(disposition="see_doctor_today"), message)
    assert "utter_ask_confirm_saddle_numbness" in answer.actions


def test_a_hint_at_danger_from_one_who_is_back_is_asked() -> None:
    message = replace(stated("saddle_numbness", state=UNSURE), at=TOMORROW)
    answer = turn(cared_for(), message)
    assert "utter_ask_confirm_saddle_numbness" in answer.actions
