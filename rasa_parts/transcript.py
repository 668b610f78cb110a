"""Reads a stored conversation back as the patient saw it.

What was said, what was answered to which message, and what can be pressed now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.events import BotUttered, Event, UserUttered

from rasa_parts.bot_message import BotMessage, bot_message, custom_of


@dataclass(frozen=True)
class PatientMessage:
    """What the patient said or pressed; `message_id` is the id that their page gave it."""

    text: str
    message_id: str | None = None


@dataclass(frozen=True)
class Choice:
    """Something that the patient could press."""

    title: str
    payload: str


@dataclass
class Turn:
    """A message of the patient and all that the bot said to it.

    The first turn of a conversation has no message.
    """

    message_id: str | None = None
    said: str | None = None
    replies: list[BotMessage] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    tick_list: bool = False
    events: list[Event] = field(default_factory=list, repr=False)


def read_turns(events: Iterable[Event]) -> list[Turn]:
    """Give the turns in `events`, oldest first."""
    turns = [Turn()]
    for event in events:
        if isinstance(event, UserUttered):
            turns.append(Turn(event.message_id, _as_seen(event.text or "", turns[-1].choices)))
        elif isinstance(event, BotUttered):
            _add_reply(turns[-1], event)
        turns[-1].events.append(event)
    return [turn for turn in turns if turn.said is not None or turn.replies or turn.message_id]


def read_messages(turns: Sequence[Turn]) -> list[BotMessage | PatientMessage]:
    """Give every message of `turns` in the order in which the patient saw them."""
    messages: list[BotMessage | PatientMessage] = []
    for turn in turns:
        if turn.said is not None:
            messages.append(PatientMessage(turn.said, turn.message_id))
        messages.extend(turn.replies)
    return messages


def _add_reply(turn: Turn, event: BotUttered) -> None:
    data: dict[str, Any] = event.data or {}
    if event.text:
        turn.replies.append(bot_message(event))
    buttons = [
        Choice(str(button["title"]), str(button["payload"])) for button in data.get("buttons") or []
    ]
    if buttons:
        turn.choices = buttons
        turn.tick_list = bool(custom_of(event).get("tick_list"))


def _as_seen(text: str, choices: Sequence[Choice]) -> str | None:
    """Give a message as its patient saw it: the titles that were pressed, or the text.

    None for the page's own.
    """
    if not text.startswith("/"):
        return text
    pressed = [choice.title for choice in choices if choice.payload == text]
    if not pressed:
        wanted = payload_values(text)
        pressed = [
            choice.title
            for choice in choices
            if (mine := payload_values(choice.payload)) and mine <= wanted
        ]
    return "\n".join(pressed) or None


def payload_values(payload: str) -> set[tuple[str, str, str]]:
    """Give the (intent, entity, value) triples of payloads like `/answer{"onset": "today"}`,
    joined by commas or not.
    """
    found: set[tuple[str, str, str]] = set()
    decoder = json.JSONDecoder()
    position = payload.find("{")
    while position != -1:
        intent = payload[:position].rpartition("/")[2]
        try:
            entities, end = decoder.raw_decode(payload, position)
        except (ValueError, RecursionError):
            break
        for entity, value in entities.items():
            for one in value if isinstance(value, list) else [value]:
                found.add((intent, entity, str(one)))
        position = payload.find("{", end)
    return found
