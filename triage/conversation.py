"""What the bot does next, decided before any rule or story: safety, open questions, returning.

A `Turn` either says what to do (a list of Rasa actions) or leaves the message to the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from triage import answers
from triage.absorb import Absorbed, absorb, course_of, leave_unsure, with_course
from triage.clinic import Clinic
from triage.disposition import (
    CALL_CLINIC,
    NOT_FOR_BOT,
    danger_level,
    dangers,
    decide,
    open_questions,
)
from triage.red_flags import PRESENT, UNSURE
from triage.state import Message, TriageState, open_question
from triage.table import TICK_LISTS, ClinicalTable, most_urgent, rank
from triage.text import words

FORM = "triage_form"
RESTART = "restart"
# An answer that says nothing new about the question.
_NO_ANSWER = frozenset({"", "partial", "which", "unclear_time", answers.NOT_SURE})
_ONSET_INTENTS = frozenset({"report_spasm", "report_persistent", "report_recurring"})
MOST_REFUSALS = 2
_FIRST_AID_RESPONSES = ("utter_step_", "utter_why_", "utter_easier_", "utter_alternative_")


@dataclass(frozen=True)
class Turn:
    """The state after a message, and the actions to run; no actions: the rules decide.

    `form` is False when the triage form must end, `over_again` True when the patient starts over
    and nothing of before may be left.
    """

    state: TriageState
    actions: tuple[str, ...] = ()
    form: bool = True
    over_again: bool = False


def respond(table: ClinicalTable, clinic: Clinic, state: TriageState, message: Message) -> Turn:
    """The turn that follows from `message`, said in `state`."""
    returning = _is_back(clinic, state, message.at)
    state = state.with_(last_message_at=message.at.isoformat())
    if message.intent == "start_over":
        fresh = TriageState(last_message_at=message.at.isoformat())
        if not _hints_at_danger(table, message):
            return Turn(fresh, ("utter_start_over_done",), form=False, over_again=True)
        return replace(_respond(table, clinic, fresh, message, returning=False), over_again=True)
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
    if turn := _emergency(table, before, absorbed, message, question):
        return turn
    if message.intent == "refuse_advice" and state.triaged and not state.confirm:
        return _refusal(state)
    if absorbed.corrected or (
        message.intent == "correct_mistake" and question is None and state.present()
    ):
        return _correction(table, state, absorbed.corrected)
    if turn := _not_sure(table, state, absorbed, message, question):
        return turn
    if returning and before.triaged:
        return _welcome_back(table, state, message)
    if turn := _advice_too_early(table, state, absorbed, message, question):
        return turn
    if question and question.startswith("confirm_") and absorbed.answer in _NO_ANSWER:
        if question.removeprefix("confirm_") in state.confirm:
            return _unanswered(state, message, question)
    if question is None and _is_another_complaint(state, message):
        state = state.with_(other_body_part=True, asking="emergency_signs")
        if not any(table.flags[flag].acts_alone for flag in state.confirm):
            state = state.with_(confirm=())  # asked after the emergencies
    if state.confirm:
        return _ask_confirmation(before, state, message)
    if state.correcting:
        return _after_lesser_correction(table, clinic, state, message)
    if turn := _outcome(table, clinic, before, state, message):
        return turn
    if turn := _open_answer(table, before, absorbed, message, question):
        return turn
    return _conversation(table, state, message, question)


# --- what comes first -------------------------------------------------------------------------


def _emergency(
    table: ClinicalTable,
    before: TriageState,
    absorbed: Absorbed,
    message: Message,
    question: str | None,
) -> Turn | None:
    state = absorbed.state
    level = danger_level(table, state)
    if table.is_locked(level) and rank(level) > rank(before.disposition):
        return _announce(table, state.with_(emergency_stated=True), level)
    if not table.is_locked(before.disposition):
        return None
    if question and question.startswith("confirm_"):
        return _after_correction(table, state, absorbed, question)
    if absorbed.corrected or message.intent == "correct_mistake":
        return _correction(table, state, absorbed.corrected)
    if state.confirm:
        return Turn(state, (f"utter_ask_confirm_{state.confirm[0]}",), form=False)
    if state.present() - before.present():
        return _announce(table, state, before.disposition)
    return _locked(table, state, message)


def _locked(table: ClinicalTable, state: TriageState, message: Message) -> Turn:
    """Nothing but the emergency: why, where, a person, the data, starting over."""
    again = "utter_emergency_again"
    if message.intent == "refuse_advice":
        return _refusal(state)
    if message.intent in ("ask_why", "ask_why_asked"):
        return Turn(state, ("utter_why_emergency", again), form=False)
    if message.intent == "speak_spanish":
        return Turn(state, ("utter_spanish", again), form=False)
    beside = table.always_answered.get(message.intent or "")
    return Turn(state, (beside, again) if beside else (again,), form=False)


def _refusal(state: TriageState) -> Turn:
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


# --- corrections and confirmations -----------------------------------------------------------


def _correction(
    table: ClinicalTable, state: TriageState, corrected: tuple[str, ...]
) -> Turn:
    """Repeats a taken-back sign and asks once more; nothing falls before that is answered.

    A mistake that names no sign is about those that brought the level.
    """
    worst = sorted(
        corrected or _weightiest(table, state), key=lambda f: -rank(table.flags[f].disposition)
    )
    if not worst and state.confirm:
        return Turn(state, (f"utter_ask_confirm_{state.confirm[0]}",), form=False)
    if not worst:
        return Turn(state, ("utter_emergency_again",), form=False)
    state = state.with_(
        confirm=tuple(worst), correcting=True, understood=table.flags[worst[0]].said_back
    )
    return Turn(state, ("utter_correction", f"utter_ask_confirm_{worst[0]}"), form=False)


def _weightiest(table: ClinicalTable, state: TriageState) -> list[str]:
    present = state.present()
    if not table.is_locked(state.disposition):
        return sorted(present)
    return sorted(
        flag
        for flag in present
        if table.is_locked(danger_level(table, TriageState(red_flags={flag: PRESENT})))
    ) or sorted(present)


def _after_correction(
    table: ClinicalTable, state: TriageState, absorbed: Absorbed, question: str
) -> Turn:
    flag = question.removeprefix("confirm_")
    if flag in state.confirm or not state.correcting:  # the emergency stands
        state = state.with_(confirm=(), correcting=False)
        return Turn(state, ("utter_emergency_again",), form=False)
    if state.confirm:
        return Turn(state, (f"utter_ask_confirm_{state.confirm[0]}",), form=False)
    state = state.with_(correcting=False)
    level = danger_level(table, state)
    if table.is_locked(level):
        return Turn(state, ("utter_emergency_again",), form=False)
    lowered = most_urgent(level, table.corrected_emergency) or table.corrected_emergency
    turn = _announce(table, state.with_(disposition=None), lowered)
    return Turn(turn.state, ("utter_corrected", *turn.actions), form=False)


def _after_lesser_correction(
    table: ClinicalTable, clinic: Clinic, state: TriageState, message: Message
) -> Turn:
    """A sign below an emergency was taken back and that was confirmed: the level is found anew."""
    open_again = state.with_(correcting=False, disposition=None, triaged=False, asking=None)
    if state.emergency_stated:
        level = most_urgent(danger_level(table, open_again), table.corrected_emergency)
        turn = _announce(table, open_again, level)
        return Turn(turn.state, ("utter_put_right", *turn.actions), form=False)
    if open_questions(table, open_again):
        return Turn(open_again, ("utter_put_right", FORM))
    level = decide(table, open_again, message.at, clinic.persistent_weeks)
    if rank(level) > rank(CALL_CLINIC):
        turn = _announce(table, open_again, level)
        return Turn(turn.state, ("utter_put_right", *turn.actions), form=False)
    return Turn(open_again, ("utter_put_right", "action_disposition"), form=False)


def _ask_confirmation(before: TriageState, state: TriageState, message: Message) -> Turn:
    ask = f"utter_ask_confirm_{state.confirm[0]}"
    first_contact = not before.triaged and message.requested is None and not before.confirm
    comfort = ("utter_comfort",) if first_contact and message.intent in _ONSET_INTENTS else ()
    return Turn(state.with_(misunderstood=0), (*comfort, ask))


# --- answers that need another word -------------------------------------------------------------


def _not_sure(
    table: ClinicalTable,
    state: TriageState,
    absorbed: Absorbed,
    message: Message,
    question: str | None,
) -> Turn | None:
    """"Not sure": explained once in other words; the second time it stays unsure."""
    if absorbed.answer != answers.NOT_SURE or question is None:
        return None
    confirming = question.startswith("confirm_")
    if not confirming and (question not in TICK_LISTS or state.confirm):
        return None
    if question not in state.explained:
        state = state.with_(explained=(*state.explained, question), misunderstood=0)
        explain = "utter_explain_confirm" if confirming else f"utter_explain_{question}"
        again = f"utter_ask_{question}" if confirming or not message.requested else FORM
        return Turn(state, (explain, again))
    state = leave_unsure(table, state, question)
    level = danger_level(table, state)
    if table.is_locked(level):
        return _announce(table, state.with_(emergency_stated=True), level)
    if state.confirm:
        return Turn(state, (f"utter_ask_confirm_{state.confirm[0]}",))
    state = state.with_(misunderstood=0)
    if state.asking:
        return _after_own_question(table, state.with_(asking=None), question)
    still_open = not state.triaged and open_questions(table, state)
    if rank(level) > max(rank(CALL_CLINIC), rank(state.disposition)) and not still_open:
        return _announce(table, state, level)
    return Turn(state, ("utter_noted",) if state.triaged else (FORM,))


def _unanswered(state: TriageState, message: Message, question: str) -> Turn:
    """An open confirming question that the message does not answer."""
    if _is_other_matter(message):
        return Turn(state)
    return _misunderstood(state, message, question)


def _misunderstood(state: TriageState, message: Message, question: str | None) -> Turn:
    count = state.misunderstood + 1
    state = state.with_(misunderstood=count)
    sorry = "utter_unclear" if count == 1 else "utter_unclear_again"
    return Turn(state, (sorry, *_ask_again(state, message, question)))


def _ask_again(
    state: TriageState, message: Message, question: str | None
) -> tuple[str, ...]:
    if question and (question.startswith("confirm_") or question != message.requested):
        return (f"utter_ask_{question}",)
    return () if state.triaged else (FORM,)


def _open_answer(
    table: ClinicalTable,
    before: TriageState,
    absorbed: Absorbed,
    message: Message,
    question: str | None,
) -> Turn | None:
    """What follows when the open question is not one of the form's, or only half answered."""
    state, answer = absorbed.state, absorbed.answer
    if question is None:
        return None
    if answer == "which":
        return Turn(state.with_(misunderstood=0), ("utter_which", *_ask_again(state, message, question)))
    if answer == "partial":
        return Turn(
            state.with_(misunderstood=0),
            ("utter_and_the_others", *_ask_again(state, message, question)),
        )
    if answer == "unclear_time":
        return Turn(state, ("utter_which_time", *_ask_again(state, message, question)))
    accepted_not_sure = answer == answers.NOT_SURE and question not in TICK_LISTS
    if answer in _NO_ANSWER and not accepted_not_sure:
        return None
    state = state.with_(misunderstood=0)
    if question == "better_or_worse":
        return Turn(state.with_(asking=None), (f"utter_course_{answer}", FORM))
    if question == "cold_heat_cautions":
        return Turn(state.with_(asking=None), (state.after_cautions or "action_first_aid_next",))
    if question.startswith("confirm_") and state.asking:
        return Turn(state, (f"utter_ask_{state.asking}",))
    if question.startswith("confirm_") or question == state.asking:
        return _after_own_question(table, state.with_(asking=None), question)
    if message.intent in table.advice_topics:
        first = ("utter_check_first",) if open_questions(table, state) else ()
        return Turn(state, (*first, FORM))
    return Turn(state)


