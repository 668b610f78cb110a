"""Flags to be confirmed, and questions that are asked again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.patients import (
    FLAGS,
    cared_for,
    finding,
    healthy,
    hours_ago,
    says,
)
from tests.triage.turns import ADVICE, FRESH, confirming, pressed, stated, turn
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import Message
from triage.turn import FORM


def test_yes_to_an_emergency_sign_is_the_emergency() -> None:
    assert turn(confirming("chest_pain"), pressed("confirm", "yes")).actions == ("utter_call_911",)


def test_no_goes_on_with_the_questions() -> None:
    answer = turn(confirming("chest_pain"), pressed("confirm", "no"))
    assert answer.actions == (FORM,)
    assert answer.state.flag("chest_pain") == DENIED
    assert answer.state.confirm == ()


def test_several_are_asked_in_one_turn() -> None:
    answer = turn(FRESH, stated("chest_pain", "fever", state=UNSURE))
    asks = ("utter_ask_confirm_chest_pain", "utter_ask_confirm_fever", "utter_ask_confirm_several")
    assert answer.actions == ("utter_comfort", *asks)


@pytest.mark.parametrize(
    ("reply", "present", "denied"),
    [
        (pressed("confirm", "fever"), {"fever"}, {"chest_pain"}),
        (pressed("confirm", "none"), set(), {"fever", "chest_pain"}),
        (says("no to both"), set(), {"fever", "chest_pain"}),
        (says("neither"), set(), {"fever", "chest_pain"}),
        (says("both of them"), {"fever", "chest_pain"}, set()),
        (says("the second one", offered=("chest_pain", "fever", "none", "not_sure")), {"fever"}, {"chest_pain"}),
        (says("no chest pain", "deny", findings=(finding("chest_pain", DENIED),)), set(), {"chest_pain"}),
    ],
)
def test_several_are_answered_together(reply: Message, present: set[str], denied: set[str]) -> None:
    state = turn(confirming("chest_pain", "fever"), reply).state
    assert {flag for flag in FLAGS if state.flag(flag) == PRESENT} == present
    assert {flag for flag in FLAGS if state.flag(flag) == DENIED} == denied


def test_a_yes_to_several_asks_which() -> None:
    answer = turn(confirming("chest_pain", "fever"), says("yes", "affirm"))
    assert answer.actions[0] == "utter_which"
    assert answer.state.confirm == ("chest_pain", "fever")


def test_a_no_with_more_beside_it_asks_whether_none_is_meant_and_clears_nothing() -> None:
    state, said = FRESH, []
    for _ in range(3):
        answer = turn(state, says("none, only the stairs one, hm", requested="emergency_signs"))
        state = answer.state
        said.append(answer.actions[0])
    assert said == ["utter_none_or_which", "utter_none_or_which", "utter_unclear_again"]
    assert state.emergency_signs is None and not state.red_flags


def test_what_the_answer_leaves_open_is_asked_alone() -> None:
    answer = turn(
        confirming("chest_pain", "fever"), says("no chest pain", "deny", findings=(finding("chest_pain", DENIED),))
    )
    assert answer.actions == ("utter_ask_confirm_fever",)


def test_not_sure_of_several_is_explained_and_then_left_unsure() -> None:
    first = turn(confirming("saddle_numbness", "both_legs"), pressed("confirm", "not_sure"))
    assert first.actions[0] == "utter_explain_confirm"
    assert first.actions[-1] == "utter_ask_confirm_several"
    assert turn(first.state, pressed("confirm", "not_sure")).actions == ("utter_go_to_er",)


def test_one_that_is_denied_beside_it_is_not_asked_any_more() -> None:
    answer = turn(
        confirming("leg_weakness", "fever"),
        says("no, and no fever", "deny", findings=(replace(finding("fever", DENIED), start=11, end=16),)),
    )
    assert answer.state.confirm == ()
    assert answer.state.flag("fever") == DENIED


@pytest.mark.parametrize("text", ["not really", "not anymore", "it's gone now"])
def test_a_doubtful_no_is_not_taken_for_a_denial(text: str) -> None:
    answer = turn(confirming("saddle_numbness"), says(text, "deny"))
    assert answer.state.flag("saddle_numbness") != DENIED


def test_not_sure_is_explained_once_and_then_stays_unsure() -> None:
    first = turn(confirming("saddle_numbness"), pressed("confirm", "not_sure"))
    assert first.actions == ("utter_explain_confirm", "utter_ask_confirm_saddle_numbness")
    second = turn(first.state, pressed("confirm", "not_sure"))
    assert second.actions == ("utter_go_to_er",)
    assert second.state.emergency_stated


def test_a_lone_sign_that_stays_unsure_is_seen_today() -> None:
    state = healthy(
        red_flags={**healthy().red_flags, "chest_pain": UNSURE},
        confirm=("chest_pain",),
        explained=("confirm_chest_pain",),
    )
    assert turn(state, pressed("confirm", "not_sure")).actions == ("utter_see_doctor_today",)


@pytest.mark.parametrize("intent", ADVICE)
def test_no_advice_while_a_flag_is_being_asked(intent: str) -> None:
    answer = turn(confirming("saddle_numbness"), says("…", intent))
    assert answer.actions != ()
    assert not any(action.startswith("action_first_aid") for action in answer.actions)
    assert "utter_ask_confirm_saddle_numbness" in answer.actions


def test_a_message_that_is_not_understood_is_never_small_talk() -> None:
    first = turn(FRESH, says("asdf", "nlu_fallback"))
    assert first.actions == ("utter_unclear", FORM)
    second = turn(first.state, says("qwer", "nlu_fallback"))
    assert second.actions == ("utter_unclear_again", FORM)


def test_an_understood_message_ends_the_count() -> None:
    state = FRESH.with_(misunderstood=1)
    assert turn(state, says("where are you", "ask_address")).state.misunderstood == 0


def test_the_third_time_at_one_question_the_number_is_given_whatever_came_between() -> None:
    state = FRESH
    for _ in range(2):
        unclear = turn(state, says("asdf", "nlu_fallback", requested="onset"))
        assert unclear.actions == ("utter_unclear", FORM)
        state = turn(unclear.state, says("your hours?", "ask_hours", requested="onset")).state
    third = turn(state, says("asdf", "nlu_fallback", requested="onset"))
    assert third.actions == ("utter_unclear_again", FORM)
    other = turn(third.state.with_(misunderstood=0), says("asdf", "nlu_fallback", requested="recurring"))
    assert other.actions == ("utter_unclear", FORM)


def test_an_unclear_time_again_and_again_gets_the_number() -> None:
    message = says("a few days", "answer", onset=hours_ago(70), onset_clear=False, requested="onset")
    state = FRESH
    said: list[str] = []
    for _ in range(3):
        answer = turn(state, message)
        state, said = answer.state, [*said, answer.actions[0]]
    assert said == ["utter_which_time", "utter_which_time", "utter_unclear_again"]


def test_the_same_part_of_a_list_again_and_again_gets_the_number() -> None:
    part = says("no fever", "deny", findings=(finding("fever", DENIED),), requested="health_risks")
    state = FRESH
    said: list[str] = []
    for _ in range(4):
        answer = turn(state, part)
        state, said = answer.state, [*said, answer.actions[0]]
    assert said == [*["utter_and_the_others"] * 3, "utter_unclear_again"]


def test_an_empty_line_is_not_understood() -> None:
    assert turn(FRESH, says("", None)).actions == ("utter_unclear", FORM)


def test_a_question_that_is_not_the_forms_is_asked_again() -> None:
    answer = turn(cared_for(asking="cold_heat_cautions"), says("asdf", "nlu_fallback"))
    assert answer.actions == ("utter_unclear", "utter_ask_cold_heat_cautions")


@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_a_yes_or_no_with_no_question_open_is_left_to_the_rule_that_asks(intent: str) -> None:
    assert turn(FRESH, says("yes", intent)).actions == ()
    assert turn(cared_for(), says("no", intent)).actions == ()


@pytest.mark.parametrize(
    "intent", ["next_step", "step_back", "skip_step", "all_steps", "too_painful", "ask_ice_or_heat"]
)
def test_the_first_aid_waits_while_a_sign_is_to_be_confirmed(intent: str) -> None:
    state = cared_for(confirm=("overdose",), red_flags={"overdose": UNSURE})
    answer = turn(state, says("next", intent, requested="confirm_overdose"))
    assert answer.actions == ("utter_check_first", "utter_ask_confirm_overdose")


def test_a_yes_in_the_first_aid_goes_on() -> None:
    message = says("ok", "affirm", last_response="utter_step_breathe")
    assert turn(cared_for(), message).actions == ("action_first_aid_next",)
