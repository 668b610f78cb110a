"""Plays a course with a bot that speaks the contract's line protocol, as `./bot converse` does."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from staff.publish.courses import BETWEEN_MESSAGES, Course, Step

# A Monday morning; all times are counted from it.
START = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)
_MOST_ANSWERS = 10

# What a bot answers to one message of one sender at some moment: the contract's object.
Talk = Callable[[str, str, datetime], Mapping[str, Any]]


@dataclass(frozen=True)
class Turn:
    """One message, and what the bot said: the name of each answer, and its text."""

    message: str
    said: tuple[tuple[str, str], ...]
    disposition: str | None


@dataclass(frozen=True)
class Played:
    """How a course went. `stopped`: why it could not be played to its end."""

    turns: tuple[Turn, ...]
    disposition: str | None = None
    flags: frozenset[str] = frozenset()
    stopped: str | None = None

    def transcript(self) -> list[str]:
        lines = []
        for turn in self.turns:
            lines.append(f"patient> {turn.message}")
            lines += [f"    bot> {line}" for _, text in turn.said for line in text.splitlines()]
        return [*lines, *([f"    ({self.stopped})"] if self.stopped else [])]


class _NotOfferedError(Exception):
    pass


def play(course: Course, talk: Talk, sender: str) -> Played:
    """Play it to its end, and answer what the bot then still asks as the course says."""
    at, turns, heard = START, list[Turn](), dict[str, Any]()

    def do(step: Step) -> None:
        nonlocal at, heard
        at += step.after
        message = step.typed if step.typed is not None else ",".join(_payload(heard, option) for option in step.pressed)
        heard = dict(talk(sender, message, at))
        shown = message if step.typed is not None else f"[{', '.join(step.pressed)}]"
        said = tuple(zip(heard.get("responses", ()), heard.get("messages", ()), strict=False))
        turns.append(Turn(shown, said, heard.get("disposition")))

    stopped = None
    try:
        for step in course.steps:
            if not (step.if_idle and (heard.get("asking") or heard.get("disposition"))):
                do(step)
        for _ in range(_MOST_ANSWERS):
            if heard.get("asking") not in course.answers:
                break
            do(Step(pressed=(course.answers[heard["asking"]],)))
    except _NotOfferedError as error:
        stopped = str(error)
    flags = frozenset((heard.get("red_flags") or {}).get("present", ()))
    return Played(tuple(turns), heard.get("disposition"), flags, stopped)


def ask(talk: Talk, sender: str, text: str) -> Mapping[str, Any]:
    """What the bot makes of one message, said first."""
    return talk(sender, text, START + timedelta(seconds=BETWEEN_MESSAGES.seconds))


def _payload(heard: Mapping[str, Any], wanted: str) -> str:
    options = heard.get("options") or ()
    for option in options:
        if wanted in (option["title"], _value(option["payload"])):
            return str(option["payload"])
    raise _NotOfferedError(f"'{wanted}' cannot be pressed here")


def _value(payload: str) -> str:
    """The last word of a payload: /answer{"onset": "today"}, or /ask_why."""
    _, brace, rest = payload.partition("{")
    if not brace:
        return payload.removeprefix("/")
    return str(next(iter(json.loads(brace + rest).values())))
