"""Answers that need another word: not sure, which of them, and the others, which days."""

from __future__ import annotations

import re
from dataclasses import replace

from triage import answers
from triage.absorb import Absorbed, leave_unsure
from triage.asking import ask_again, ask_which, confirming, none_or_which, often_unclear, unclear_once_more
from triage.disposition import CALL_CLINIC, NOT_FOR_BOT, danger_level, open_questions
from triage.outcome import announce, not_for_bot
from triage.red_flags import UNSURE
from triage.state import Message, TriageState
from triage.table import TICK_LISTS, ClinicalTable, rank
from triage.turn import FORM, Turn

# With one of these intents a message says nothing but what was found in it.
_NOTHING_ELSE = (None, "nlu_fallback", "affirm", "deny", "not_sure", "answer", "report_persistent", "report_recurring")

# "Nothing like that, just bent down" wants nothing, whatever topic it is taken for.
_WANTS = re.compile(
    r"\?|\b(?:how|what|when|where|why|which|should|can|could|may|tell|show|give|need|want|help)\b", re.IGNORECASE
)

# An answer that says nothing new about the question.
NO_ANSWER = frozenset({"", "partial", "which", "none_but", "unclear_time", answers.NOT_SURE})


def not_sure(
    table: ClinicalTable,
    state: TriageState,
    absorbed: Absorbed,
    message: Message,
    question: str | None,
) -> Turn | None:
    """ "Not sure": explained once in other words; the second time it stays unsure.

    So does a yes to a list that names none of it, when it was asked already which.
    """
    named_none = absorbed.answer == "which" and f"which_{question}" in state.explained
    if question is None or not (named_none or absorbed.answer == answers.NOT_SURE):
        return None
    if not absorbed.asked and (question not in TICK_LISTS or state.confirm):
        return None
    if question not in state.explained and not named_none:
        state = state.with_(explained=(*state.explained, question), misunderstood=0)
        explain = "utter_explain_confirm" if absorbed.asked else f"utter_explain_{question}"
        return Turn(state, (explain, *ask_again(state, message, question)))
    state = leave_unsure(table, state, question, absorbed.asked)
    level = danger_level(table, state)
    if table.is_locked(level):
        return announce(table, state.with_(emergency_stated=True), level)
    turn = _after_unsure(table, state, question, level)
    # Going on without a word would pass over what was affirmed: the numbers for help are given first.
    return replace(turn, actions=("utter_unclear_again", *turn.actions)) if named_none and turn.form else turn


def _after_unsure(table: ClinicalTable, state: TriageState, question: str, level: str | None) -> Turn:
    """What follows a question that is left unsure."""
    if state.confirm:
        return Turn(state, confirming(state))
    state = state.with_(misunderstood=0)
    if state.asking:
        return _after_own_question(table, state.with_(asking=None), question)
    still_open = not state.triaged and open_questions(table, state)
    if rank(level) > max(rank(CALL_CLINIC), rank(state.disposition)) and not still_open:
        return announce(table, state, level)
    return Turn(state, ("utter_noted",) if state.triaged else (FORM,))


def open_answer(
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
        return ask_which(state, message, question)
    if answer == "none_but":
        return none_or_which(state, message, question)
    if answer == "partial":
        return _and_the_others(before, state, message, question)
    if answer == "unclear_time":
        state = unclear_once_more(state, question)
        which = "utter_unclear_again" if often_unclear(state, question) else "utter_which_time"
        return Turn(state, (which, *ask_again(state, message, question)))
    accepted_not_sure = answer == answers.NOT_SURE and question not in TICK_LISTS
    if answer in NO_ANSWER and not accepted_not_sure:
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
        first = ("utter_check_first",) if open_questions(table, state) and _WANTS.search(message.text) else ()
        return Turn(state, (*first, FORM))
    return Turn(state)


def taken_down(before: TriageState, state: TriageState, message: Message, question: str | None) -> Turn | None:
    """The open question once more, after a message that answers only one that is yet to come ("she is 71")."""
    later = (
        (before.age_group, state.age_group),
        (before.onset, state.onset),
        (before.recurring, state.recurring),
    )
    if question is None or state.triaged or not any(was is None and now is not None for was, now in later):
        return None
    if message.intent not in _NOTHING_ELSE:
        return None
    return Turn(state.with_(misunderstood=0), ("utter_taken_down", *ask_again(state, message, question)))


def _and_the_others(before: TriageState, state: TriageState, message: Message, question: str) -> Turn:
    """Asks for the rest of the list; what says nothing new again and again is not understood."""
    if state.red_flags == before.red_flags:
        state = unclear_once_more(state, question)
        said = "utter_unclear_again" if often_unclear(state, question) else "utter_and_the_others"
        return Turn(state, (said, *ask_again(state, message, question)))
    # Something was told: after it, a yes may be asked once more of which.
    explained = tuple(entry for entry in state.explained if entry != f"which_{question}")
    state = state.with_(misunderstood=0, explained=explained)
    return Turn(state, ("utter_and_the_others", *ask_again(state, message, question)))


def _after_own_question(table: ClinicalTable, state: TriageState, question: str) -> Turn:
    """What follows a question that is not the form's: the other body part's end, or the form."""
    if state.other_body_part:
        level = danger_level(table, state)
        if rank(level) > rank(CALL_CLINIC):
            return announce(table, state, level)
        hinted = tuple(f for f, known in state.red_flags.items() if known == UNSURE)
        if hinted and question == "emergency_signs":
            state = state.with_(confirm=hinted)
            return Turn(state, confirming(state))
        if state.disposition not in (None, NOT_FOR_BOT):
            return Turn(state.with_(triaged=True), ("utter_other_body_part",), form=False)
        return not_for_bot(state, ("utter_other_body_part",))
    if state.triaged and question == "emergency_signs":
        return Turn(state, ("utter_noted", "utter_human"))
    return Turn(state, ("utter_noted",) if state.triaged else (FORM,))
