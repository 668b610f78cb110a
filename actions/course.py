"""Answers "it is better" and "it is the same" after the outcome."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.disposition import tell_outcome
from actions.known import files, moment_of, state_of
from triage.disposition import decide
from triage.table import rank


class ActionCourse(Action):
    """Notes the course; where it changes the outcome, the new one is told."""

    def name(self) -> str:
        return "action_course"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Sets `better_or_worse`, and what `action_disposition` sets when the level rises."""
        known, state, now = files(), state_of(tracker), moment_of(tracker)
        course = (tracker.latest_message.get("intent") or {}).get("name")
        if course not in ("better", "same", "worse"):
            course = "same"
        state = state.with_(better_or_worse=course)
        level = decide(known.table, state, now, known.clinic.persistent_weeks)
        noted: list[EventType] = [SlotSet("better_or_worse", course)]
        if course != "better" and rank(level) > rank(state.disposition):
            return noted + tell_outcome(dispatcher, state, now)
        dispatcher.utter_message(response=f"utter_{course}")
        return noted
