"""Tick lists that are answered in part, with a yes, or with not sure."""

from __future__ import annotations

import pytest

from tests.patients import (
    TABLE,
    finding,
    healthy,
    hours_ago,
    says,
)
from tests.triage.turns import ADVICE, FRESH, confirming, pressed, turn
from triage.red_flags import DENIED, UNSURE
from triage.turn import FORM


@pytest.mark.parametrize("question", ["emergency_signs", "nerve_signs", "health_risks"])
def test_not_sure_about_a_list_is_explained_once(question: str) -> None:
    answer = turn(FRESH, pressed(question, "not_sure", requested=question))
    assert answer.actions == (f"utter_explain_{question}", FORM)
    assert question in answer.state.explained
    assert getattr(answer.state, question) is None


def test_not_sure_about_nerve_signs_twice_is_the_emergency_room() -> None:
    state = FRESH.with_(explained=("nerve_signs",))
    answer = turn(state, pressed("nerve_signs", "not_sure", requested="nerve_signs"))
    assert answer.actions == ("utter_go_to_er",)
    assert answer.state.emergency_stated


@pytest.mark.parametrize("text", ["yes", "all of them", "some"])
def test_a_second_yes_that_names_none_of_the_nerve_signs_is_the_emergency_room(text: str) -> None:
    message = says(text, "affirm", requested="nerve_signs")
    first = turn(FRESH, message)
    assert first.actions == ("utter_which", FORM)
    second = turn(first.state, message)
    assert second.actions == ("utter_go_to_er",)
    assert second.state.emergency_stated


@pytest.mark.parametrize("question", ["emergency_signs", "health_risks"])
def test_a_second_yes_that_names_none_gets_the_numbers_for_help_and_goes_on(question: str) -> None:
    message = says("yes", "affirm", requested=question)
    second = turn(turn(FRESH, message).state, message)
    assert second.actions == ("utter_unclear_again", FORM)
    assert getattr(second.state, question) == "not_sure"
    assert all(second.state.flag(flag) == UNSURE for flag in TABLE.asked_in(question))


def test_another_matter_between_does_not_make_which_begin_anew() -> None:
    message = says("yes", "affirm", requested="nerve_signs")
    between = turn(turn(FRESH, message).state, says("your hours?", "ask_hours", requested="nerve_signs")).state
    assert turn(between, message).actions == ("utter_go_to_er",)


def test_after_an_answer_to_a_part_which_is_asked_anew() -> None:
    yes = says("yes", "affirm", requested="health_risks")
    part = says("no fever", "deny", findings=(finding("fever", DENIED),), requested="health_risks")
    state = turn(turn(FRESH, yes).state, part).state
    assert turn(state, yes).actions == ("utter_which", FORM)


def test_a_second_yes_that_names_none_of_several_leaves_them_unsure() -> None:
    first = turn(confirming("saddle_numbness", "both_legs"), says("yes", "affirm"))
    assert first.actions[0] == "utter_which"
    assert turn(first.state, says("yes", "affirm")).actions == ("utter_go_to_er",)


def test_not_sure_about_emergency_signs_twice_is_a_doctor_today() -> None:
    state = healthy(
        emergency_signs=None,
        red_flags=dict.fromkeys(TABLE.asked_in("nerve_signs"), DENIED),
        explained=("emergency_signs",),
    )
    answer = turn(state, pressed("emergency_signs", "not_sure", requested="emergency_signs"))
    assert answer.actions == ("utter_see_doctor_today",)


def test_not_sure_twice_goes_on_with_what_is_still_to_be_asked() -> None:
    state = FRESH.with_(explained=("emergency_signs",))
    answer = turn(state, pressed("emergency_signs", "not_sure", requested="emergency_signs"))
    assert answer.actions == (FORM,)
    assert answer.state.disposition is None


def test_an_outcome_that_the_action_tells_is_never_told_without_it() -> None:
    # What the clinic is called for stands in the action's summary.
    state = healthy(health_risks=None, signs=("leg_pain",), explained=("health_risks",))
    answer = turn(state, pressed("health_risks", "not_sure", requested="health_risks"))
    assert answer.actions in ((FORM,), ("action_disposition",))


def test_a_yes_to_a_list_is_asked_which() -> None:
    answer = turn(FRESH, says("yes", "affirm", requested="emergency_signs"))
    assert answer.actions == ("utter_which", FORM)


def test_one_denied_sign_leaves_the_others_to_be_asked() -> None:
    message = says(
        "no chest pain", "deny", findings=(finding("chest_pain", DENIED),), requested="emergency_signs"
    )
    answer = turn(FRESH, message)
    assert answer.actions == ("utter_and_the_others", FORM)
    assert answer.state.emergency_signs is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing like that, just bent down", (FORM,)),
        ("nothing like that. should I use ice or heat?", ("utter_check_first", FORM)),
    ],
)
def test_advice_is_put_off_only_where_it_was_asked_for(text: str, said: tuple[str, ...]) -> None:
    answer = turn(FRESH, says(text, ADVICE[0], requested="emergency_signs"))
    assert answer.state.emergency_signs == "none"
    assert answer.actions == said


def test_none_of_these_leaves_the_form_to_go_on() -> None:
    answer = turn(FRESH, pressed("emergency_signs", "none", requested="emergency_signs"))
    assert answer.actions == ()
    assert answer.form
    assert answer.state.emergency_signs == "none"


def test_an_unclear_time_is_asked_again() -> None:
    message = says("a few days", "answer", onset=hours_ago(70), onset_clear=False, requested="onset")
    answer = turn(FRESH, message)
    assert answer.actions == ("utter_which_time", FORM)
    assert answer.state.onset is None


def test_the_answer_to_a_later_question_is_taken_down() -> None:
    message = says("it began on monday", "nlu_fallback", onset="2026-11-16T12:00:00+00:00", requested="nerve_signs")
    answer = turn(FRESH, message)
    assert answer.actions == ("utter_taken_down", FORM)
    assert answer.state.onset == "2026-11-16T12:00:00+00:00"


def test_what_is_known_already_is_not_taken_down_again() -> None:
    known = FRESH.with_(recurring=True)
    message = says("it came back", "nlu_fallback", recurring=True, requested="nerve_signs")
    assert turn(known, message).actions == ("utter_unclear", FORM)


def test_a_matter_of_its_own_is_answered_and_not_only_taken_down() -> None:
    monday = "2026-11-16T12:00:00+00:00"
    message = says("monday, and what does it cost", "ask_price", onset=monday, requested="nerve_signs")
    assert "utter_taken_down" not in turn(FRESH, message).actions
