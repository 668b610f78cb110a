"""What the bot does next: safety first, the open question, returning; and what never happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.patients import (
    ASKED_LONE,
    CLINIC,
    EASING_SIGNS,
    EMERGENCIES,
    FLAGS,
    INTENTS,
    LONE,
    NOW,
    OPTIONS,
    ROOT,
    TABLE,
    TEXTS,
    any_states,
    cared_for,
    examples,
    finding,
    healthy,
    hours_ago,
    messages,
    presses,
    says,
    urgency,
)
from triage.begin_anew import asks_to_start_over
from triage.conversation import respond
from triage.disposition import danger_level, decide, open_questions
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import FORM_QUESTIONS, Message, TriageState, open_question
from triage.table import DISPOSITIONS, rank
from triage.turn import FORM, Turn

FRESH = TriageState()
SPASM = "report_spasm"
ADVICE = sorted(TABLE.advice_topics)
LOCKED = [level for level in DISPOSITIONS if TABLE.is_locked(level)]
REPLIES = {level: TABLE.levels[level].reply for level in DISPOSITIONS}
# All that may be said in the locked state, beside a correction that is asked and confirmed.
EMERGENCY_TALK = {
    *(REPLIES[level] for level in LOCKED),
    *(f"utter_refusal_{level}" for level in LOCKED),
    *TABLE.always_answered.values(),
    "utter_overdose",
    "utter_call_911_too",
    "utter_emergency_again",
    "utter_why_emergency",
    "utter_spanish",
}


def turn(state: TriageState, message: Message) -> Turn:
    return respond(TABLE, CLINIC, state, message)


def pressed(question: str, *values: str, at: datetime = NOW, requested: str | None = None) -> Message:
    return says(intent="answer", picked={question: values}, at=at, requested=requested)


def stated(*flags: str, intent: str = SPASM, state: str = PRESENT, **known: Any) -> Message:
    found = tuple(finding(flag, state) for flag in flags)
    return says("…", intent, findings=found, **known)


def locked(flag: str = "urinary_retention", **changes: Any) -> TriageState:
    """A patient who has just been told that it is an emergency."""
    told = turn(FRESH, stated(flag)).state
    assert TABLE.is_locked(told.disposition)
    return told.with_(**changes)


# --- every message is scanned for danger -----------------------------------------------------------


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


# --- after an emergency ----------------------------------------------------------------------------


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


# --- taking something back ---------------------------------------------------------------------------


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


# --- one flag to be confirmed ----------------------------------------------------------------------


def confirming(*flags: str) -> TriageState:
    return FRESH.with_(red_flags=dict.fromkeys(flags, UNSURE), confirm=flags)


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


# --- tick lists --------------------------------------------------------------------------------------


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


# --- not understood ----------------------------------------------------------------------------------


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


def test_a_yes_in_the_first_aid_goes_on() -> None:
    message = says("ok", "affirm", last_response="utter_step_breathe")
    assert turn(cared_for(), message).actions == ("action_first_aid_next",)


# --- advice ------------------------------------------------------------------------------------------


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


def test_an_answer_that_asks_for_advice_gets_its_outcome_first() -> None:
    message = stated("weight_loss", intent="ask_first_aid", requested="health_risks")
    state = healthy(health_risks=None, red_flags=dict.fromkeys(ASKED_LONE, DENIED))
    assert turn(state, message).actions == ("utter_see_doctor_soon",)


# --- declining ---------------------------------------------------------------------------------------


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


# --- the same person again ---------------------------------------------------------------------------

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


# --- who, and what -----------------------------------------------------------------------------------


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


def test_the_same_other_patient_goes_on() -> None:
    state = cared_for(patient="other")
    assert turn(state, says("my wife is fine", SPASM, someone_else=True)).state.age_group == "18_49"


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


# --- what never happens ------------------------------------------------------------------------------

RESPONSES = {
    str(name)
    for path in (ROOT / "data").rglob("*.yml")
    for name in (yaml.safe_load(path.read_text("utf-8")).get("responses") or {})
}
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
ACTIONS = {*RESPONSES, *DOMAIN["actions"], *DOMAIN["forms"]}
# Told by the action at the form's end, which also makes the summary they need.
TOLD_BY_ACTION = {REPLIES["call_clinic"], REPLIES["self_care"]}
FIRST_AID = ("action_first_aid", "utter_step_", "utter_first_aid")

many = examples(150)


def faults(before: TriageState, message: Message, answer: Turn) -> list[str]:
    """What is wrong with a turn, whoever the patient is and whatever was said."""
    found: list[str] = []
    after, actions = answer.state, answer.actions
    if unknown := set(actions) - ACTIONS:
        found.append(f"nobody can do {sorted(unknown)}")
    if TOLD_BY_ACTION & set(actions):
        found.append("an outcome without its summary")
    # Another patient begins anew too, but never after an emergency.
    anothers = answer.over_again and not TABLE.is_locked(before.disposition)
    starting_over = anothers or asks_to_start_over(message)
    corrected = bool({"utter_corrected", "utter_put_right"} & set(actions))
    if urgency(after.disposition) < urgency(before.disposition):
        # Someone who turns out to be a child is referred on, also from first aid or the clinic's number.
        child = after.age_group == "under_18" or after.flag("child") == PRESENT
        referred = child and after.disposition == "not_for_bot" and not TABLE.is_locked(before.disposition)
        if not (starting_over or corrected or referred):
            found.append(f"fell from {before.disposition} to {after.disposition}")
        least = rank(TABLE.corrected_emergency)
        fell_below = rank(before.disposition) >= least > rank(after.disposition)
        if before.emergency_stated and fell_below and not starting_over:
            found.append(f"fell to {after.disposition} after an emergency")
    stated_now = {f.name for f in message.findings if f.state == PRESENT}
    alone = danger_level(
        TABLE,
        TriageState(
            red_flags=dict.fromkeys(stated_now & set(FLAGS), PRESENT),
            signs=(*sorted(stated_now - set(FLAGS)), *(s for s in before.signs if s in EASING_SIGNS)),
        ),
    )
    if TABLE.is_locked(alone) and not TABLE.is_locked(after.disposition):
        found.append(f"overheard {sorted(stated_now)}")
    if any(action.startswith(FIRST_AID) for action in actions) and not TABLE.allows_first_aid(
        after.disposition
    ):
        found.append("first aid that is not allowed")
    if (
        not actions
        and message.intent in TABLE.advice_topics
        and not (after.triaged and TABLE.allows_first_aid(after.disposition))
    ):
        found.append("advice that is not allowed is left to the rules")
    if after.confirm and after.confirm[:1] != before.confirm[:1] and actions:
        if f"utter_ask_confirm_{after.confirm[0]}" not in actions:
            found.append(f"waits for an answer about {after.confirm[0]} that was not asked")
    if TABLE.is_locked(before.disposition) and not starting_over:
        found += _faults_when_locked(before, message, answer)
    return found


def _faults_when_locked(before: TriageState, message: Message, answer: Turn) -> list[str]:
    if message.intent == "delete_conversation":
        return []
    allowed = {*EMERGENCY_TALK, "utter_correction", *(f"utter_ask_confirm_{f}" for f in (*FLAGS, "several"))}
    if "utter_corrected" in answer.actions:
        allowed |= {"utter_corrected", REPLIES["see_doctor_today"]}
    found = [f"{action} after an emergency" for action in set(answer.actions) - allowed]
    if not answer.actions:
        found.append("an emergency is left to the rules")
    if answer.form:
        found.append("the form goes on after an emergency")
    if "utter_corrected" in answer.actions and before.confirm == ():
        found.append("corrected without being asked")
    return found


@many
@given(any_states, messages)
def test_no_message_in_any_state_is_answered_wrongly(state: TriageState, message: Message) -> None:
    if not TABLE.allows_first_aid(state.disposition):
        message = replace(message, last_response=None)
    assert faults(state, message, turn(state, message)) == []


@pytest.mark.parametrize("text", TEXTS)
def test_odd_texts_are_answered_at_every_question(text: str) -> None:
    for requested in (None, *FORM_QUESTIONS):
        message = says(text, "nlu_fallback", requested=requested, offered=OPTIONS.get(requested or "", ()))
        assert faults(FRESH, message, turn(FRESH, message)) == []


@examples(100)
@given(st.text(max_size=40), st.none() | st.sampled_from(FORM_QUESTIONS))
def test_any_text_is_answered_at_any_question(text: str, requested: str | None) -> None:
    message = says(text, "nlu_fallback", requested=requested, offered=OPTIONS.get(requested or "", ()))
    assert faults(FRESH, message, turn(FRESH, message)) == []


@examples(75)
@given(any_states, messages, st.sampled_from(EMERGENCIES))
def test_an_emergency_is_heard_in_any_state(state: TriageState, message: Message, flag: str) -> None:
    found = (*(f for f in message.findings if f.name != flag), finding(flag))
    answer = turn(state, replace(message, findings=found, picked={}))
    level = TABLE.flags[flag].disposition
    if flag in ("incontinence", "sexual_change"):
        return  # "unchanged for years" eases these two
    assert rank(answer.state.disposition) >= rank(level)
    assert answer.state.flag(flag) == PRESENT


class Talk:
    """A conversation without Rasa: the form asks for its first slot that is not filled.

    It starts with an onset, and ends with what `action_disposition` tells.
    """

    def __init__(self) -> None:
        self.state = FRESH
        self.asked = False
        self.at = NOW
        self.last: str | None = None

    @property
    def requested(self) -> str | None:
        if not self.asked:
            return None
        return next((q for q in FORM_QUESTIONS if getattr(self.state, q) is None), None)

    def say(self, message: Message, after: timedelta) -> list[str]:
        self.at += after
        message = replace(message, at=self.at, requested=self.requested, last_response=self.last)
        before = self.state
        answer = turn(before, message)
        self.state = answer.state
        self.last = "utter_step_ice" if "action_first_aid_next" in answer.actions else None
        starts = message.intent in (SPASM, "report_recurring", "report_persistent", "vague_worry")
        if FORM in answer.actions or (not answer.actions and starts):
            self.asked = True
        if not answer.form:
            self.asked = False
        found = faults(before, message, answer)
        if "action_disposition" in answer.actions or (self.asked and self.requested is None):
            self.asked = False
            if not self.state.confirm:
                found += self.tell()
        return found

    def tell(self) -> list[str]:
        """What the form's own action does."""
        level = decide(TABLE, self.state, self.at, CLINIC.persistent_weeks)
        if level is None:
            return [f"nothing to tell with {open_questions(TABLE, self.state)} open"]
        if rank(level) > max(rank("call_clinic"), rank(self.state.disposition)):
            return [f"{level} is told by the form's end and not at once"]
        if level == "self_care" and {self.state.flag(flag) for flag in ASKED_LONE} != {DENIED}:
            return ["self-care with a sign that was not answered"]
        fell = urgency(level) < urgency(self.state.disposition)
        self.state = self.state.with_(disposition=level, triaged=True)
        return ["the form's end lowers the level"] if fell else []


replies = st.one_of(presses, presses, presses, messages)
pauses = st.sampled_from([timedelta(minutes=1)] * 6 + [timedelta(hours=5), timedelta(days=8)])


@examples(100)
@given(st.lists(st.tuples(replies, pauses), min_size=3, max_size=14))
def test_no_conversation_goes_wrong(said: list[tuple[Message, timedelta]]) -> None:
    talk = Talk()
    assert talk.say(says("my back locked up", SPASM), timedelta()) == []
    for message, pause in said:
        # An option can be pressed only while its question is open.
        question = open_question(talk.state, talk.requested) or ""
        name = "confirm" if question.startswith("confirm_") else question
        several = talk.state.asked_now() if len(talk.state.asked_now()) > 1 else ()
        if message.picked and name in OPTIONS and (several or name not in message.picked):
            options = (*several, "none", "not_sure") if several else OPTIONS[name]
            value = options[sum(map(len, message.picked)) % len(options)]
            message = replace(message, picked={name: (value,)})
        assert talk.say(message, pause) == []
