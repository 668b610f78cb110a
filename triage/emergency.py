"""An emergency: told at once, and nothing but the emergency from then on."""

from __future__ import annotations

from triage.absorb import Absorbed
from triage.asking import confirming
from triage.corrections import after_correction, correction
from triage.disposition import danger_level
from triage.outcome import announce
from triage.state import Message, TriageState
from triage.table import ClinicalTable, rank
from triage.turn import Turn

MOST_REFUSALS = 2


def emergency(
    table: ClinicalTable,
    before: TriageState,
    absorbed: Absorbed,
    message: Message,
    question: str | None,
) -> Turn | None:
    """The turn of a message that states an emergency, or that comes after one; None if there is none."""
    state = absorbed.state
    level = danger_level(table, state)
    if table.is_locked(level) and rank(level) > rank(before.disposition):
        return announce(table, state.with_(emergency_stated=True), level)
    if not table.is_locked(before.disposition):
        return None
    if question and question.startswith("confirm_"):
        return after_correction(table, state, absorbed, question)
    if absorbed.corrected or message.intent == "correct_mistake":
        return correction(table, state, absorbed.corrected)
    if state.confirm:
        return Turn(state, confirming(state), form=False)
    if state.present() - before.present():
        return announce(table, state, before.disposition)
    return _locked(table, state, message)


def _locked(table: ClinicalTable, state: TriageState, message: Message) -> Turn:
    """Nothing but the emergency: why, where, a person, the data, starting over."""
    again = "utter_emergency_again"
    if message.intent == "refuse_advice":
        return refusal(state)
    if message.intent in ("ask_why", "ask_why_asked"):
        return Turn(state, ("utter_why_emergency", again), form=False)
    if message.intent == "speak_spanish":
        return Turn(state, ("utter_spanish", again), form=False)
    beside = table.always_answered.get(message.intent or "")
    return Turn(state, (beside, again) if beside else (again,), form=False)


def refusal(state: TriageState) -> Turn:
    """The patient declines the advice: why, and the next-safest step, at most MOST_REFUSALS times."""
    refusals = state.refusals + 1
    state = state.with_(refusals=refusals)
    if refusals > MOST_REFUSALS:
        action = "utter_emergency_again" if state.emergency_stated else "utter_refusal_doctor_again"
    elif state.disposition in ("crisis_line", "call_911", "go_to_er"):
        action = f"utter_refusal_{state.disposition}"
    elif state.disposition in ("see_doctor_today", "see_doctor_soon"):
        action = "utter_refusal_doctor"
    else:
        action = "utter_refusal_clinic"
    return Turn(state, (action,), form=False)
