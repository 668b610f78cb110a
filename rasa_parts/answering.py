"""One turn: from what a patient types or presses to what they are shown, and never silence."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.bot_message import BotMessage, Progress, bot_message, progress_of
from rasa_parts.clinic_nlg import SAFE_RESPONSE, ClinicNLG
from rasa_parts.conversation_store import read_session
from rasa_parts.personal_data import mask
from rasa_parts.red_flag_extractor import ASKING, PATIENT
from rasa_parts.tracked import (
    ANSWER,
    AT,
    COMMAND,
    is_tick_list,
    offered,
    requested_slot,
    state_of,
    summary_of,
)
from triage.state import TriageState, open_question

logger = logging.getLogger(__name__)

CHANNEL = "site"
TIME_LIMIT_SECONDS = 10.0
GREETING = "/greet"
# Of a text longer than twice this, only so much of both its ends is read.
LONG = 5_000
# A typed message that begins like this would be a command to Rasa, or looks like one: slashes of
# all kinds, and what is not seen before and between them.
_SLASHES = r"/\\\u2044\u2215\u29f8\uff0f"
_UNSEEN = r"\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_COMMAND = re.compile(rf"^[{_UNSEEN}]*[{_SLASHES}][{_UNSEEN}{_SLASHES}]*")


@dataclass(frozen=True)
class Option:
    """What can be pressed now."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """All that follows from one message.

    asking      the open question by its contract name, or None
    summary     what the patient can tell the clinic, once there is a disposition
    understood  intent and confidence
    red_flags   flag -> present | denied | unsure, of the whole conversation
    failed      the answer is missing or not whole; the safe message stands at its end
    """

    messages: tuple[BotMessage, ...]
    options: tuple[Option, ...] = ()
    tick_list: bool = False
    asking: str | None = None
    disposition: str | None = None
    summary: str | None = None
    understood: dict[str, Any] = field(default_factory=dict)
    red_flags: dict[str, str] = field(default_factory=dict)
    slots: dict[str, Any] = field(default_factory=dict)
    failed: bool = False

    @property
    def responses(self) -> list[str]:
        return [m.response for m in self.messages if m.response]

    @property
    def progress(self) -> Progress | None:
        return progress_of(self.messages)


class NotStoredError(Exception):
    """What was said is not in the store of conversations."""


async def answer(
    agent: Agent,
    sender: str,
    text: str,
    *,
    at: datetime | None = None,
    message_id: str | None = None,
) -> Reply:
    """Answers `text`, sent at `at` (default: now) in the conversation of `sender`.

    A text that equals an offered payload, or several joined by ",", is pressing it; any other
    text is only text. Never raises and never returns an empty reply.
    """
    try:
        text = _readable_part(text)
        before = await read_session(agent.tracker_store, sender)
        to_rasa, context = _for_rasa(text, before), _context(before)
        if _COMMAND.match(text) and not to_rasa.startswith("/"):
            context[COMMAND] = True
        return await _handle(agent, sender, to_rasa, at, message_id, context)
    except Exception:
        logger.exception("A message could not be answered; the safe message is given.")
        return await _safe_reply(agent, sender)


async def greet(agent: Agent, sender: str, *, at: datetime | None = None) -> Reply:
    """Opens a conversation with the bot's greeting."""
    try:
        # Raises if nothing could be stored either.
        await read_session(agent.tracker_store, sender)
        return await _handle(agent, sender, GREETING, at, None, {})
    except Exception:
        logger.exception("The greeting failed; the safe message is given.")
        return await _safe_reply(agent, sender)


async def _handle(
    agent: Agent,
    sender: str,
    text: str,
    at: datetime | None,
    message_id: str | None,
    context: dict[str, Any],
) -> Reply:
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    message = UserMessage(
        text,
        CollectingOutputChannel(),
        sender,
        input_channel=CHANNEL,
        message_id=message_id,
        metadata={AT: moment.isoformat(), **context},
    )
    await asyncio.wait_for(agent.handle_message(message), TIME_LIMIT_SECONDS)
    tracker = await read_session(agent.tracker_store, sender)
    if tracker is None or not _has_heard(tracker, message):
        # Nobody may be told the answer to an older message.
        raise NotStoredError("Rasa did not store the message")
    return await _reply(agent, tracker)


def _has_heard(tracker: DialogueStateTracker, message: UserMessage) -> bool:
    return any(
        isinstance(event, UserUttered) and event.message_id == message.message_id
        for event in reversed(tracker.events)
    )


