"""Taking something back: repeated, asked, and only then changed."""

from __future__ import annotations

import pytest

from tests.patients import (
    CLINIC,
    EMERGENCIES,
    NOW,
    TABLE,
    cared_for,
    healthy,
    says,
)
from tests.triage.turns import EMERGENCY_TALK, FRESH, locked, pressed, stated, turn
from triage.disposition import decide
from triage.red_flags import DENIED, PRESENT
from triage.state import FORM_QUESTIONS, Message, TriageState
from triage.table import rank


def test_a_correction_is_repeated_and_asked_before_anything_falls() -> None:
    answer = turn(locked(), stated("urinary_retention", state=DENIED, intent="correct_mistake"))
    assert answer.actions == ("utter_correction", "utter_ask_confirm_urinary_retention")
    assert answer.state.understood == TABLE.flags["urinary_retention"].said_back
    assert answer.state.disposition == "go_to_er"
    assert answer.state.flag("urinary_retention") == PRESENT


def test_a_mistake_without_a_name_is_about_what_brought_the_emergency() -> None:
    state = locked("urinary_retention")
    state = state.with_flag("weight_loss", PRESENT)
    answer = turn(state, says("I ticked that by mistake", "correct_mistake"))
    assert answer.actions == ("utter_correction", "utter_ask_confirm_urinary_retention")


@pytest.mark.parametrize("flag", EMERGENCIES)
def test_a_confirmed_correction_leaves_a_doctor_today(flag: str) -> None:
    asked = turn(locked(flag), stated(flag, state=DENIED, intent="correct_mistake")).state
    answer = turn(asked, pressed("confirm", "no"))
    assert answer.state.disposition == "see_doctor_today"
    assert answer.actions == ("utter_corrected", "utter_see_doctor_today")
    # And it stays there: the questions that follow cannot lower it.
    later = healthy(
        disposition=answer.state.disposition,
        emergency_stated=answer.state.emergency_stated,
    )
    assert decide(TABLE, later, NOW, CLINIC.persistent_weeks) == "see_doctor_today"


@pytest.mark.parametrize(
    "reply",
    [
        pressed("confirm", "yes"),
        pressed("confirm", "not_sure"),
        says("what?", "nlu_fallback"),
        says("can I stretch?", "ask_stretching"),
        says("I don't know", "not_sure"),
        says("not really", "deny"),
    ],
)
def test_a_correction_that_is_not_confirmed_changes_nothing(reply: Message) -> None:
    asked = turn(locked(), stated("urinary_retention", state=DENIED, intent="correct_mistake")).state
    answer = turn(asked, reply)
    assert answer.state.disposition == "go_to_er"
    assert set(answer.actions) <= EMERGENCY_TALK


def test_a_correction_of_one_of_two_emergencies_leaves_the_other() -> None:
    told = turn(FRESH, stated("urinary_retention", "chest_pain")).state
    asked = turn(told, stated("chest_pain", state=DENIED, intent="correct_mistake")).state
    answer = turn(asked, pressed("confirm", "no"))
    assert TABLE.is_locked(answer.state.disposition)


def test_a_confirmed_correction_of_a_lesser_flag_lowers_the_level() -> None:
    told = turn(cared_for(), stated("fever")).state
    asked = turn(told, stated("fever", state=DENIED, intent="correct_mistake"))
    assert asked.actions == ("utter_correction", "utter_ask_confirm_fever")
    assert asked.state.disposition == "see_doctor_today"
    answer = turn(asked.state, pressed("confirm", "no"))
    assert answer.state.flag("fever") == DENIED
    # Either told already, or left to the form's end, which decides anew.
    again = decide(TABLE, answer.state, NOW, CLINIC.persistent_weeks)
    assert again == "self_care"


def test_a_lesser_correction_after_a_corrected_emergency_is_still_seen_today() -> None:
    asked = turn(locked(), stated("urinary_retention", state=DENIED, intent="correct_mistake")).state
    today = turn(asked, pressed("confirm", "no")).state
    feverish = turn(today, stated("fever")).state
    asked = turn(feverish, stated("fever", state=DENIED, intent="correct_mistake")).state
    answer = turn(asked, pressed("confirm", "no"))
    # Whatever is asked next and however it is answered.
    later = answer.state.with_(**{k: v for k, v in healthy().to_slots().items() if k in FORM_QUESTIONS})
    later = later.with_(red_flags=healthy().red_flags)
    assert rank(decide(TABLE, later, NOW, CLINIC.persistent_weeks)) >= rank("see_doctor_today")


def test_a_denial_of_what_was_stated_is_asked_in_the_middle_of_the_questions() -> None:
    state = TriageState(red_flags={"fever": PRESENT})
    answer = turn(state, stated("fever", state=DENIED, intent="deny", requested="onset"))
    assert answer.actions == ("utter_correction", "utter_ask_confirm_fever")
