"""The JSON that the site channel sends to a page, as docs/openapi.yml writes it down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.answering import Reply
from rasa_parts.bot_message import BotMessage, Progress, progress_of
from rasa_parts.tracked import (
    is_tick_list,
    offered,
    progress_shown,
    requested_slot,
    state_of,
    summary_of,
)
from rasa_parts.transcript import (
    Choice,
    PatientMessage,
    Turn,
    payload_values,
    read_messages,
    read_turns,
)
from triage.state import open_question

Json = dict[str, Any]

# Answers to a tick list that no other tick goes with.
EXCLUSIVE_VALUES = frozenset({"none", "not_sure", "unsure"})


def reply_json(reply: Reply) -> Json:
    """Give what a page shows of `reply`."""
    return _shape(
        [_message(message) for message in reply.messages],
        [Choice(option.title, option.payload) for option in reply.options],
        tick_list=reply.tick_list,
        asking=reply.asking,
        level=reply.disposition,
        progress=reply.progress,
        summary=reply.summary,
    )


def stored_reply_json(turn: Turn, tracker: DialogueStateTracker) -> Json:
    """Give the reply that was stored with `turn` of `tracker`; what it asked is not stored with it."""
    return _shape(
        [_message(message) for message in turn.replies],
        turn.choices,
        tick_list=turn.tick_list,
        asking=None,
        level=state_of(tracker).disposition,
        progress=progress_of(turn.replies),
        summary=summary_of(tracker),
    )


def history_json(tracker: DialogueStateTracker) -> Json | None:
    """Give all messages of a conversation and what can be pressed now; None if nothing was said."""
    messages = read_messages(read_turns(tracker.events))
    if not messages:
        return None
    state = state_of(tracker)
    return _shape(
        [_spoken(message) for message in messages],
        [Choice(option["title"], option["payload"]) for option in offered(tracker)],
        tick_list=is_tick_list(tracker),
        asking=open_question(state, requested_slot(tracker)),
        level=state.disposition,
        progress=progress_shown(tracker),
        summary=summary_of(tracker),
    )


def said_json(text: str, error: str | None = None) -> Json:
    """Give a reply of the channel's own: one text and nothing to press."""
    reply = _shape([_message(BotMessage(text))], [])
    return {**reply, "error": error} if error else reply


def without_messages(history: Json) -> Json:
    """Give what can be pressed and where the patient stands."""
    return {key: value for key, value in history.items() if key != "messages"}


def _shape(
    messages: list[Json],
    choices: Iterable[Choice],
    *,
    tick_list: bool = False,
    asking: str | None = None,
    level: str | None = None,
    progress: Progress | None = None,
    summary: str | None = None,
) -> Json:
    return {
        "messages": messages,
        "options": [_option(choice, tick_list) for choice in choices],
        "tick_list": tick_list,
        "asking": asking,
        "level": level,
        "progress": asdict(progress) if progress else None,
        "summary": summary,
    }


def _message(message: BotMessage) -> Json:
    shown: Json = {"text": message.text}
    if message.image:
        shown |= {"image": message.image, "description": message.description}
    if message.timer:
        shown["timer"] = asdict(message.timer)
    return shown


def _spoken(message: BotMessage | PatientMessage) -> Json:
    if isinstance(message, BotMessage):
        return {"from": "bot", **_message(message)}
    spoken: Json = {"from": "patient", "text": message.text}
    if message.message_id:
        spoken["id"] = message.message_id.partition(".")[0]
    return spoken


def _option(choice: Choice, tick_list: bool) -> Json:
    option: Json = {"title": choice.title, "payload": choice.payload}
    if tick_list and any(
        value in EXCLUSIVE_VALUES for _, _, value in payload_values(choice.payload)
    ):
        option["exclusive"] = True
    return option
