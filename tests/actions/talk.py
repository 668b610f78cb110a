"""A patient's tracker as the actions get it, and what they say and set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from tests.patients import NOW
from triage.state import TriageState


def tracker(state: TriageState, intent: str | None = None, **slots: Any) -> Tracker:
    """The tracker of a patient whose last message was sent at `NOW`."""
    return Tracker(
        sender_id="patient",
        slots={**state.to_slots(), **slots},
        latest_message={"intent": {"name": intent}, "metadata": {"at": NOW.isoformat()}},
        events=[],
        paused=False,
        followup_action=None,
        active_loop={},
        latest_action_name=None,
    )


@dataclass(frozen=True)
class Done:
    """The responses said in their order, what was filled into them, and the slots set."""

    said: list[str]
    filled: dict[str, dict[str, Any]]
    slots: dict[str, Any]


def run(action: Action, state: TriageState, intent: str | None = None, **slots: Any) -> Done:
    """Runs an action as the action server does."""
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, tracker(state, intent, **slots), {})
    ours = {"text", "buttons", "elements", "custom", "template", "response", "image", "attachment"}
    return Done(
        said=[message["response"] for message in dispatcher.messages],
        filled={
            message["response"]: {k: v for k, v in message.items() if k not in ours}
            for message in dispatcher.messages
        },
        slots={event["name"]: event["value"] for event in events if event["event"] == "slot"},
    )
