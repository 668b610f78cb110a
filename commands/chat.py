"""Talks with the bot in the terminal; options are numbered, as they would be on the page."""

from __future__ import annotations

import asyncio
import sys
import textwrap
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commands.model import ensure_model
from commands.quiet import be_quiet
from rasa_parts.without_tensorflow import keep_tensorflow_out

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from rasa_parts.answering import Reply

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 76


def main(argv: Sequence[str]) -> int:
    """Chats until the input ends (Ctrl-D) or Ctrl-C."""
    keep_tensorflow_out(ROOT / "config.yml")
    be_quiet()
    model = ensure_model(ROOT)
    from rasa_parts.loading import load_bot

    agent = load_bot(model)
    print("Type as a patient would; numbers choose options; Ctrl-D ends.\n", file=sys.stderr)
    asyncio.run(_chat(agent))
    return 0


async def _chat(agent: Agent) -> None:
    from rasa_parts.answering import answer, greet
    from rasa_parts.forgetting import forget_conversation

    sender = uuid.uuid4().hex
    reply = await greet(agent, sender)
    while True:
        _show(reply)
        try:
            typed = await asyncio.to_thread(input, "you> ")
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if not sys.stdin.isatty():
            print(typed)
        reply = await answer(agent, sender, chosen(typed, reply))
        if "utter_deleted" in reply.responses:
            await forget_conversation(agent.tracker_store, sender)


def chosen(typed: str, reply: Reply) -> str:
    """The payloads that a list of option numbers stands for; other text as it is."""
    numbers = typed.replace(",", " ").split()
    if not numbers or not all(n.isdecimal() and 1 <= int(n) <= len(reply.options) for n in numbers):
        return typed
    return ",".join(reply.options[int(n) - 1].payload for n in numbers)


def _show(reply: Reply) -> None:
    for message in reply.messages:
        for line in message.text.splitlines():
            print(textwrap.fill(line, WIDTH, initial_indent="bot> ", subsequent_indent="     "))
    for number, option in enumerate(reply.options, start=1):
        print(f"     {number:>2}  {option.title}")
    print()
