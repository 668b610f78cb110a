"""Danger in any message, the locked state after it, and declining."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.patients import (
    EMERGENCIES,
    FLAGS,
    INTENTS,
    LONE,
    NOW,
    TABLE,
    cared_for,
    finding,
    healthy,
    hours_ago,
    says,
)
from tests.triage.turns import ADVICE, FRESH, REPLIES, SPASM, locked, pressed, stated, turn
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import FORM_QUESTIONS, TriageState, open_question


@pytest.mark.parametrize("flag", EMERGENCIES)
def test_an_emergency_in_the_first_message_is_told_at_once(flag: str) -> None:
    level = TABLE.flags[flag].disposition
    answer = turn(FRESH, stated(flag))
    assert level is not None
    assert answer.actions[0] == REPLIES[level]
    assert answer.state.disposition == level
    assert answer.state.triaged
    assert answer.state.emergency_stated
    assert answer.state.understood == TABLE.flags[flag].said_back
    assert answer.state.reason == TABLE.flags[flag].why
    assert not answer.form


@pytest.mark.parametrize("requested", FORM_QUESTIONS)
@pytest.mark.parametrize("flag", ["urinary_retention", "chest_pain", "self_harm"])
def test_an_emergency_at_any_question_is_told_at_once(flag: str, requested: str) -> None:
    answer = turn(FRESH, stated(flag, intent="deny", requested=requested))
    assert answer.state.disposition == TABLE.flags[flag].disposition
    assert not answer.form


@pytest.mark.parametrize("asking", ["better_or_worse", "cold_heat_cautions", "emergency_signs"])
def test_an_emergency_at_any_other_question_is_told_at_once(asking: str) -> None:
    assert turn(cared_for(asking=asking), stated("chest_pain")).state.disposition == "call_911"
    assert turn(cared_for(confirm=("fever",)), stated("chest_pain")).state.disposition == "call_911"


@pytest.mark.parametrize("intent", [*INTENTS, None])
def test_an_emergency_in_any_kind_of_message_is_told_at_once(intent: str | None) -> None:
    for state in (FRESH, cared_for(), cared_for(last_message_at=hours_ago(90))):
        answer = turn(state, says("…", intent, findings=(finding("chest_pain"),)))
        assert answer.actions[:1] == ("utter_call_911",)
        assert answer.state.disposition == "call_911"


@pytest.mark.parametrize("intent", [*INTENTS, None])
def test_signs_that_are_an_emergency_together_are_told_in_any_kind_of_message(
    intent: str | None,
) -> None:
    found = (finding("stuck_on_floor"), finding("alone"))
    assert turn(FRESH, says("…", intent, findings=found)).state.disposition == "call_911"


def test_a_ticked_emergency_is_told_with_the_questions_still_open() -> None:
    answer = turn(FRESH, pressed("nerve_signs", "saddle_numbness", requested="nerve_signs"))
    assert answer.actions == ("utter_go_to_er",)


def test_two_things_at_once_are_both_said_back_and_the_higher_is_acted_on() -> None:
    answer = turn(FRESH, stated("urinary_retention", "chest_pain", "fever"))
    assert answer.actions == ("utter_call_911",)
    understood = answer.state.understood or ""
    for flag in ("urinary_retention", "chest_pain", "fever"):
        assert TABLE.flags[flag].said_back in understood


@pytest.mark.parametrize("flags", [("self_harm", "chest_pain"), ("chest_pain", "self_harm")])
def test_a_crisis_with_an_emergency_names_both_numbers(flags: tuple[str, ...]) -> None:
    together = turn(FRESH, stated(*flags))
    assert together.actions == ("utter_crisis_line", "utter_call_911_too")
    later = turn(turn(FRESH, stated(flags[0])).state, stated(flags[1]))
    assert later.actions == ("utter_crisis_line", "utter_call_911_too")


def test_an_overdose_names_poison_control() -> None:
    assert turn(FRESH, stated("overdose")).actions == ("utter_call_911", "utter_overdose")
    both = turn(FRESH, stated("overdose", "self_harm"))
    assert both.actions == ("utter_crisis_line", "utter_overdose", "utter_call_911_too")


@pytest.mark.parametrize("flag", LONE)
def test_a_hint_at_a_lone_sign_is_asked(flag: str) -> None:
    answer = turn(FRESH, stated(flag, state=UNSURE))
    assert answer.actions == ("utter_comfort", f"utter_ask_confirm_{flag}")
    assert open_question(answer.state, None) == f"confirm_{flag}"


@pytest.mark.parametrize("intent", ["delete_conversation", "start_over", "thanks", "ask_privacy"])
def test_a_hint_at_danger_is_asked_in_any_kind_of_message(intent: str) -> None:
    for state in (FRESH, cared_for()):
        answer = turn(state, stated("self_harm", state=UNSURE, intent=intent))
        assert "utter_ask_confirm_self_harm" in answer.actions


def test_a_lesser_flag_waits_for_the_questions() -> None:
    first = turn(FRESH, stated("fever"))
    assert first.state.disposition is None
    last = turn(
        healthy(recurring=None, health_risks=None, red_flags={**healthy().red_flags, "fever": PRESENT}),
        pressed("health_risks", "none", requested="health_risks"),
    )
    assert last.actions == ("utter_see_doctor_today",)
    assert not last.form


@pytest.mark.parametrize("flag", ["fever", "pregnancy", "shingles_rash", "leg_weakness"])
def test_a_flag_after_the_outcome_raises_it(flag: str) -> None:
    level = TABLE.flags[flag].disposition
    assert level is not None
    answer = turn(cared_for(), stated(flag))
    assert answer.actions == (REPLIES[level],)
    assert answer.state.disposition == level


@pytest.mark.parametrize("flag", FLAGS)
def test_a_denied_flag_never_fires(flag: str) -> None:
    for state in (FRESH, cared_for()):
        answer = turn(state, stated(flag, state=DENIED))
        assert answer.actions == ()
        assert answer.state.disposition == state.disposition
        assert answer.state.flag(flag) == DENIED


@pytest.mark.parametrize("intent", [*ADVICE, "report_spasm", "thanks", "greet", "vague_worry", "better",
                                    "affirm", "deny", "nlu_fallback", "other_body_part", None])  # fmt: skip
def test_everything_else_gets_the_emergency_again(intent: str | None) -> None:
    answer = turn(locked(), says("…", intent))
    assert answer.actions == ("utter_emergency_again",)
    assert answer.state.disposition == "go_to_er"


@pytest.mark.parametrize(
    ("intent", "response"),
    [
        ("ask_why", "utter_why_emergency"),
        ("ask_why_asked", "utter_why_emergency"),
        ("ask_find_er", "utter_find_er"),
        ("ask_human", "utter_human"),
        ("ask_privacy", "utter_privacy"),
        ("speak_spanish", "utter_spanish"),
    ],
)
def test_what_is_answered_beside_the_emergency(intent: str, response: str) -> None:
    assert turn(locked(), says("…", intent)).actions == (response, "utter_emergency_again")


def test_days_later_it_is_still_an_emergency() -> None:
    answer = turn(locked(), says("my back hurts", SPASM, at=NOW + timedelta(days=3)))
    assert answer.actions == ("utter_emergency_again",)


def test_a_new_sign_after_an_emergency_is_said_back_too() -> None:
    answer = turn(locked(), stated("fever"))
    assert answer.actions == ("utter_go_to_er",)
    assert TABLE.flags["fever"].said_back in (answer.state.understood or "")


def test_a_worse_sign_after_an_emergency_raises_it() -> None:
    assert turn(locked(), stated("chest_pain")).state.disposition == "call_911"
    assert turn(locked("chest_pain"), stated("urinary_retention")).state.disposition == "call_911"


def test_the_patient_can_start_over_after_an_emergency() -> None:
    answer = turn(locked(), says("start over", "start_over"))
    assert answer.actions == ("utter_start_over_done",)
    assert answer.state == TriageState(last_message_at=NOW.isoformat())
    assert not answer.form


@pytest.mark.parametrize("text", ["first", "1st", "new", "again", "clear", "it started again", "can't start"])
def test_only_words_that_say_so_start_over(text: str) -> None:
    answer = turn(locked(), says(text, "start_over"))
    assert answer.actions == ("utter_emergency_again",)
    assert answer.state.disposition == "go_to_er"
    state = FRESH.with_(emergency_signs="none", patient="other")
    asked = turn(state, says(text, "start_over", requested="nerve_signs"))
    assert not asked.over_again
    assert "utter_start_over_done" not in asked.actions
    assert asked.state.emergency_signs == "none"


def test_starting_over_can_be_pressed() -> None:
    assert turn(locked(), says("", "start_over")).actions == ("utter_start_over_done",)


def test_the_patient_can_have_everything_deleted_after_an_emergency() -> None:
    assert turn(locked(), says("delete it", "delete_conversation")).actions == ()


@pytest.mark.parametrize("flag", ["self_harm", "chest_pain", "urinary_retention"])
def test_declining_an_emergency_is_heard_twice_at_most(flag: str) -> None:
    state = locked(flag)
    refusal = (f"utter_refusal_{state.disposition}",)
    first = turn(state, says("I'm not going", "refuse_advice"))
    second = turn(first.state, says("no way", "refuse_advice"))
    third = turn(second.state, says("I said no", "refuse_advice"))
    assert [first.actions, second.actions] == [refusal, refusal]
    assert third.actions == ("utter_emergency_again",)
    assert third.state.disposition == state.disposition


@pytest.mark.parametrize("level", ["see_doctor_today", "see_doctor_soon"])
def test_declining_a_doctor(level: str) -> None:
    state = cared_for(disposition=level)
    first = turn(state, says("no doctor", "refuse_advice"))
    second = turn(first.state, says("no doctor", "refuse_advice"))
    third = turn(second.state, says("no doctor", "refuse_advice"))
    assert first.actions == second.actions == ("utter_refusal_doctor",)
    assert third.actions == ("utter_refusal_doctor_again",)


def test_declining_the_clinic() -> None:
    answer = turn(cared_for(disposition="call_clinic"), says("no thanks", "refuse_advice"))
    assert answer.actions == ("utter_refusal_clinic",)
