"""What a message puts into the state: flags, signs, time, age, and the open answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.patients import (
    FLAGS,
    LONE,
    NOW,
    OPTIONS,
    TABLE,
    any_states,
    examples,
    finding,
    hours_ago,
    messages,
    says,
)
from triage.absorb import ONSET_OPTIONS, Absorbed, absorb, course_of, leave_unsure, with_course
from triage.onset import band
from triage.red_flags import DENIED, PRESENT, UNSURE, Finding
from triage.sense import Sense
from triage.state import FORM_QUESTIONS, ONSET_UNKNOWN, Message, TriageState, open_question

NOTHING = TriageState()


def took(
    message: Message, state: TriageState = NOTHING, question: str | None = None
) -> Absorbed:
    return absorb(TABLE, state, message, question)


def found(**flags: str) -> Message:
    return says("…", findings=tuple(finding(name, state) for name, state in flags.items()))


def picked(question: str, *values: str) -> Message:
    return says(intent="answer", picked={question: values})


# --- flags and signs -----------------------------------------------------------------------------


def test_flags_are_taken_whatever_is_asked() -> None:
    for question in (None, "onset", "age_group", "better_or_worse"):
        state = took(found(fever=PRESENT, chest_pain=DENIED), question=question).state
        assert state.red_flags == {"fever": PRESENT, "chest_pain": DENIED}


def test_a_hint_waits_to_be_confirmed() -> None:
    state = took(found(chest_pain=UNSURE, fever=UNSURE)).state
    assert state.confirm == ("chest_pain", "fever")
    assert state.flag("chest_pain") == UNSURE


def test_a_hint_at_what_was_denied_is_asked_too() -> None:
    state = took(found(chest_pain=UNSURE), TriageState(red_flags={"chest_pain": DENIED})).state
    assert state.confirm == ("chest_pain",)


def test_a_hint_takes_nothing_back() -> None:
    known = TriageState(red_flags={"chest_pain": PRESENT})
    absorbed = took(found(chest_pain=UNSURE), known)
    assert absorbed.state == known
    assert absorbed.corrected == ()


@pytest.mark.parametrize("stated", [PRESENT, DENIED])
def test_a_plain_word_ends_the_waiting(stated: str) -> None:
    waiting = TriageState(red_flags=dict.fromkeys(("leg_weakness", "fever"), UNSURE), confirm=("leg_weakness", "fever"))
    state = took(found(fever=stated), waiting).state
    assert state.flag("fever") == stated
    assert state.confirm == ("leg_weakness",)


def test_a_denied_flag_that_comes_true_is_present() -> None:
    state = took(found(chest_pain=PRESENT), TriageState(red_flags={"chest_pain": DENIED})).state
    assert state.flag("chest_pain") == PRESENT


def test_what_is_taken_back_is_named_and_stays() -> None:
    absorbed = took(found(fever=DENIED), TriageState(red_flags={"fever": PRESENT}))
    assert absorbed.corrected == ("fever",)
    assert absorbed.state.flag("fever") == PRESENT


def test_only_stated_signs_are_kept_once() -> None:
    state = took(found(minor_fall=PRESENT, strain=DENIED, belly_pain=UNSURE)).state
    assert state.signs == ("minor_fall",)
    assert took(found(minor_fall=PRESENT), state).state.signs == ("minor_fall",)
    assert state.red_flags == {}


def test_a_list_whose_signs_were_all_told_is_not_asked() -> None:
    denied = TriageState(red_flags=dict.fromkeys(TABLE.asked_in("nerve_signs"), DENIED))
    assert took(says(), denied).state.nerve_signs == "none"
    some = denied.with_flag("leg_weakness", PRESENT)
    assert took(says(), some).state.nerve_signs == "some"
    left = denied.with_(red_flags={k: v for k, v in denied.red_flags.items() if k != "both_legs"})
    assert took(says(), left).state.nerve_signs is None


@examples(100)
@given(any_states, messages)
def test_nothing_that_was_stated_is_lost(state: TriageState, message: Message) -> None:
    question = open_question(state, message.requested)
    after = took(message, state, question).state
    assert state.present() - set(state.asked_now()) <= after.present()
    assert set(state.signs) <= set(after.signs)
    stated = {f.name for f in message.findings if f.state == PRESENT}
    assert stated & set(FLAGS) <= after.present()
    assert stated - set(FLAGS) <= set(after.signs)


@examples(100)
@given(any_states, messages)
def test_a_hint_is_never_passed_over(state: TriageState, message: Message) -> None:
    question = open_question(state, message.requested)
    after = took(message, state, question).state
    for hint in message.findings:
        if hint.state == UNSURE and hint.name in FLAGS and hint.name not in state.asked_now():
            assert hint.name in after.confirm or after.flag(hint.name) == PRESENT


@examples(100)
@given(any_states, messages, st.sampled_from(LONE))
def test_no_message_about_other_things_denies_a_lone_sign(
    state: TriageState, message: Message, flag: str
) -> None:
    """Only its own list, its own question or its own denial answers a sign."""
    asked_in = TABLE.flags[flag].asked_in
    question = open_question(state, message.requested)
    confirming = state.asked_now() if state.confirm else ()
    if question == asked_in or flag in confirming or flag in {f.name for f in message.findings}:
        return
    after = took(message, state, question).state
    assert after.flag(flag) == state.flag(flag)


# --- facts beside the question -------------------------------------------------------------------


def test_time_age_and_recurrence_are_taken_beside_the_question() -> None:
    message = says("I'm 72, third time", onset=hours_ago(30), recurring=True)
    state = took(message, question="nerve_signs").state
    assert state.onset == hours_ago(30)
    assert state.age_group == "70_plus"
    assert state.recurring is True


def test_an_unclear_time_beside_the_question_is_left_to_be_asked() -> None:
    assert took(says("a few days", onset=hours_ago(70), onset_clear=False)).state.onset is None


def test_writing_for_someone_else_is_remembered() -> None:
    state = took(says("my wife's back", someone_else=True)).state
    assert state.patient == "other"
    assert took(says("ok"), state).state.patient == "other"


# --- confirming one flag -------------------------------------------------------------------------

WAITING = TriageState(red_flags={"chest_pain": UNSURE}, confirm=("chest_pain",))


@pytest.mark.parametrize(
    ("value", "state", "answer"), [("yes", PRESENT, PRESENT), ("no", DENIED, DENIED)]
)
def test_a_confirmed_flag(value: str, state: str, answer: str) -> None:
    absorbed = took(picked("confirm", value), WAITING, "confirm_chest_pain")
    assert absorbed.state.flag("chest_pain") == state
    assert absorbed.state.confirm == ()
    assert absorbed.answer == answer


def test_not_sure_leaves_the_flag_waiting() -> None:
    absorbed = took(picked("confirm", "not_sure"), WAITING, "confirm_chest_pain")
    assert absorbed.answer == "not_sure"
    assert absorbed.state == WAITING


def test_a_no_to_one_flag_denies_no_other() -> None:
    fever = replace(finding("fever"), start=15, end=23)
    absorbed = took(says("no, but I feel feverish", findings=(fever,)), WAITING, "confirm_chest_pain")
    assert absorbed.state.flag("chest_pain") == DENIED
    assert absorbed.state.flag("fever") == PRESENT


def test_what_is_no_answer_leaves_the_flag_waiting() -> None:
    absorbed = took(says("where are you", "ask_address"), WAITING, "confirm_chest_pain")
    assert absorbed.answer == ""
    assert absorbed.state == WAITING


def test_a_flag_that_stays_unsure_is_not_asked_any_more() -> None:
    state = leave_unsure(TABLE, WAITING, "confirm_chest_pain", ("chest_pain",))
    assert state.confirm == ()
    assert state.flag("chest_pain") == UNSURE


def test_a_list_that_stays_unsure_keeps_what_was_answered() -> None:
    known = TriageState(red_flags={"both_legs": DENIED, "leg_weakness": PRESENT})
    state = leave_unsure(TABLE, known, "nerve_signs", ())
    assert state.nerve_signs == "not_sure"
    assert state.flag("both_legs") == DENIED
    assert state.flag("leg_weakness") == PRESENT
    assert state.flag("saddle_numbness") == UNSURE


# --- tick lists ----------------------------------------------------------------------------------


def test_a_tick_list_answers_all_its_signs() -> None:
    state = took(picked("nerve_signs", "leg_weakness"), question="nerve_signs").state
    assert state.nerve_signs == "some"
    assert {n: state.flag(n) for n in TABLE.asked_in("nerve_signs")} == {
        **dict.fromkeys(TABLE.asked_in("nerve_signs"), DENIED),
        "leg_weakness": PRESENT,
    }


def test_none_takes_back_nothing_that_was_stated() -> None:
    known = TriageState(red_flags={"fever": PRESENT, "pregnancy": UNSURE})
    state = took(picked("health_risks", "none"), known, "health_risks").state
    assert state.flag("fever") == PRESENT
    assert state.flag("pregnancy") == UNSURE
    assert state.health_risks == "some"
    assert state.flag("weight_loss") == DENIED


def test_one_denied_sign_leaves_the_list_open() -> None:
    message = says("my chest is fine", "deny", findings=(finding("chest_pain", DENIED),))
    absorbed = took(message, question="emergency_signs")
    assert absorbed.answer == "partial"
    assert absorbed.state.emergency_signs is None
    assert absorbed.state.flag("collapse") is None


def test_a_health_risk_that_is_typed_is_answer_enough() -> None:
    message = says("I have a fever", findings=(finding("fever"),))
    absorbed = took(message, question="health_risks")
    assert absorbed.state.health_risks == "some"
    assert absorbed.state.flag("fever") == PRESENT


@pytest.mark.parametrize("text", ["yes", "not sure", "what?"])
def test_a_list_without_an_answer_stays_open(text: str) -> None:
    assert took(says(text), question="nerve_signs").state.nerve_signs is None


# --- time ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "wanted"),
    [
        ("today", "<72h"),
        ("1_3_days", "<72h"),
        ("3_7_days", "3d-1w"),
        ("1_2_weeks", "1w-2w"),
        ("over_2_weeks", ">2w"),
    ],
)
def test_an_option_stands_for_a_moment_in_its_band(option: str, wanted: str) -> None:
    state = took(picked("onset", option), question="onset").state
    assert state.onset is not None
    moment = datetime.fromisoformat(state.onset)
    assert moment.tzinfo is not None
    assert band(moment, NOW) == wanted


def test_every_time_option_is_known() -> None:
    assert {*ONSET_OPTIONS, "not_sure"} == set(OPTIONS["onset"])


def test_not_knowing_when_is_an_answer() -> None:
    assert took(picked("onset", "not_sure"), question="onset").state.onset == ONSET_UNKNOWN


def test_a_stated_time_is_the_answer() -> None:
    message = says("two days ago", onset=hours_ago(48))
    assert took(message, question="onset").state.onset == hours_ago(48)


def test_an_unclear_time_is_no_answer_yet() -> None:
    absorbed = took(says("a few days", onset=hours_ago(70), onset_clear=False), question="onset")
    assert absorbed.answer == "unclear_time"
    assert absorbed.state.onset is None


def test_the_option_counts_from_the_message() -> None:
    later = NOW + timedelta(days=2)
    state = took(says(picked={"onset": ("today",)}, at=later), question="onset").state
    assert state.onset == (later - timedelta(hours=6)).isoformat()


# --- again, and how it goes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "recurring"),
    [
        (picked("recurring", "yes"), True),
        (picked("recurring", "no"), False),
        (picked("recurring", "not_sure"), False),
        (says("yes"), True),
        (says("no, first time", recurring=False), False),
        (says("no, it happens every winter", recurring=True), True),
        (says("third time this year", recurring=True), True),
        (says("1", offered=OPTIONS["recurring"]), True),
        (says("where are you", "ask_address"), None),
    ],
)
def test_recurring(message: Message, recurring: bool | None) -> None:
    assert took(message, question="recurring").state.recurring is recurring


@pytest.mark.parametrize(
    ("message", "course"),
    [
        (picked("better_or_worse", "worse"), "worse"),
        (says("much better", "better"), "better"),
        (says("2", offered=OPTIONS["better_or_worse"]), "same"),
        (says("it went again", "report_spasm"), "new"),
        (says("hello", "greet"), None),
        (picked("better_or_worse", "great"), None),
    ],
)
def test_course(message: Message, course: str | None) -> None:
    assert course_of(message) == course
    assert took(message, question="better_or_worse").state.better_or_worse == course


def test_a_new_spasm_recurs_and_began_anew() -> None:
    state = with_course(TriageState(onset=hours_ago(400), recurring=False), "new")
    assert (state.recurring, state.onset) == (True, None)
    kept = with_course(TriageState(onset=hours_ago(400), recurring=False), "worse")
    assert (kept.recurring, kept.onset) == (False, hours_ago(400))


def test_cautions() -> None:
    absorbed = took(picked("cold_heat_cautions", "raynauds"), question="cold_heat_cautions")
    assert absorbed.state.cold_heat_cautions == ("raynauds",)
    unclear = took(says("hm", "nlu_fallback"), question="cold_heat_cautions")
    assert unclear.state.cold_heat_cautions is None


def test_age() -> None:
    assert took(says("45"), question="age_group").state.age_group == "18_49"
    assert took(says("rather not"), question="age_group").state.age_group is None


# --- every option of every question --------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "value"), [(q, v) for q in FORM_QUESTIONS for v in OPTIONS[q] if v != "not_sure"]
)
def test_every_option_fills_the_slot_of_its_question(question: str, value: str) -> None:
    state = took(picked(question, value), question=question).state
    assert getattr(state, question) is not None


@pytest.mark.parametrize("question", [*FORM_QUESTIONS, "better_or_worse", "cold_heat_cautions"])
def test_a_wrong_payload_changes_nothing(question: str) -> None:
    absorbed = took(picked(question, "/no_such_option"), question=question)
    assert absorbed.state == NOTHING
    assert absorbed.answer == ""


def test_first_is_the_first_time_and_not_the_first_option() -> None:
    message = says("first", "answer", recurring=False, offered=("yes", "no", "not_sure"))
    assert took(message, question="recurring").state.recurring is False


@pytest.mark.parametrize(("text", "recurring"), [("I think so", True), ("it comes and goes", True), ("idk", False)])
def test_a_leaning_answer_to_recurrence_is_a_yes(text: str, recurring: bool) -> None:
    assert took(says(text, "not_sure"), question="recurring").state.recurring is recurring


def test_an_answer_without_the_sign_is_read_only_for_one_flag() -> None:
    said = Finding("fever", PRESENT, 0, 4, "98.4", Sense.ANSWERED, "…")
    one, two = TriageState().with_(confirm=("fever",)), TriageState().with_(confirm=("fever", "chest_pain"))
    assert absorb(TABLE, one, says("…", findings=(said,)), "confirm_fever").state.flag("fever") == PRESENT
    assert absorb(TABLE, two, says("…", findings=(said,)), "confirm_fever").state.flag("fever") != PRESENT


def test_a_question_back_tells_no_recurrence() -> None:
    asks = says("Why, do they come back?", recurring=True)
    assert absorb(TABLE, TriageState(), asks, "recurring").state.recurring is None


@pytest.mark.parametrize(
    ("text", "group"), [("44", "18_49"), ("I have 71 years", "70_plus"), ("12", None), ("44 times", None)]
)
def test_an_age_alone_in_answer_to_a_list_is_the_age(text: str, group: str | None) -> None:
    assert absorb(TABLE, TriageState(), says(text), "nerve_signs").state.age_group == group
