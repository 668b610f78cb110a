"""What no message, in any state and any conversation, may bring about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

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
    NOW,
    OPTIONS,
    ROOT,
    TABLE,
    TEXTS,
    any_states,
    examples,
    finding,
    messages,
    presses,
    says,
    urgency,
)
from tests.triage.turns import EMERGENCY_TALK, FRESH, REPLIES, SPASM, turn
from triage.begin_anew import asks_to_start_over
from triage.disposition import danger_level, decide, open_questions
from triage.red_flags import DENIED, PRESENT
from triage.state import FORM_QUESTIONS, Message, TriageState, open_question
from triage.table import rank
from triage.turn import FORM, Turn

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