def _after_own_question(table: ClinicalTable, state: TriageState, question: str) -> Turn:
    """What follows a question that is not the form's: the other body part's end, or the form."""
    if state.other_body_part:
        level = danger_level(table, state)
        if rank(level) > rank(CALL_CLINIC):
            return _announce(table, state, level)
        hinted = tuple(f for f, known in state.red_flags.items() if known == UNSURE)
        if hinted and question == "emergency_signs":
            return Turn(state.with_(confirm=hinted), (f"utter_ask_confirm_{hinted[0]}",))
        if state.disposition not in (None, NOT_FOR_BOT):
            return Turn(state.with_(triaged=True), ("utter_other_body_part",), form=False)
        return _not_for_bot(state, ("utter_other_body_part",))
    if state.triaged and question == "emergency_signs":
        return Turn(state, ("utter_noted", "utter_human"))
    return Turn(state, ("utter_noted",) if state.triaged else (FORM,))


# --- the outcome --------------------------------------------------------------------------------


def _outcome(
    table: ClinicalTable,
    clinic: Clinic,
    before: TriageState,
    state: TriageState,
    message: Message,
) -> Turn | None:
    """A level above the clinic's own, once all that could change it has been asked.

    `call_clinic` and `self_care` are told by the form's own action.
    """
    if state.other_body_part or (not before.triaged and open_questions(table, state)):
        return None
    level = decide(table, state, message.at, clinic.persistent_weeks)
    if level == NOT_FOR_BOT and before.disposition != NOT_FOR_BOT:
        state = _with_reason(table, state)
        return _not_for_bot(state, ("utter_not_for_bot_child",))
    if level is None or (before.triaged and rank(level) <= rank(before.disposition)):
        return None
    if rank(level) > rank(CALL_CLINIC):
        return _announce(table, state, level)
    if before.triaged and danger_level(table, state) == level:
        return Turn(state, ("action_disposition",), form=False)
    return None


