"""A stated sign is taken back: repeated, asked once more, and only then lowered."""

from __future__ import annotations

from triage.absorb import Absorbed
from triage.asking import confirming
from triage.clinic import Clinic
from triage.disposition import CALL_CLINIC, danger_level, decide, open_questions
from triage.outcome import announce
from triage.red_flags import PRESENT
from triage.state import Message, TriageState
from triage.table import ClinicalTable, most_urgent, rank
from triage.turn import FORM, Turn


def correction(table: ClinicalTable, state: TriageState, corrected: tuple[str, ...]) -> Turn:
    """Repeats a taken-back sign and asks once more; nothing falls before that is answered.

    A mistake that names no sign is about those that brought the level.
    """
    worst = sorted(corrected or _weightiest(table, state), key=lambda f: -rank(table.flags[f].disposition))
    if not worst and state.confirm:
        return Turn(state, confirming(state), form=False)
    if not worst:
        return Turn(state, ("utter_emergency_again",), form=False)
    state = state.with_(confirm=tuple(worst), correcting=True, understood=table.flags[worst[0]].said_back)
    return Turn(state, ("utter_correction", *confirming(state)), form=False)


def _weightiest(table: ClinicalTable, state: TriageState) -> list[str]:
    present = state.present()
    if not table.is_locked(state.disposition):
        return sorted(present)
    return sorted(
        flag for flag in present if table.is_locked(danger_level(table, TriageState(red_flags={flag: PRESENT})))
    ) or sorted(present)


def after_correction(table: ClinicalTable, state: TriageState, absorbed: Absorbed, question: str) -> Turn:
    """What follows the question whether a stated emergency was a mistake: only a plain no lowers it."""
    flag = question.removeprefix("confirm_")
    if flag in state.confirm or not state.correcting:  # the emergency stands
        state = state.with_(confirm=(), correcting=False)
        return Turn(state, ("utter_emergency_again",), form=False)
    if state.confirm:
        return Turn(state, confirming(state), form=False)
    state = state.with_(correcting=False)
    level = danger_level(table, state)
    if table.is_locked(level):
        return Turn(state, ("utter_emergency_again",), form=False)
    lowered = most_urgent(level, table.corrected_emergency) or table.corrected_emergency
    turn = announce(table, state.with_(disposition=None), lowered)
    return Turn(turn.state, ("utter_corrected", *turn.actions), form=False)


def after_lesser_correction(table: ClinicalTable, clinic: Clinic, state: TriageState, message: Message) -> Turn:
    """A sign below an emergency was taken back and that was confirmed: the level is found anew."""
    open_again = state.with_(correcting=False, disposition=None, triaged=False, asking=None)
    if state.emergency_stated:
        level = most_urgent(danger_level(table, open_again), table.corrected_emergency)
        turn = announce(table, open_again, level)
        return Turn(turn.state, ("utter_put_right", *turn.actions), form=False)
    if open_questions(table, open_again):
        return Turn(open_again, ("utter_put_right", FORM))
    level = decide(table, open_again, message.at, clinic.persistent_weeks)
    if rank(level) > rank(CALL_CLINIC):
        turn = announce(table, open_again, level)
        return Turn(turn.state, ("utter_put_right", *turn.actions), form=False)
    return Turn(open_again, ("utter_put_right", "action_disposition"), form=False)
