"""Starting over, and another patient."""

from __future__ import annotations

from typing import Any

import pytest

from tests.patients import (
    NOW,
    TABLE,
    cared_for,
    healthy,
    says,
)
from tests.triage.turns import FRESH, SPASM, locked, stated, turn
from triage.begin_anew import asks_to_start_over
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import Message, TriageState
from triage.turn import FORM


@pytest.mark.parametrize(
    "text",
    ["start over", "restart", "please start again", "reset", "redo", "from scratch", "new chat", "begin anew",
     "back to the beginning", "beginning", "clear the chat", "strt over", "resart pls", "start over, it hurts again",
     "can I do the whole thing again", "forget all that, start fresh", "ask me everything again", ""],
)  # fmt: skip
def test_words_that_start_over(text: str) -> None:
    assert asks_to_start_over(says(text, "start_over"))
    assert not asks_to_start_over(says(text, "nlu_fallback"))


@pytest.mark.parametrize(
    "text",
    ["first", "1st", "new", "the first one", "a new one", "brand new", "again", "over", "clear", "all clear",
     "over 70", "over 2 weeks", "start of this week", "at the beginning of may", "it started again", "hurts again",
     "pain again", "again and again", "it happens over and over", "it's all over", "can't start", "hard to start",
     "trouble starting to pee", "when i begin to stand", "numb when i wipe", "just a scratch", "forget it"],
)  # fmt: skip
def test_words_that_only_answer(text: str) -> None:
    assert not asks_to_start_over(says(text, "start_over"))


def test_someone_else() -> None:
    answer = turn(FRESH, says("it's for my mom", "someone_else"))
    assert answer.actions == ("utter_someone_else", FORM)
    assert answer.state.patient == "other"
    assert answer.state.red_flags == {}
    assert answer.state.age_group is None


ANOTHER = [
    says("my wife also has back pain", SPASM, someone_else=True),
    says("actually i'm asking for my husband", "someone_else"),
    says("what first aid can she do", "ask_first_aid"),
    says("my mom has it too", "greet", someone_else=True),
    says("now for my dad", "affirm", someone_else=True),
]


@pytest.mark.parametrize("message", ANOTHER)
@pytest.mark.parametrize("told", ["self_care", "call_clinic", "see_doctor_today", "not_for_bot"])
def test_another_patient_is_asked_everything_from_the_start(message: Message, told: str) -> None:
    answer = turn(cared_for(disposition=told, better_or_worse="better"), message)
    assert answer.actions[0] == "utter_someone_else"
    assert answer.actions[-1] == FORM
    assert not any(action.startswith("action_first_aid") for action in answer.actions)
    assert answer.state == TriageState(patient="other", last_message_at=NOW.isoformat())
    assert answer.over_again


def test_another_patient_in_the_middle_keeps_none_of_the_answers() -> None:
    state = FRESH.with_(emergency_signs="none", red_flags=dict.fromkeys(TABLE.asked_in("emergency_signs"), DENIED))
    message = says("it's for my husband, he is 72", "someone_else", someone_else=True, requested="nerve_signs")
    answer = turn(state, message)
    assert answer.actions == ("utter_someone_else", FORM)
    assert (answer.state.emergency_signs, answer.state.red_flags) == (None, {})
    assert answer.state.age_group == "70_plus"


def test_what_is_said_of_another_patient_counts() -> None:
    assert turn(cared_for(), stated("chest_pain", someone_else=True)).actions[0] == "utter_call_911"
    hinted = turn(cared_for(), stated("chest_pain", state=UNSURE, someone_else=True))
    assert hinted.actions == ("utter_someone_else", "utter_ask_confirm_chest_pain")
    knee = turn(cared_for(), says("my wife's knee hurts", "other_body_part", someone_else=True))
    assert knee.actions == ("utter_someone_else", "utter_ask_emergency_signs")


def test_an_emergency_stays_when_another_patient_is_spoken_of() -> None:
    answer = turn(locked(), says("my wife has back pain too", SPASM, someone_else=True))
    assert answer.actions == ("utter_emergency_again",)
    assert answer.state.disposition == "go_to_er"


@pytest.mark.parametrize("known", [{"red_flags": {"self_harm": UNSURE}, "confirm": ("self_harm",)},
                                   {"red_flags": {"clot_signs": PRESENT}}])  # fmt: skip
def test_a_sign_that_no_question_asks_again_is_asked_of_the_other(known: dict[str, Any]) -> None:
    flag = next(iter(known["red_flags"]))
    answer = turn(FRESH.with_(**known), says("my wife is worried", "someone_else", someone_else=True))
    assert answer.actions == ("utter_someone_else", f"utter_ask_confirm_{flag}")


def test_back_to_the_one_who_writes() -> None:
    state = cared_for(patient="other", age_group="70_plus")
    answer = turn(state, says("wait no, it's for me", "correct_mistake", the_writer=True))
    assert answer.actions == ("utter_about_you", FORM)
    assert answer.state == TriageState(last_message_at=NOW.isoformat())
    assert turn(FRESH.with_(patient="other"), says("it's for me", the_writer=True)).state.patient == "self"


@pytest.mark.parametrize("message", [
    says("what first aid can I do, she said", "ask_first_aid"),
    says("my back, not my husband's", "someone_else"),
    says("for the other side", "someone_else"),
    says("delete what my wife wrote", "delete_conversation", someone_else=True),
])  # fmt: skip
def test_the_same_patient_goes_on(message: Message) -> None:
    answer = turn(cared_for(), message)
    assert not answer.over_again
    assert answer.state.disposition == "self_care"


@pytest.mark.parametrize("text", ["no but my brother has", "no, my sister has cancer though"])
def test_who_else_has_it_is_an_answer(text: str) -> None:
    message = says(text, "deny", someone_else=True, requested="recurring")
    assert turn(healthy(), message).state.patient == "self"


@pytest.mark.parametrize("text", ["my husband put the ice on already", "my mom says heat is better"])
def test_a_helper_in_the_first_aid_is_no_patient(text: str) -> None:
    assert turn(cared_for(), says(text, "out_of_scope", someone_else=True)).state.patient == "self"


def test_the_same_other_patient_goes_on() -> None:
    state = cared_for(patient="other")
    assert turn(state, says("my wife is fine", SPASM, someone_else=True)).state.age_group == "18_49"


def test_an_own_age_beside_a_relatives_is_the_same_patients() -> None:
    state = FRESH.with_(emergency_signs="none", nerve_signs="none")
    said = says("62, my wife is 59", "someone_else", someone_else=True, requested="age_group")
    after = turn(state, said).state
    assert (after.patient, after.age_group, after.emergency_signs) == ("self", "50_69", "none")