def _announce(table: ClinicalTable, state: TriageState, level: str | None) -> Turn:
    """Tells a level and why; what else was stated is said back too."""
    assert level is not None
    state = _with_reason(table, state).with_(
        disposition=most_urgent(level, state.disposition),
        triaged=True,
        asking=None,
        confirm=(),
        misunderstood=0,
        refusals=0,
    )
    actions = [table.levels[state.disposition or level].reply]
    if state.flag("overdose") == PRESENT:
        actions.append("utter_overdose")
    if level == "crisis_line" and any(
        r.disposition in ("call_911", "go_to_er") for r in dangers(table, state)
    ):
        actions.append("utter_call_911_too")
    return Turn(state, tuple(actions), form=False)


def _with_reason(table: ClinicalTable, state: TriageState) -> TriageState:
    reasons = dangers(table, state)
    if not reasons:
        return state
    said: list[str] = []
    for reason in reasons:
        if reason.said_back not in said:
            said.append(reason.said_back)
    return state.with_(understood="; ".join(said), reason=reasons[0].why)


def _not_for_bot(state: TriageState, actions: tuple[str, ...]) -> Turn:
    """Refers on: also one who was told first aid before it came out whom it is for."""
    state = state.with_(
        disposition=NOT_FOR_BOT,
        triaged=True,
        asking=None,
        misunderstood=0,
    )
    return Turn(state, actions, form=False)


