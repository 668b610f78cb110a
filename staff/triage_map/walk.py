"""Where each answer leads, found by giving it to the triage itself and not by reading its rules again.

A patient answers every question as a healthy adult with a fresh first spasm would, but for the one answer in question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from triage.clinic import Clinic
from triage.conversation import respond
from triage.disposition import danger_level, decide, open_questions
from triage.state import FORM_QUESTIONS, Message, TriageState, open_question
from triage.table import ClinicalTable

# Any moment will do: only the time since the onset counts.
_NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
_HEALTHY = {
    "emergency_signs": "none",
    "nerve_signs": "none",
    "age_group": "18_49",
    "health_risks": "none",
    "onset": "today",
    "recurring": "no",
}
_MOST_TURNS = 20


class NoEndError(ValueError):
    """The questions come to no end for an answer, so there is nothing to draw."""


@dataclass(frozen=True)
class End:
    """The level at which a patient ends, and the question whose answer was the last before it was told."""

    disposition: str
    told_after: str


def end_of_answer(
    table: ClinicalTable, clinic: Clinic, options: Mapping[str, Sequence[str]], question: str, value: str
) -> End:
    """Where the answer `value` to a question of the form leads. "Not sure" is answered as often as it is asked.

    Raises NoEndError if the triage never comes to a level.
    """
    return _end(table, clinic, options, TriageState(), _NOW, {**_HEALTHY, question: value})


def healthy_end(table: ClinicalTable, clinic: Clinic, options: Mapping[str, Sequence[str]]) -> End:
    """Where a patient without any danger sign ends."""
    return _end(table, clinic, options, TriageState(), _NOW, _HEALTHY)


def end_of_return(
    table: ClinicalTable, clinic: Clinic, options: Mapping[str, Sequence[str]], course: str
) -> End:
    """Where a patient ends who was told first aid, and comes back with "better", "same", "worse" or "new"."""
    state = TriageState(
        red_flags={name: "denied" for question in FORM_QUESTIONS for name in table.asked_in(question)},
        emergency_signs="none",
        nerve_signs="none",
        health_risks="none",
        age_group="18_49",
        onset=(_NOW - timedelta(hours=6)).isoformat(),
        recurring=False,
        triaged=True,
        disposition=healthy_end(table, clinic, options).disposition,
        last_message_at=_NOW.isoformat(),
    )
    later = _NOW + timedelta(hours=clinic.returning_after_hours)
    state = respond(table, clinic, state, Message("hello", "greet", later)).state
    return _end(table, clinic, options, state, later, {**_HEALTHY, "better_or_worse": course})


def level_alone(table: ClinicalTable, flag: str) -> str | None:
    """The level of one red flag by itself; None for a flag that acts only together with others."""
    return danger_level(table, TriageState().with_flag(flag, "present"))


def _end(
    table: ClinicalTable,
    clinic: Clinic,
    options: Mapping[str, Sequence[str]],
    state: TriageState,
    now: datetime,
    answers: Mapping[str, str],
) -> End:
    for _ in range(_MOST_TURNS):
        requested = next((q for q in open_questions(table, state) if not state.triaged), None)
        question = open_question(state, requested)
        if question is None or question not in answers:
            break
        pressed = Message(
            text="",
            intent="answer",
            at=now,
            picked={question: (answers[question],)},
            offered=tuple(options[question]),
            requested=requested,
        )
        state = respond(table, clinic, state, pressed).state
        level = state.disposition if state.triaged else None
        if level is None and not state.asking and not open_questions(table, state):
            level = decide(table, state, now, clinic.persistent_weeks)
        if level is not None:
            return End(level, question)
    raise NoEndError(f"the triage comes to no end with the answers {answers}")
