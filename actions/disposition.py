"""Tells the outcome when all questions are answered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.known import files, moment_of, state_of
from actions.steps import begin
from triage.disposition import CALL_CLINIC, SELF_CARE, dangers, decide, onset_moment
from triage.state import TriageState
from triage.summary import summarise, why_clinic
from triage.table import rank

# Fresh enough that first aid is given beside the clinic's number.
FRESH = timedelta(hours=72)


class ActionDisposition(Action):
    """Decides by `triage.disposition` and says it; a fresh spasm goes on to the first step."""

    def name(self) -> str:
        return "action_disposition"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Sets disposition, triaged, reason and summary; the safe message if nothing is decided."""
        return tell_outcome(dispatcher, state_of(tracker), moment_of(tracker))


def tell_outcome(
    dispatcher: CollectingDispatcher, state: TriageState, now: datetime
) -> list[EventType]:
    """Says the outcome of `state`, and the first step where first aid may begin at once."""
    known = files()
    persistent = known.clinic.persistent_weeks
    level = decide(known.table, state, now, persistent)
    if level is None:
        dispatcher.utter_message(response="utter_safe")
        return []
    summary = summarise(known.table, known.phrases, state, now)
    understood, reason = state.understood, state.reason
    if rank(level) > rank(CALL_CLINIC):
        grounds = dangers(known.table, state)
        understood = "; ".join(dict.fromkeys(ground.said_back for ground in grounds))
        reason = grounds[0].why if grounds else reason
    else:
        reason = why_clinic(known.table, known.phrases, state, now, persistent)
    dispatcher.utter_message(
        response=known.table.levels[level].reply,
        summary=summary,
        understood=understood or summary,
        reason=reason,
    )
    events: list[EventType] = [
        SlotSet("disposition", level),
        SlotSet("triaged", True),
        SlotSet("summary", summary),
        SlotSet("reason", reason),
        SlotSet("understood", understood),
    ]
    if _lasts_for_weeks(state, now, known.table.doctor_after_weeks):
        dispatcher.utter_message(
            response="utter_see_a_doctor_too",
            doctor_after_weeks=known.table.doctor_after_weeks,
        )
    fresh_again = (
        level == CALL_CLINIC and _is_fresh(state, now) and state.better_or_worse != "worse"
    )
    if level == SELF_CARE or fresh_again:
        events += begin(dispatcher, state, now)
    return events


def _is_fresh(state: TriageState, now: datetime) -> bool:
    onset = onset_moment(state)
    return onset is not None and now - onset < FRESH


def _lasts_for_weeks(state: TriageState, now: datetime, weeks: int) -> bool:
    onset = onset_moment(state)
    return onset is not None and now - onset >= timedelta(weeks=weeks)