# --- returning, and the conversation around the questions ------------------------------------------


def _is_back(clinic: Clinic, state: TriageState, now: datetime) -> bool:
    if state.last_message_at is None:
        return False
    away = now - datetime.fromisoformat(state.last_message_at)
    return away >= timedelta(hours=clinic.returning_after_hours)


def _welcome_back(table: ClinicalTable, state: TriageState, message: Message) -> Turn:
    """Better, the same or worse? And the nerve signs again, before anything else."""
    kept = {
        name: value
        for name, value in state.red_flags.items()
        if value == PRESENT or name not in table.asked_in("nerve_signs")
    }
    state = state.with_(
        red_flags=kept,
        nerve_signs=None,
        triaged=False,
        better_or_worse=None,
        asking="better_or_worse",
        explained=(),
        misunderstood=0,
    )
    if state.confirm:
        return Turn(state, ("utter_welcome_back", f"utter_ask_confirm_{state.confirm[0]}"))
    course = course_of(message)
    if course:
        state = with_course(state.with_(asking=None), course)
        return Turn(state, (f"utter_course_{course}", FORM))
    return Turn(state, ("utter_welcome_back", "utter_ask_better_or_worse"))


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
    if state.confirm and question != f"confirm_{state.confirm[0]}":
        return None  # the message hints at danger: that is asked first
    if state.triaged and table.allows_first_aid(state.disposition):
        return None
    if state.triaged:
        return Turn(state, ("utter_no_first_aid",), form=False)
    return Turn(state, ("utter_check_first", *_ask_again(state, message, question)))


