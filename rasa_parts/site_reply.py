"""The JSON that the site channel sends to a page, as docs/site_channel.md writes it down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.answering import Reply
from rasa_parts.tracked import is_tick_list, offered, requested_slot, state_of
from rasa_parts.transcript import (
    BOT,
    Choice,
    Line,
    Turn,
    payload_values,
    read_lines,
    read_turns,
)
from triage.state import open_question

Json = dict[str, Any]

# Answers to a tick list that no other tick goes with.
EXCLUSIVE_VALUES = frozenset({"none", "not_sure", "unsure"})


def reply_json(reply: Reply) -> Json:
    """Give what a page shows of `reply`."""
    return _shape(
        [_message(message.text, message.image) for message in reply.messages],
        [Choice(option.title, option.payload) for option in reply.options],
        tick_list=reply.tick_list,
        asking=reply.asking,
        level=reply.disposition,
    )


def stored_reply_json(turn: Turn, level: str | None) -> Json:
    """Give the reply that was stored with `turn`; what it asked is not stored with it."""
    return _shape(
        [_message(line.text, line.image) for line in turn.replies],
        turn.choices,
        tick_list=turn.tick_list,
        asking=None,
        level=level,
    )


def history_json(tracker: DialogueStateTracker) -> Json | None:
    """Give all messages of a conversation and what can be pressed now; None if nothing was said."""
    lines = read_lines(read_turns(tracker.events))
    if not lines:
        return None
    state = state_of(tracker)
    return _shape(
        [_spoken(line) for line in lines],
        [Choice(option["title"], option["payload"]) for option in offered(tracker)],
        tick_list=is_tick_list(tracker),
        asking=open_question(state, requested_slot(tracker)),
        level=state.disposition,
    )


def said_json(text: str, error: str | None = None) -> Json:
    """Give a reply of the channel's own: one text and nothing to press."""
    reply = _shape([_message(text, None)], [], tick_list=False, asking=None, level=None)
    return {**reply, "error": error} if error else reply


def _shape(
    messages: list[Json],
    choices: Iterable[Choice],
    *,
    tick_list: bool,
    asking: str | None,
    level: str | None,
) -> Json:
    return {
        "messages": messages,
        "options": [_option(choice, tick_list) for choice in choices],
        "tick_list": tick_list,
        "asking": asking,
        "level": level,
    }


def _message(text: str, image: str | None) -> Json:
    return {"text": text, "image": image} if image else {"text": text}


def _spoken(line: Line) -> Json:
    spoken: Json = {"from": line.speaker, **_message(line.text, line.image)}
    if line.speaker != BOT and line.message_id:
        spoken["id"] = line.message_id.partition(".")[0]
    return spoken


def _option(choice: Choice, tick_list: bool) -> Json:
    option: Json = {"title": choice.title, "payload": choice.payload}
    if tick_list and any(
        value in EXCLUSIVE_VALUES for _, _, value in payload_values(choice.payload)
    ):
        option["exclusive"] = True
    return option