async def _reply(agent: Agent, tracker: DialogueStateTracker) -> Reply:
    events = _this_turn(tracker)
    messages = [bot_message(e) for e in events if isinstance(e, BotUttered) and e.text]
    failed = not messages or an_action_failed(events)
    if failed:
        messages.append(await _safe_message(agent, tracker))
    state = state_of(tracker)
    # After a form's turn `tracker.latest_message` is an older one; the event is not.
    latest = next((e for e in events if isinstance(e, UserUttered)), None)
    intent = latest.intent if latest else {}
    return Reply(
        messages=tuple(messages),
        failed=failed,
        options=tuple(Option(o["title"], o["payload"]) for o in offered(tracker)),
        tick_list=is_tick_list(tracker),
        asking=open_question(state, requested_slot(tracker)),
        disposition=state.disposition,
        summary=summary_of(tracker),
        understood={
            "intent": intent.get("name"),
            "confidence": round(float(intent.get("confidence") or 0.0), 4),
        },
        red_flags=dict(state.red_flags),
        slots={
            name: value
            for name, value in tracker.current_slot_values().items()
            if name not in _INTERNAL_SLOTS
        },
    )


_INTERNAL_SLOTS = frozenset({"plan", "session_started_metadata", "requested_slot"})


def _readable_part(text: str) -> str:
    """The text without broken characters; of a very long one the beginning and the end."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    if len(text) <= 2 * LONG:
        return text
    return f"{text[:LONG]}\n{text[-LONG:]}"


def _context(tracker: DialogueStateTracker | None) -> dict[str, Any]:
    """What the components need to know to read the next message: the open question, of whom."""
    if tracker is None:
        return {}
    state = state_of(tracker)
    return {ASKING: open_question(state, requested_slot(tracker)), PATIENT: state.patient}


def _for_rasa(text: str, tracker: DialogueStateTracker | None) -> str:
    """The text as Rasa may see it: pressed options as their payload, typing never as a command,
    and without personal data."""
    options = offered(tracker) if tracker else []
    pressed = pressed_payloads(text.strip(), [o["payload"] for o in options])
    if pressed:
        return pressed[0] if len(pressed) == 1 else _merged(pressed)
    return mask(_COMMAND.sub("", text))


def pressed_payloads(text: str, payloads: Sequence[str]) -> list[str]:
    """The payloads that `text` consists of, joined by commas; empty if anything else is in it."""
    chosen: list[str] = []
    rest = text
    while rest:
        payload = next(
            (p for p in payloads if rest == p or rest.startswith(f"{p},")), None
        )
        if payload is None:
            return []
        chosen.append(payload)
        rest = rest[len(payload) :].removeprefix(",").lstrip()
    return chosen


def _merged(payloads: Sequence[str]) -> str:
    """Several payloads of one tick list as one: /answer{"nerve_signs": ["…", "…"]}."""
    merged: dict[str, list[Any]] = {}
    prefix = f"/{ANSWER}"
    for payload in payloads:
        if not payload.startswith(prefix + "{"):
            return payloads[0]
        for question, value in json.loads(payload.removeprefix(prefix)).items():
            values = merged.setdefault(question, [])
            if value not in values:
                values.append(value)
    return prefix + json.dumps(merged)


def _this_turn(tracker: DialogueStateTracker) -> list[Event]:
    events = list(tracker.events)
    for index in range(len(events) - 1, -1, -1):
        if isinstance(events[index], UserUttered):
            return events[index:]
    return events


def an_action_failed(events: Sequence[Event]) -> bool:
    """Rasa swallows a failed action; ours always say something, so silence after one is a failure."""
    waiting = False
    for event in events:
        if isinstance(event, ActionExecuted):
            name = event.action_name or ""
            if waiting:
                return True
            waiting = name.startswith("action_") and name not in _SILENT_ACTIONS
        elif isinstance(event, BotUttered):
            waiting = False
    return waiting


_SILENT_ACTIONS = frozenset({"action_listen", "action_session_start", "action_extract_slots"})


async def _safe_message(agent: Agent, tracker: DialogueStateTracker) -> BotMessage:
    said = await agent.nlg.generate(SAFE_RESPONSE, tracker, CHANNEL)
    return BotMessage(text=str((said or {}).get("text")), response=SAFE_RESPONSE)


async def _safe_reply(agent: Agent, sender: str) -> Reply:
    """The safe message alone, also when no model is loaded."""
    nlg = agent.nlg if isinstance(agent.nlg, ClinicNLG) else ClinicNLG()
    tracker = DialogueStateTracker.from_events(sender, [])
    said = await nlg.generate(SAFE_RESPONSE, tracker, CHANNEL)
    return Reply(
        messages=(BotMessage(text=str(said.get("text")), response=SAFE_RESPONSE),),
        slots=TriageState().to_slots(),
        failed=True,
    )
