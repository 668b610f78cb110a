"""What the bot does next, decided before any rule or story: safety, open questions, returning.

A `Turn` either says what to do (a list of Rasa actions) or leaves the message to the rules.
"""

from __future__ import annotations

from dataclasses import replace

from triage.absorb import Absorbed, absorb
from triage.asking import (
    COURSE_INTENTS,
    ask_again,
    ask_confirmation,
    how_it_goes_too_early,
    misunderstood,
    unanswered,
)
from triage.begin_anew import asks_to_start_over, for_another_patient, of_the_same_patient
from triage.clinic import Clinic
from triage.complaint import is_about_the_back, is_another_complaint, names_my_back
from triage.corrections import after_lesser_correction, correction
from triage.disposition import NOT_FOR_BOT, danger_level
from triage.emergency import emergency, refusal
from triage.outcome import outcome
from triage.red_flags import PRESENT
from triage.returning import is_back, welcome_back
from triage.state import Message, TriageState, open_question
from triage.table import ClinicalTable
from triage.turn import FORM, Turn
from triage.unsettled import NO_ANSWER, not_sure, open_answer, taken_down

# Intents that are answered with the questions, or with their end, whatever else is said.
_OPENINGS_OF_THEIR_OWN = frozenset({"vague_worry", "other_body_part", "someone_else", "delete_conversation"})
_FIRST_AID_RESPONSES = ("utter_step_", "utter_why_", "utter_easier_", "utter_alternative_")


def respond(table: ClinicalTable, clinic: Clinic, state: TriageState, message: Message) -> Turn:
    """The turn that follows from `message`, said in `state`."""
    returning = is_back(clinic, state, message.at)
    state = state.with_(last_message_at=message.at.isoformat())
    if asks_to_start_over(message):
        whose = "other" if message.someone_else else "self"
        fresh = TriageState(last_message_at=message.at.isoformat(), patient=whose)
        if not _hints_at_danger(table, message):
            return Turn(fresh, ("utter_start_over_done",), form=False, over_again=True)
        return replace(_respond(table, clinic, fresh, message, returning=False), over_again=True)
    if message.intent == "start_over":
        # "First", "new": an answer perhaps, but no wish to start over.
        message = replace(message, intent="nlu_fallback")
    message = of_the_same_patient(state, message)
    if turn := for_another_patient(table, state, message):
        return turn
    return _respond(table, clinic, state, message, returning)


def _respond(
    table: ClinicalTable,
    clinic: Clinic,
    state: TriageState,
    message: Message,
    returning: bool,
) -> Turn:
    if message.intent == "delete_conversation" and not _hints_at_danger(table, message):
        if open_question(state, message.requested) is None:
            return Turn(state)
        return Turn(state.with_(confirm=(), asking=None), ("utter_deleted",), form=False)

    question = open_question(state, message.requested)
    before = state
    absorbed = absorb(table, state, message, question)
    state = absorbed.state
    if turn := emergency(table, before, absorbed, message, question):
        return turn
    if message.intent == "refuse_advice" and state.triaged and not state.confirm:
        return refusal(state)
    if absorbed.corrected or (message.intent == "correct_mistake" and question is None and state.present()):
        return correction(table, state, absorbed.corrected)
    if turn := not_sure(table, state, absorbed, message, question):
        return turn
    if returning and before.triaged:
        return welcome_back(table, state, message)
    if turn := _advice_too_early(table, state, absorbed, message, question):
        return turn
    asked_why = message.intent == "ask_why" and not absorbed.answer and not absorbed.hints_anew
    if asked_why and (state.confirm or not state.triaged):
        # The why of the question: before the first aid, and while it waits, no step's why is meant.
        return Turn(state, ("utter_why_asked", *ask_again(state, message, question)))
    if absorbed.leaves_open and absorbed.answer in NO_ANSWER:
        return unanswered(state, absorbed, message, question)
    if question is None and is_another_complaint(state, message):
        state = state.with_(other_body_part=True, asking="emergency_signs")
    if state.confirm:
        return ask_confirmation(before, state, message)
    if state.correcting:
        return after_lesser_correction(table, clinic, state, message)
    if turn := outcome(table, clinic, before, state, message):
        return turn
    if turn := open_answer(table, before, absorbed, message, question):
        return turn
    if turn := taken_down(before, state, message, question):
        return turn
    return _conversation(table, state, message, question)


