"""Reads Rasa's tracker: the state of the triage, the last message, the options on offer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.events import BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.bot_message import Progress, bot_message, custom_of, progress_of
from rasa_parts.readable import is_readable
from rasa_parts.red_flag_extractor import RED_FLAG, SIGN, SOMEONE_ELSE
from triage.patient import is_the_writer
from triage.red_flags import DENIED, Finding
from triage.sense import Sense
from triage.state import Message, TriageState

ANSWER = "answer"
AT = "at"
# In a message's metadata: it was typed like a command, so only its danger counts.
COMMAND = "command"


def state_of(tracker: DialogueStateTracker) -> TriageState:
    """The triage state in the tracker's slots."""
    return TriageState.from_slots(tracker.current_slot_values())


def requested_slot(tracker: DialogueStateTracker) -> str | None:
    """The slot that the active form asks for, or None."""
    return tracker.get_slot(REQUESTED_SLOT) if tracker.active_loop_name else None


def moment_of(event: UserUttered) -> datetime:
    """When a message was sent: what the channel noted, else when it was stored; in UTC."""
    noted = (event.metadata or {}).get(AT)
    if noted:
        return datetime.fromisoformat(str(noted)).astimezone(UTC)
    return datetime.fromtimestamp(event.timestamp, UTC)


def message_of(tracker: DialogueStateTracker) -> Message:
    """What was understood of the latest message."""
    event = tracker.latest_message
    assert event is not None
    entities = list(event.entities or [])
    typed = (event.text or "").strip()
    pressed = typed.startswith("/")
    findings = [_finding(e) for e in entities if e.get("entity") in (RED_FLAG, SIGN)]
    if (event.metadata or {}).get(COMMAND):
        stated = tuple(f for f in findings if f.state != DENIED and f.sense is not Sense.SUSPECTED)
        return Message("", None, moment_of(event), findings=stated, requested=requested_slot(tracker))
    options = offered(tracker)
    # An option's entity has the question's name too; what it says is in `picked`.
    onset = None if pressed else _first(entities, "onset")
    recurring = None if pressed else _first(entities, "recurring")
    return Message(
        text="" if pressed else typed,
        intent=event.intent_name if pressed or _can_be_classified(event, typed) else None,
        at=moment_of(event),
        picked=_picked(entities) if event.intent_name == ANSWER else {},
        findings=tuple(findings),
        onset=str(onset["value"]) if onset else None,
        onset_clear=not (onset or {}).get("ambiguous", False),
        recurring=recurring["value"] == "yes" if recurring else None,
        someone_else=_first(entities, SOMEONE_ELSE) is not None,
        the_writer=not pressed and is_the_writer(typed),
        offered=tuple(value_of(option["payload"]) for option in options),
        titles=tuple(option["title"] for option in options),
        last_response=_last_response(tracker.events),
        requested=requested_slot(tracker),
    )


def offered(tracker: DialogueStateTracker) -> list[dict[str, str]]:
    """The options that the patient can press now: those of the bot's last turn.

    Each is a title and a payload; a later question of the same turn replaces an earlier one.
    """
    options: list[dict[str, str]] = []
    for event in _last_turn(tracker.events):
        buttons = (event.data or {}).get("buttons") if isinstance(event, BotUttered) else None
        if buttons:
            options = [{"title": b["title"], "payload": b["payload"]} for b in buttons]
    return options


def is_tick_list(tracker: DialogueStateTracker) -> bool:
    """Whether several of the options on offer may be chosen together."""
    ticks = False
    for event in _last_turn(tracker.events):
        if isinstance(event, BotUttered) and (event.data or {}).get("buttons"):
            ticks = bool(custom_of(event).get("tick_list"))
    return ticks


def progress_shown(tracker: DialogueStateTracker) -> Progress | None:
    """The first-aid step that the bot's last turn shows, if it shows one."""
    said = [bot_message(e) for e in _last_turn(tracker.events) if isinstance(e, BotUttered)]
    return progress_of(said)


def summary_of(tracker: DialogueStateTracker) -> str | None:
    """What the patient can tell the clinic, once there is a disposition."""
    slots = tracker.current_slot_values()
    return (slots.get("summary") or None) if slots.get("disposition") else None


def value_of(payload: str) -> str:
    """The value in an answer's payload, or the payload itself: /answer{"onset": "today"}."""
    start = payload.find("{")
    if not payload.startswith(f"/{ANSWER}") or start < 0:
        return payload
    values = json.loads(payload[start:])
    return str(next(iter(values.values())))


def _last_turn(events: Iterable[Event]) -> list[Event]:
    """What the bot did after the last message before the one that is being answered."""
    listed = list(events)
    end = len(listed)
    for index in range(len(listed) - 1, -1, -1):
        if isinstance(listed[index], UserUttered):
            if any(isinstance(e, BotUttered) for e in listed[index:end]):
                return listed[index:end]
            end = index
    return listed[:end]


def _can_be_classified(event: UserUttered, typed: str) -> bool:
    """Not for emoji alone, and not for keys that were only hit."""
    confidence = float((event.intent or {}).get("confidence") or 0.0)
    return any(c.isalnum() for c in typed) and is_readable(typed, confidence)


def _picked(entities: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    picked: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        if entity.get("entity") not in (RED_FLAG, SIGN, SOMEONE_ELSE):
            name = str(entity["entity"])
            picked[name] = (*picked.get(name, ()), str(entity["value"]))
    return picked


def _finding(entity: dict[str, Any]) -> Finding:
    return Finding(
        name=str(entity["value"]),
        state=str(entity.get("role")),
        start=int(entity.get("start") or 0),
        end=int(entity.get("end") or 0),
        words="",
        sense=Sense(entity.get("sense", Sense.STATED.value)),
        pattern=str(entity.get("pattern", "")),
    )


def _first(entities: list[dict[str, Any]], name: str) -> dict[str, Any] | None:
    return next((e for e in entities if e.get("entity") == name), None)


def _last_response(events: Iterable[Event]) -> str | None:
    for event in reversed(list(events)):
        if isinstance(event, BotUttered):
            return (event.metadata or {}).get("utter_action")
    return None