def _hints_at_danger(table: ClinicalTable, message: Message) -> bool:
    """A message that says or hints at a red flag, or at a sign that is an emergency."""
    alone = absorb(table, TriageState(), message, None).state
    return bool(alone.confirm or alone.present() or danger_level(table, alone))


def _conversation(
    table: ClinicalTable, state: TriageState, message: Message, question: str | None
) -> Turn:
    intent = message.intent
    if intent in (None, "nlu_fallback"):
        return _misunderstood(state, message, question)
    state = state.with_(misunderstood=0)
    if intent == "someone_else" and not state.triaged and not message.someone_else:
        if _MY_BACK.search(_line(message.text)):
            return Turn(state, ("utter_comfort", FORM))
    if intent == "someone_else" and not state.triaged:
        return Turn(state.with_(patient="other"), ("utter_someone_else", FORM))
    if state.other_body_part and state.triaged and _is_about_the_back(intent):
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
        return Turn(state, ("utter_which_to_change", *_ask_again(state, message, question)))
    if intent == "worse" and state.triaged and table.allows_first_aid(state.disposition):
        return _welcome_back(table, state, message)
    if intent == "affirm" and question is None and _in_first_aid(message):
        return Turn(state, ("action_first_aid_next",))
    if question is not None and intent in ("affirm", "deny", "not_sure", "answer"):
        return _misunderstood(state, message, question)
    return Turn(state)


def _is_other_matter(message: Message) -> bool:
    """A question or remark of its own, which a rule answers before the question is asked again."""
    return bool(message.intent) and message.intent not in (
        "nlu_fallback",
        "affirm",
        "deny",
        "not_sure",
        "answer",
    )


_THE_BACK = re.compile(
    r" (?:(?:lower|low|upper|mid|middle|my|me|his|her|their|the) back(?! (?:of|in|pocket|tooth|teeth))"
    r"|back (?:pain|spasm|spasms|hurts?|ache|aches|is|went|locked|seized|gave|muscles?)"
    r"|backache|spine|lumbar|sciatica|lumbago)(?= |$)"
)


_MY_BACK = re.compile(r" my (?:lower |low |upper |mid |whole )?back(?= |$)")


def _line(text: str) -> str:
    return "".join(f" {word}" for word in words(text))


def _is_another_complaint(state: TriageState, message: Message) -> bool:
    """Neck, knee, belly and the like, and nothing in the message that belongs to the back."""
    if message.intent != "other_body_part" or state.triaged:
        return False
    return not _THE_BACK.search(_line(message.text)) and not state.present() - {"clot_signs"}


def _is_about_the_back(intent: str | None) -> bool:
    return intent in _ONSET_INTENTS or (intent or "").startswith("tell_")


def _in_first_aid(message: Message) -> bool:
    return (message.last_response or "").startswith(_FIRST_AID_RESPONSES)