def _advice_too_early(
    table: ClinicalTable,
    state: TriageState,
    absorbed: Absorbed,
    message: Message,
    question: str | None,
) -> Turn | None:
    """First aid and what belongs to it wait for an outcome that allows it."""
    if message.intent not in table.advice_topics or absorbed.answer not in ("", "partial"):
        return None
    if absorbed.answer == "partial" and question and getattr(state, question, None) is not None:
        return None  # enough for the list: the outcome or the next question comes first
    if absorbed.hints_anew:
        return None  # the message hints at danger: that is asked first
    if state.triaged and not state.confirm:
        if table.allows_first_aid(state.disposition):
            return None
        return Turn(state, ("utter_no_first_aid",), form=False)
    return Turn(state, ("utter_check_first", *ask_again(state, message, question)))


def _hints_at_danger(table: ClinicalTable, message: Message) -> bool:
    """A message that says or hints at a red flag, or at a sign that is an emergency."""
    alone = absorb(table, TriageState(), message, None).state
    return bool(alone.confirm or alone.present() or danger_level(table, alone))


def _conversation(table: ClinicalTable, state: TriageState, message: Message, question: str | None) -> Turn:
    intent = message.intent
    if question is None and not state.triaged and _opens_with_a_sign(table, message):
        return Turn(state.with_(misunderstood=0), (_before_the_questions(table, message), FORM))
    if intent in (None, "nlu_fallback"):
        return misunderstood(state, message, question)
    state = state.with_(misunderstood=0)
    if intent in COURSE_INTENTS and not state.triaged:
        return how_it_goes_too_early(state, message, question)
    if intent == "someone_else" and not state.triaged and not message.someone_else:
        if names_my_back(message.text):
            return Turn(state, ("utter_comfort", FORM))
    if intent == "someone_else" and not state.triaged:
        return Turn(state.with_(patient="other"), ("utter_someone_else", FORM))
    if state.other_body_part and state.triaged and is_about_the_back(intent):
        told = None if state.disposition == NOT_FOR_BOT else state.disposition
        state = state.with_(other_body_part=False, triaged=False, disposition=told)
        return Turn(state, ("utter_comfort", FORM))
    if intent == "other_body_part" and not state.triaged and question is None:
        if state.other_body_part:
            return Turn(state, ("utter_emergencies_first", "utter_ask_emergency_signs"))
        return Turn(state, ("utter_comfort", FORM))
    if intent == "vague_worry" and state.triaged:
        state = state.with_(asking="emergency_signs")
        return Turn(state, ("utter_vague_worry", "utter_ask_emergency_signs"))
    if intent == "correct_mistake":
        return Turn(state, ("utter_which_to_change", *ask_again(state, message, question)))
    if intent == "worse" and state.triaged and table.allows_first_aid(state.disposition):
        return welcome_back(table, state, message)
    if intent == "affirm" and question is None and _in_first_aid(message):
        return Turn(state, ("action_first_aid_next",))
    if question is not None and intent in ("affirm", "deny", "not_sure", "answer"):
        return misunderstood(state, message, question)
    return Turn(state)


def _opens_with_a_sign(table: ClinicalTable, message: Message) -> bool:
    """Whether a message with no question open states a red flag, and no rule of its own starts the questions."""
    intent = message.intent
    if is_about_the_back(intent) or intent in _OPENINGS_OF_THEIR_OWN:
        return False
    return any(f.state == PRESENT and f.name in table.flags for f in message.findings)


def _before_the_questions(table: ClinicalTable, message: Message) -> str:
    """What is said before the questions: who asks for a person or an ER is told first."""
    if message.intent == "speak_spanish":
        return "utter_spanish"
    return table.always_answered.get(message.intent or "", "utter_comfort")


def _in_first_aid(message: Message) -> bool:
    return (message.last_response or "").startswith(_FIRST_AID_RESPONSES)
