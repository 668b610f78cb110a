"""Says what the bot would understand and do, and why: `./bot try "my back went again"`.

Several messages are one conversation; "[None of these]" in square brackets presses an option. Without a message, a
page opens on this machine on which one can chat and see the same beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from commands.model import ensure_model
from commands.problem import Problem
from commands.quiet import be_quiet
from rasa_parts.without_tensorflow import keep_tensorflow_out

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from rasa_parts.answering import Reply
    from staff.trying.explanation import Explanation

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str]) -> int:
    """Explain the messages, or serve the page. Raises Problem if that cannot be done."""
    options = _options(argv)
    keep_tensorflow_out(ROOT / "config.yml")
    be_quiet()
    if not options.message:
        return _serve(options.port)
    explained = asyncio.run(_try(load(), options.message))
    if options.json:
        print(json.dumps([one.as_json() for one in explained], ensure_ascii=False, indent=2))
    else:
        print(_text(explained), end="")
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./bot try", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("message", nargs="*", help="what a patient types; several are one conversation")
    parser.add_argument("--json", action="store_true", help="the same as JSON")
    parser.add_argument("--port", type=int, default=5006, help="where the page is (default: 5006)")
    return parser.parse_args(argv)


def load() -> Agent:
    """The bot by the files as they are now; it is trained first if they have changed. Raises Problem."""
    model = ensure_model(ROOT)
    from commands.worker import reason_of
    from rasa_parts.loading import load_bot
    from triage.marked_yaml import FileFindings

    try:
        return load_bot(model)
    except FileFindings as error:
        raise Problem(str(error)) from error
    except Exception as error:
        raise Problem(f"The bot cannot be loaded: {reason_of(error)}. `./bot check` says more.") from error


def _serve(port: int) -> int:
    from commands.door import listening_socket
    from commands.try_page import HOST, serve

    with listening_socket(HOST, port, "--port", "./bot try") as door:
        return serve(ROOT, load(), door)


async def _try(agent: Agent, messages: Sequence[str]) -> list[Explanation]:
    from rasa_parts.answering import answer
    from rasa_parts.conversation_store import read_session
    from staff.trying.explain import Explainer

    try:
        explainer = Explainer(ROOT)
    except yaml.YAMLError as error:
        raise Problem(f"A file is not YAML: {error}. `./bot check` says more.") from error
    sender, reply = uuid.uuid4().hex, None
    for message in messages:
        reply = await answer(agent, sender, pressed(message, reply))
    tracker = await read_session(agent.tracker_store, sender)
    events: list[dict[str, Any]] = [event.as_dict() for event in tracker.events] if tracker else []
    return explainer.explain(events)


def pressed(message: str, reply: Reply | None) -> str:
    """The payload of the option that "[title]" names, any other message as it is.

    Raises Problem if it is not offered.
    """
    title = message.strip()
    if not (title.startswith("[") and title.endswith("]")):
        return message
    options = {option.title.casefold(): option.payload for option in reply.options} if reply else {}
    payload = options.get(title[1:-1].strip().casefold())
    if payload is None:
        offered = ", ".join(f"[{option.title}]" for option in reply.options) if reply else ""
        raise Problem(f"{title} cannot be pressed here. What can be pressed: {offered or 'nothing'}.")
    return payload


def _text(explained: Sequence[Explanation]) -> str:
    from rasa_parts.clinic_nlg import clinic_path
    from staff.trying.show import as_text
    from staff.trying.words import heading, sections
    from triage.clinic import load_clinic

    zone = load_clinic(clinic_path()).time_zone
    rule = "\n" + "─" * 60 + "\n\n"
    return rule.join(as_text(heading(one), sections(one, zone), _has_colours()) for one in explained)


def _has_colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
