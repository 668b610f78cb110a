"""Tells a level and why, once all that could change it has been asked."""

from __future__ import annotations

from triage.clinic import Clinic
from triage.disposition import CALL_CLINIC, NOT_FOR_BOT, danger_level, dangers, decide, open_questions
from triage.red_flags import PRESENT
from triage.state import Message, TriageState
from triage.table import ClinicalTable, most_urgent, rank
from triage.turn import Turn


def outcome(
    table: ClinicalTable,
    clinic: Clinic,
    before: TriageState,
    state: TriageState,
    message: Message,
) -> Turn | None:
    """A level above the clinic's own, once all that could change it has been asked.

    `call_clinic` and `self_care` are told by the form's own action; if that failed, any message brings it again.
    """
    if state.other_body_part or (not before.triaged and open_questions(table, state)):
        return None
    level = decide(table, state, message.at, clinic.persistent_weeks)
    if level == NOT_FOR_BOT and before.disposition != NOT_FOR_BOT:
        state = _with_reason(table, state)
        return not_for_bot(state, ("utter_not_for_bot_child",))
    if level is None or (before.triaged and rank(level) <= rank(before.disposition)):
        return None
    if rank(level) > rank(CALL_CLINIC):
        return announce(table, state, level)
    if not before.triaged and message.requested is None and not open_questions(table, before):
        return Turn(state.with_(misunderstood=0), ("action_disposition",), form=False)
    if before.triaged and danger_level(table, state) == level:
        return Turn(state, ("action_disposition",), form=False)
    return None


def announce(table: ClinicalTable, state: TriageState, level: str | None) -> Turn:
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
    if level == "crisis_line" and any(r.disposition in ("call_911", "go_to_er") for r in dangers(table, state)):
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


def not_for_bot(state: TriageState, actions: tuple[str, ...]) -> Turn:
    """Refers on: also one who was told first aid before it came out whom it is for."""
    state = state.with_(
        disposition=NOT_FOR_BOT,
        triaged=True,
        asking=None,
        misunderstood=0,
    )
    return Turn(state, actions, form=False)
