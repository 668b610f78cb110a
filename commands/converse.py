"""Talks over standard input and output, one JSON object a line: the contract's line protocol."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from commands.model import ensure_model
from commands.quiet import be_quiet
from rasa_parts.without_tensorflow import keep_tensorflow_out

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from rasa_parts.answering import Reply

ROOT = Path(__file__).resolve().parent.parent
_USAGE = 'a line is {"sender": "<id>", "message": "<text>"}, with an optional "at": "<ISO 8601 time>"'


class LineError(ValueError):
    """A line of input that is not a message; the text says what it should be."""


def main(argv: Sequence[str]) -> int:
    """Answers lines until the input ends. Logs go to standard error."""
    output = _only_replies_on_stdout()
    keep_tensorflow_out(ROOT / "config.yml")
    be_quiet()
    model = ensure_model(ROOT)
    from rasa_parts.loading import load_bot

    agent = load_bot(model)
    asyncio.run(_converse(agent, sys.stdin, output))
    return 0


async def _converse(agent: Agent, lines: TextIO, output: TextIO) -> None:
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, lines.readline):
        try:
            result = await reply_to(agent, line)
        except LineError as error:
            result = {"error": str(error)}
        print(json.dumps(result), file=output, flush=True)


async def reply_to(agent: Agent, line: str) -> dict[str, Any]:
    """The contract's object for one line of input. Raises LineError."""
    from rasa_parts.answering import answer
    from rasa_parts.forgetting import forget_conversation

    sender, message, at = _read(line)
    reply = await answer(agent, sender, message, at=at)
    if "utter_deleted" in reply.responses:
        await forget_conversation(agent.tracker_store, sender)
    return _as_contract(sender, message, reply)


def _read(line: str) -> tuple[str, str, datetime | None]:
    try:
        content = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(f"not JSON ({error}); {_USAGE}") from error
    if not isinstance(content, dict):
        raise LineError(f"not an object; {_USAGE}")
    sender, message, at = content.get("sender"), content.get("message"), content.get("at")
    if not isinstance(sender, str) or not sender:
        raise LineError(f"'sender' must be a text; {_USAGE}")
    if not isinstance(message, str):
        raise LineError(f"'message' must be a text; {_USAGE}")
    return sender, message, _moment(at)


def _moment(at: object) -> datetime | None:
    if at is None:
        return None
    try:
        moment = datetime.fromisoformat(str(at))
    except ValueError as error:
        raise LineError(f"'at' is not an ISO 8601 time; {_USAGE}") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _as_contract(sender: str, message: str, reply: Reply) -> dict[str, Any]:
    flags: dict[str, list[str]] = {"present": [], "denied": [], "unsure": []}
    for name, state in reply.red_flags.items():
        flags[state].append(name)
    return {
        "sender": sender,
        "message": message,
        "intent": reply.understood.get("intent"),
        "confidence": reply.understood.get("confidence"),
        "red_flags": flags,
        "asking": reply.asking,
        "options": [{"title": o.title, "payload": o.payload} for o in reply.options],
        "responses": reply.responses,
        "messages": [m.text for m in reply.messages],
        "slots": reply.slots,
        "disposition": reply.disposition,
    }


def _only_replies_on_stdout() -> TextIO:
    """Keeps the real standard output for replies; whatever else prints goes to standard error."""
    output = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return output
