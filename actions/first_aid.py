"""Moving through the first aid: start, next, back, skip, why, too painful, all at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.known import files, moment_of, state_of
from actions.steps import ask_cautions, begin, planned_steps, say, show, tell
from triage.first_aid import THERMAL, PlannedStep, position
from triage.state import TriageState


class FirstAidMove(Action, ABC):
    """One move. Nothing is said of first aid unless the disposition allows it."""

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Makes the move; sets `first_aid_step` to the step that was shown."""
        state, now = state_of(tracker), moment_of(tracker)
        if not state.triaged:
            dispatcher.utter_message(response="utter_check_first")
            return []
        if not files().table.allows_first_aid(state.disposition):
            dispatcher.utter_message(response="utter_no_first_aid")
            return []
        steps = planned_steps(state, now)
        current = position(steps, tracker.get_slot("first_aid_step"))
        return self.move(dispatcher, state, now, steps, current)

    @abstractmethod
    def move(
        self,
        dispatcher: CollectingDispatcher,
        state: TriageState,
        now: datetime,
        steps: tuple[PlannedStep, ...],
        current: int | None,
    ) -> list[EventType]:
        """`current` is the position of the step shown last, None before the first."""


class ActionFirstAidStart(FirstAidMove):
    def name(self) -> str:
        return "action_first_aid_start"

    def move(
        self,
        dispatcher: CollectingDispatcher,
        state: TriageState,
        now: datetime,
        steps: tuple[PlannedStep, ...],
        current: int | None,
    ) -> list[EventType]:
        return begin(dispatcher, state, now)


class ActionFirstAidNext(FirstAidMove):
    def name(self) -> str:
        return "action_first_aid_next"

    def move(
        self,
        dispatcher: CollectingDispatcher,
        state: TriageState,
        now: datetime,
        steps: tuple[PlannedStep, ...],
        current: int | None,
    ) -> list[EventType]:
        return show(dispatcher, state, now, 0 if current is None else current + 1)


class ActionFirstAidSkip(ActionFirstAidNext):
    """Leaves the step out and goes on."""

    def name(self) -> str:
        return "action_first_aid_skip"


class ActionFirstAidBack(FirstAidMove):
    def name(self) -> str:
        return "action_first_aid_back"

    def move(
        self,
        dispatcher: CollectingDispatcher,
        state: TriageState,
        now: datetime,
        steps: tuple[PlannedStep, ...],
        current: int | None,
    ) -> list[EventType]:
        before = max(0, (len(steps) if current is None else current) - 1)
        while before > 0 and steps[before].out:
            before -= 1
        return show(dispatcher, state, now, before)


class ActionFirstAidWhy(FirstAidMove):
    """Explains the step shown last; without one, why the first aid as a whole."""

    def name(self) -> str:
        return "action_first_aid_why"

    def move(
        self,
        dispatcher: CollectingDispatcher,
        state: TriageState,
        now: datetime,
        steps: tuple[PlannedStep, ...],
        current: int | None,
    ) -> list[EventType]:
        if current is None:
            dispatcher.utter_message(response="utter_causes")
        else:
            tell(dispatcher, steps[current].step.why, current, len(steps))
        return []


class ActionFirstAidTooPainful(FirstAidMove):
    """An easier way to do the step shown last."""

    def name(self) -> str:
        return "action_first_aid_too_painful"

    def move(
        self,
        dispatcher: CollectingDispatcher,
        state: TriageState,
        now: datetime,
        steps: tuple[PlannedStep, ...],
        current: int | None,
    ) -> list[EventType]:
        if current is None:
            return begin(dispatcher, state, now)
        tell(dispatcher, steps[current].step.easier, current, len(steps))
        return []


class ActionFirstAidAll(FirstAidMove):
    """All steps at once; the cautions are asked first."""

    def name(self) -> str:
        return "action_first_aid_all"

    def move(
        self,
        dispatcher: CollectingDispatcher,
        state: TriageState,
        now: datetime,
        steps: tuple[PlannedStep, ...],
        current: int | None,
    ) -> list[EventType]:
        if state.cold_heat_cautions is None and any(s.step.id in THERMAL for s in steps):
            return ask_cautions(dispatcher, self.name())
        for index, planned in enumerate(steps):
            if planned.out and planned.step.skipped:
                tell(dispatcher, planned.step.skipped, index, len(steps))
            else:
                say(dispatcher, planned, index, len(steps))
        dispatcher.utter_message(response=files().first_aid.done)
        return [SlotSet("first_aid_step", steps[-1].step.id)]
