"""Says one first-aid step, and knows which comes next."""

from __future__ import annotations

from datetime import datetime, timedelta

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.known import files
from triage.disposition import onset_moment
from triage.first_aid import THERMAL, PlannedStep, plan
from triage.state import TriageState


def planned_steps(state: TriageState, now: datetime) -> tuple[PlannedStep, ...]:
    """The steps for this patient now, by the hours since onset and the clinic's settings."""
    onset = onset_moment(state)
    hours = None if onset is None else (now - onset) / timedelta(hours=1)
    known = files()
    return plan(
        known.first_aid, hours, known.clinic.heat_after_hours, state.cold_heat_cautions or ()
    )


def begin(
    dispatcher: CollectingDispatcher, state: TriageState, now: datetime
) -> list[EventType]:
    """The introduction and the first step."""
    dispatcher.utter_message(response=files().first_aid.intro)
    return show(dispatcher, state, now, 0)


def show(
    dispatcher: CollectingDispatcher, state: TriageState, now: datetime, index: int
) -> list[EventType]:
    """The step at `index`; before ice or heat, the cautions are asked; after the last, the end.

    A step that a caution takes out is said to be out, and the next one follows.
    """
    steps = planned_steps(state, now)
    if index >= len(steps):
        dispatcher.utter_message(response=files().first_aid.done)
        return []
    planned = steps[index]
    if planned.step.id in THERMAL and state.cold_heat_cautions is None:
        return ask_cautions(dispatcher, "action_first_aid_next")
    if planned.out and planned.step.skipped:
        tell(dispatcher, planned.step.skipped, index, len(steps))
        return show(dispatcher, state, now, index + 1)
    say(dispatcher, planned, index, len(steps))
    return [SlotSet("first_aid_step", planned.step.id)]


def say(
    dispatcher: CollectingDispatcher, planned: PlannedStep, index: int, total: int
) -> None:
    """The step's own words, and the other pack where it may be used instead."""
    tell(dispatcher, planned.step.response, index, total)
    if planned.with_alternative and planned.step.alternative_response:
        tell(dispatcher, planned.step.alternative_response, index, total)


def tell(dispatcher: CollectingDispatcher, response: str, index: int, total: int) -> None:
    """Something about the step at `index`, which its words may count: "step 3 of 6"."""
    dispatcher.utter_message(response=response, step_number=index + 1, step_total=total)


def ask_cautions(dispatcher: CollectingDispatcher, then: str) -> list[EventType]:
    """Asks what rules ice or heat out; `then` is the action that goes on afterwards."""
    dispatcher.utter_message(response="utter_ask_cold_heat_cautions")
    return [SlotSet("asking", "cold_heat_cautions"), SlotSet("after_cautions", then)]
