"""What happened in each turn of a conversation, read from Rasa's events as plain values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_SILENT = frozenset({"action_listen", "action_session_start", "action_extract_slots", "action_restart"})


@dataclass(frozen=True)
class Done:
    """One action of the bot, and the policy that chose it."""

    policy: str
    action: str


@dataclass(frozen=True)
class Option:
    """What could be pressed after a message."""

    title: str
    payload: str


@dataclass(frozen=True)
class Said:
    """One message of the bot: its response, its condition if it has one, and its text as a patient reads it."""

    response: str
    text: str
    condition: Any = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class TurnFacts:
    """One message and all that followed from it.

    pressed        the titles of the options that were pressed; empty for what was typed
    parsed         Rasa's parse data: intent, intent_ranking, entities
    slots_before   the slots as the message came, `slots_after` as the turn ended
    loop_before    the form that was active as the message came, or None
    steps_before   the intents and actions before this message, in their order: ("intent", name), ("action", name)
    """

    text: str
    pressed: tuple[str, ...]
    metadata: Mapping[str, Any]
    parsed: Mapping[str, Any]
    slots_before: Mapping[str, Any]
    loop_before: str | None
    steps_before: tuple[tuple[str, str], ...]
    slots_after: Mapping[str, Any] = field(default_factory=dict)
    done: tuple[Done, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def intent(self) -> str | None:
        """The intent that was understood, or None."""
        name = (self.parsed.get("intent") or {}).get("name")
        return str(name) if name else None


def turns(events: Iterable[Mapping[str, Any]]) -> list[TurnFacts]:
    """Every turn of a conversation, from the events as Rasa's `as_dict` gives them."""
    found: list[TurnFacts] = []
    slots: dict[str, Any] = {}
    loop: str | None = None
    steps: list[tuple[str, str]] = []
    done: list[Done] = []
    said: list[Said] = []

    def finish() -> None:
        if found:
            found[-1] = _with(found[-1], slots, done, said)
        done.clear()
        said.clear()

    for event in events:
        kind = event.get("event")
        if kind == "user":
            finish()
            offered = [option for turn in found[-1:] for said_one in turn.said for option in said_one.options]
            found.append(_begun(event, offered, slots, loop, steps))
            steps.append(("intent", found[-1].intent or ""))
        elif kind == "action" and event.get("name") not in (*_SILENT, None):
            done.append(Done(str(event.get("policy") or ""), str(event["name"])))
            steps.append(("action", str(event["name"])))
        elif kind == "bot":
            said.append(_said(event))
        elif kind == "slot":
            slots[str(event["name"])] = event.get("value")
        elif kind == "active_loop":
            loop = event.get("name")
        elif kind in ("reset_slots", "restart"):
            slots.clear()
    finish()
    return found


def _begun(
    event: Mapping[str, Any],
    offered: Sequence[Option],
    slots: Mapping[str, Any],
    loop: str | None,
    steps: Iterable[tuple[str, str]],
) -> TurnFacts:
    text = str(event.get("text") or "")
    return TurnFacts(
        text=text,
        pressed=_titles(text, offered) if text.startswith("/") else (),
        metadata=event.get("metadata") or {},
        parsed=event.get("parse_data") or {},
        slots_before=dict(slots),
        loop_before=loop,
        steps_before=tuple(steps),
    )


def _with(turn: TurnFacts, slots: Mapping[str, Any], done: Iterable[Done], said: Iterable[Said]) -> TurnFacts:
    return TurnFacts(
        turn.text,
        turn.pressed,
        turn.metadata,
        turn.parsed,
        turn.slots_before,
        turn.loop_before,
        turn.steps_before,
        slots_after=dict(slots),
        done=tuple(done),
        said=tuple(said),
    )


def _said(event: Mapping[str, Any]) -> Said:
    metadata, data = event.get("metadata") or {}, event.get("data") or {}
    return Said(
        response=str(metadata.get("utter_action") or ""),
        text=str(event.get("text") or ""),
        condition=metadata.get("condition"),
        options=tuple(Option(str(b["title"]), str(b["payload"])) for b in data.get("buttons") or ()),
    )


def _titles(payload: str, offered: Sequence[Option]) -> tuple[str, ...]:
    """The titles of the options that a payload stands for: one, or several of a tick list; else the payload."""
    chosen = _values(payload)
    titles = [o.title for o in offered if o.payload == payload or (_values(o.payload) and _values(o.payload) <= chosen)]
    return tuple(dict.fromkeys(titles)) or (payload,)


def _values(payload: str) -> set[tuple[str, str]]:
    """The answers in a payload like /answer{"nerve_signs": ["a", "b"]}, each with its question."""
    try:
        answers = json.loads(payload[payload.index("{") :])
    except ValueError:
        return set()
    return {
        (str(question), str(value))
        for question, given in answers.items()
        for value in (given if isinstance(given, list) else [given])
    }
