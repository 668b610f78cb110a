"""Patients who talk with the trained bot, and what is the same for all of them."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from rasa.utils.endpoints import EndpointConfig

    from rasa_parts.answering import Reply

ROOT = Path(__file__).resolve().parent.parent
CLINIC = "examples/clinics/pro_physio.yml"
# A Monday morning in the clinic's time zone; all times of the tests are counted from it.
START = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)
BETWEEN_MESSAGES = timedelta(seconds=30)


class NotOfferedError(AssertionError):
    """The patient presses an option that the bot does not offer."""


class Run(Protocol):
    """Runs a coroutine to its end, all of them on one event loop."""

    def __call__(self, coro: Coroutine[Any, Any, Any], /) -> Any: ...


@dataclass
class Patient:
    """One conversation with the bot, with a clock of its own."""

    agent: Agent
    run: Run
    sender: str
    at: datetime = START
    reply: Reply | None = None
    transcript: list[str] = field(default_factory=list)

    def types(self, text: str, after: timedelta = BETWEEN_MESSAGES) -> Reply:
        """Sends what was typed (or a payload) some time after the message before."""
        from rasa_parts.answering import answer

        self.at += after
        shown = text if len(text) <= 200 else f"{text[:100]} … ({len(text)} characters) … {text[-60:]}"
        self.transcript.append(f"patient> {shown}")
        self.reply = self.run(answer(self.agent, self.sender, text, at=self.at))
        self.transcript += [
            f"    bot> [{message.response}] {message.text}" for message in self.reply.messages
        ]
        flags = {name: state for name, state in self.reply.red_flags.items() if state != "denied"}
        self.transcript.append(
            f"         intent={self.reply.understood.get('intent')} asking={self.reply.asking} "
            f"disposition={self.reply.disposition} flags={flags}"
        )
        return self.reply

    def presses(self, *options: str, after: timedelta = BETWEEN_MESSAGES) -> Reply:
        """Presses options by their title or by the value in their payload. Raises NotOfferedError."""
        return self.types(",".join(self._payload(option) for option in options), after)

    def goes_on_as(self, sender: str) -> Patient:
        """Another conversation that has come as far as this one, with the same clock."""
        tracker = self.run(self.agent.tracker_store.retrieve(self.sender))
        tracker.sender_id = sender
        self.run(self.agent.tracker_store.save(tracker))
        return replace(self, sender=sender, transcript=list(self.transcript))

    def answers_the_rest(self) -> Reply:
        """Answers whatever the triage still asks as a healthy adult with a fresh first spasm."""
        assert self.reply is not None
        for _ in range(8):
            if self.reply.asking not in HEALTHY:
                break
            self.presses(HEALTHY[self.reply.asking])
        return self.reply

    def said(self) -> str:
        """The conversation so far, to be read in a failure's message."""
        return "\n".join(self.transcript)

    def _payload(self, wanted: str) -> str:
        assert self.reply is not None, "the patient presses an option before the bot said anything"
        for option in self.reply.options:
            if wanted in (option.title, option_value(option.payload)):
                return option.payload
        offered = [(option.title, option_value(option.payload)) for option in self.reply.options]
        raise NotOfferedError(f"{wanted!r} is not offered, only {offered}\n{self.said()}")


HEALTHY = {
    "emergency_signs": "none",
    "nerve_signs": "none",
    "age_group": "18_49",
    "health_risks": "none",
    "onset": "today",
    "recurring": "no",
}


def option_value(payload: str) -> str:
    """What an option answers or asks: the value of an answer's payload, else the intent."""
    from rasa_parts.tracked import value_of

    return value_of(payload).removeprefix("/")


def load(model: Path, action_endpoint: EndpointConfig | None = None) -> Agent:
    """The bot of the example clinic: what a clinic writes into its clinic.yml changes no test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOT_CLINIC", CLINIC)
        from actions.known import files
        from rasa_parts.loading import load_bot

        files.cache_clear()
        agent = load_bot(model, action_endpoint)
        files()
    return agent
