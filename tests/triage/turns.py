"""One turn of a conversation without Rasa, and what patients say in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.patients import (
    CLINIC,
    NOW,
    TABLE,
    finding,
    says,
)
from triage.conversation import respond
from triage.red_flags import PRESENT, UNSURE
from triage.state import Message, TriageState
from triage.table import DISPOSITIONS
from triage.turn import Turn

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


def confirming(*flags: str) -> TriageState:
    return FRESH.with_(red_flags=dict.fromkeys(flags, UNSURE), confirm=flags)
