"""What the bot does next: advice too early, first messages, other parts of the body."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.patients import (
    ASKED_LONE,
    NOW,
    cared_for,
    healthy,
    says,
)
from tests.triage.turns import ADVICE, FRESH, SPASM, confirming, pressed, stated, turn
from triage.red_flags import DENIED
from triage.state import Message
from triage.turn import FORM


@pytest.mark.parametrize("intent", ADVICE)
def test_no_advice_before_the_questions_are_answered(intent: str) -> None:
    assert turn(FRESH, says("…", intent)).actions == ("utter_check_first", FORM)
    mid = turn(FRESH, says("…", intent, requested="nerve_signs"))
    assert mid.actions == ("utter_check_first", FORM)


@pytest.mark.parametrize("intent", ADVICE)
@pytest.mark.parametrize("level", ["see_doctor_today", "see_doctor_soon", "not_for_bot"])
def test_no_advice_above_the_clinics_own_level(level: str, intent: str) -> None:
    answer = turn(cared_for(disposition=level), says("…", intent))
    assert answer.actions == ("utter_no_first_aid",)


@pytest.mark.parametrize("intent", ADVICE)
@pytest.mark.parametrize("level", ["self_care", "call_clinic"])
def test_advice_after_the_questions(level: str, intent: str) -> None:
    assert turn(cared_for(disposition=level), says("…", intent)).actions == ()


@pytest.mark.parametrize("intent", ADVICE)
def test_no_advice_to_one_who_is_back_before_the_nerve_signs_are_asked_again(intent: str) -> None:
    back = turn(cared_for(), says("hi", "greet", at=NOW + timedelta(hours=30))).state
    going_on = turn(back, pressed("better_or_worse", "better", at=NOW + timedelta(hours=30))).state
    for state, requested in ((back, None), (going_on, "nerve_signs")):
        message = says("…", intent, at=NOW + timedelta(hours=30, minutes=1), requested=requested)
        answer = turn(state, message)
        assert answer.actions != ()
        assert not any(action.startswith("action_first_aid") for action in answer.actions)


@pytest.mark.parametrize("told", ["self_care", "call_clinic"])
def test_no_advice_to_one_who_turns_out_to_be_under_18(told: str) -> None:
    answer = turn(cared_for(disposition=told), says("I'm 15", "answer"))
    assert "utter_not_for_bot_child" in answer.actions
    advice = turn(answer.state, says("what do I do now", "ask_first_aid"))
    assert advice.actions == ("utter_no_first_aid",)


def test_pregnancy_after_the_outcome_ends_the_first_aid() -> None:
    told = turn(cared_for(), stated("pregnancy")).state
    assert turn(told, says("next", "next_step")).actions == ("utter_no_first_aid",)


def test_the_cautions_lead_on_to_what_waited_for_them() -> None:
    state = cared_for(asking="cold_heat_cautions", after_cautions="action_first_aid_all")
    answer = turn(state, pressed("cold_heat_cautions", "raynauds"))
    assert answer.actions == ("action_first_aid_all",)
    assert answer.state.asking is None
    assert answer.state.cold_heat_cautions == ("raynauds",)


@pytest.mark.parametrize(
    ("question", "text"),
    [("age_group", "not sure"), ("onset", "no idea"), ("recurring", "no"), ("recurring", "not sure")],
)
def test_no_advice_in_answer_to_the_last_question(question: str, text: str) -> None:
    message = says(text, "ask_stretching", requested=question)
    assert FORM in turn(healthy(**{question: None}), message).actions


@pytest.mark.parametrize("message", [says("hello?"), says("no", "deny"), says("is anyone there", "greet")])
def test_an_outcome_that_could_not_be_told_is_told_at_the_next_message(message: Message) -> None:
    assert turn(cared_for(disposition=None, triaged=False), message).actions == ("action_disposition",)


def test_an_answer_that_asks_for_advice_gets_its_outcome_first() -> None:
    message = stated("weight_loss", intent="ask_first_aid", requested="health_risks")
    state = healthy(health_risks=None, red_flags=dict.fromkeys(ASKED_LONE, DENIED))
    assert turn(state, message).actions == ("utter_see_doctor_soon",)


@pytest.mark.parametrize("intent", ["better", "same", "worse"])
def test_how_it_goes_is_no_news_before_the_outcome(intent: str) -> None:
    first = turn(FRESH, says("the pain is back", intent))
    assert first.actions == ("utter_comfort", FORM)
    asked = turn(FRESH, says("no relief", intent, requested="nerve_signs"))
    assert asked.actions == ("utter_check_first", FORM)
    hinted = turn(confirming("saddle_numbness"), says("the pain is back", intent))
    assert hinted.actions == ("utter_check_first", "utter_ask_confirm_saddle_numbness")
    for answer in (first, asked, hinted):
        assert answer.state.better_or_worse is None


@pytest.mark.parametrize("intent", ["affirm", "deny", "answer", "nlu_fallback", "greet", "ask_hours", "better", None])
def test_a_first_message_with_a_sign_leads_to_the_questions(intent: str | None) -> None:
    assert turn(FRESH, stated("fever", intent=intent or "")).actions == ("utter_comfort", FORM)


def test_who_has_a_sign_and_asks_for_a_person_gets_both() -> None:
    assert turn(FRESH, stated("fever", intent="ask_human")).actions == ("utter_human", FORM)


def test_another_part_of_the_body_is_checked_for_emergencies_first() -> None:
    first = turn(FRESH, says("my calf hurts", "other_body_part"))
    assert first.actions == ("utter_emergencies_first", "utter_ask_emergency_signs")
    done = turn(first.state, pressed("emergency_signs", "none"))
    assert done.actions == ("utter_other_body_part",)
    assert done.state.disposition == "not_for_bot"
    danger = turn(first.state, pressed("emergency_signs", "chest_pain"))
    assert danger.actions == ("utter_call_911",)


def test_a_clot_in_another_part_of_the_body_is_seen_today() -> None:
    first = turn(FRESH, stated("clot_signs", intent="other_body_part")).state
    done = turn(first, pressed("emergency_signs", "none"))
    assert done.state.disposition == "see_doctor_today"


def test_a_doctor_for_another_part_of_the_body_is_not_taken_back_for_the_back() -> None:
    first = turn(FRESH, stated("clot_signs", intent="other_body_part")).state
    done = turn(first, pressed("emergency_signs", "none")).state
    assert turn(done, says("my back too", SPASM)).state.disposition == "see_doctor_today"


@pytest.mark.parametrize("told", ["see_doctor_today", "call_clinic", "self_care"])
def test_another_part_of_the_body_takes_nothing_back(told: str) -> None:
    state = cared_for(disposition=told, emergency_stated=told == "see_doctor_today")
    first = turn(state, says("my knee hurts", "other_body_part")).state
    done = turn(first, pressed("emergency_signs", "none")).state
    assert done.disposition == told


def test_the_back_after_another_part_of_the_body() -> None:
    first = turn(FRESH, says("my calf hurts", "other_body_part")).state
    done = turn(first, pressed("emergency_signs", "none")).state
    answer = turn(done, says("my back too", SPASM))
    assert answer.actions == ("utter_comfort", FORM)
    assert answer.state.disposition is None


def test_a_child_is_sent_on_when_no_emergency_was_found() -> None:
    state = FRESH.with_(
        red_flags=dict.fromkeys(ASKED_LONE, DENIED), emergency_signs="none", nerve_signs="none"
    )
    answer = turn(state, pressed("age_group", "under_18", requested="age_group"))
    assert answer.actions == ("utter_not_for_bot_child",)
    assert answer.state.disposition == "not_for_bot"
    assert not answer.form


def test_the_first_spasm_is_left_to_its_rule() -> None:
    assert turn(FRESH, says("my back locked up", SPASM)).actions == ()
