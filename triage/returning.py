"""A patient who comes back: better, the same or worse, and the nerve signs again."""

from __future__ import annotations

from datetime import datetime, timedelta

from triage.absorb import course_of, with_course
from triage.asking import confirming
from triage.clinic import Clinic
from triage.red_flags import PRESENT
from triage.state import Message, TriageState
from triage.table import ClinicalTable
from triage.turn import FORM, Turn


def is_back(clinic: Clinic, state: TriageState, now: datetime) -> bool:
    """Whether the last message is as long ago as the clinic says that a patient comes back."""
    if state.last_message_at is None:
        return False
    away = now - datetime.fromisoformat(state.last_message_at)
    return away >= timedelta(hours=clinic.returning_after_hours)


def welcome_back(table: ClinicalTable, state: TriageState, message: Message) -> Turn:
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
        return Turn(state, ("utter_welcome_back", *confirming(state)))
    course = course_of(message)
    if course:
        state = with_course(state.with_(asking=None), course)
        return Turn(state, (f"utter_course_{course}", FORM))
    return Turn(state, ("utter_welcome_back", "utter_ask_better_or_worse"))
