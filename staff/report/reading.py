"""From the stored events of one conversation to what the report counts of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from rasa_parts.personal_data import mask
from staff.report.conversation import Conversation, Unclear
from staff.report.store import Event
from triage.state import TriageState, open_question
from triage.table import DISPOSITIONS

# The page's own message, by which it asks for the greeting.
_OPENING = "/greet"
_UNCLEAR = frozenset({"utter_unclear", "utter_unclear_again", "utter_clarify_yes_no"})
_SAFE = "utter_safe"
_FALLBACK = "nlu_fallback"
_ASK, _CONFIRM = "utter_ask_", "utter_ask_confirm_"
_LONGEST_TEXT = 200
_NEAREST = 3


@dataclass(frozen=True)
class Known:
    """What is needed to understand the events: the flags, each first-aid step's response, the clinic's number."""

    flags: frozenset[str]
    steps: Mapping[str, str]
    phone: str


def read_conversation(
    events: Sequence[Event], known: Known, wanted: Callable[[datetime], bool] = lambda opened: True
) -> Conversation | None:
    """The conversation in `events`, or None if it did not begin at a moment that is `wanted`.

    An event that cannot be read is passed over.
    """
    opened = next((at for event in events if event.kind == "user" and (at := _moment(event))), None)
    if opened is None or not wanted(opened):
        return None
    replay = _Replay(known, Conversation(opened))
    for event in events:
        # Were the store damaged, the rest of the conversation would still count.
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            replay.take(event.kind, event.name, json.loads(event.data))
    replay.conversation.open = replay.question()
    return replay.conversation


def _moment(event: Event) -> datetime | None:
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        return moment_of(json.loads(event.data))
    return None


@dataclass
class _Replay:
    """A conversation as far as its events were taken; `slots` as they are at this moment."""

    known: Known
    conversation: Conversation
    slots: dict[str, Any] = field(default_factory=dict)
    form: str | None = None
    typed: Unclear | None = None

    def take(self, kind: str, name: str | None, data: Mapping[str, Any]) -> None:
        if kind == "user":
            self._patient(data)
        elif kind == "bot":
            self._bot(data)
        elif kind == "slot":
            self._slot(str(name), data.get("value"))
        elif kind == "active_loop":
            self.form = data.get("name")
        else:
            # The patient starts over, or Rasa begins its session.
            self.slots, self.form = {}, None

    def question(self) -> str | None:
        state = TriageState(confirm=tuple(self.slots.get("confirm") or ()), asking=self.slots.get("asking"))
        return open_question(state, self.slots.get("requested_slot") if self.form else None)

    def _patient(self, data: Mapping[str, Any]) -> None:
        self.typed = None
        said, at = str(data.get("text") or "").strip(), moment_of(data)
        question, talk = self.question(), self.conversation
        if said == _OPENING and talk.messages == 0:
            return
        talk.last = at
        talk.messages += 1
        if said.startswith("/"):
            return
        talk.typed += 1
        self.typed = Unclear(shown(said), question, _nearest(data), _flags_in(data))

    def _bot(self, data: Mapping[str, Any]) -> None:
        talk, known = self.conversation, self.known
        response = str((data.get("metadata") or {}).get("utter_action") or "")
        talk.flags_asked |= _asked_by(response, data, known.flags)
        if response in known.steps:
            talk.steps.add(known.steps[response])
        if known.phone in str(data.get("text") or ""):
            talk.phone_in.append(response)
        talk.failures += response == _SAFE
        if response in _UNCLEAR and self.typed is not None:
            talk.unclear.append(self.typed)
            self.typed = None
        if response.startswith(_ASK) and (question := self.question()):
            talk.asked.add(question)

    def _slot(self, name: str, value: Any) -> None:
        self.slots[name] = value
        talk = self.conversation
        if name == "disposition" and value in DISPOSITIONS and value not in talk.levels[-1:]:
            talk.levels.append(str(value))
        elif name == "red_flags":
            talk.flags |= {str(flag): str(state) for flag, state in (value or {}).items()}
        elif name == "age_group" and value == "under_18":
            talk.flags["child"] = "present"


def moment_of(data: Mapping[str, Any]) -> datetime:
    """When a message was sent: what the channel noted, else when it was stored."""
    noted = (data.get("metadata") or {}).get("at")
    if noted:
        return datetime.fromisoformat(str(noted)).astimezone(UTC)
    return datetime.fromtimestamp(float(data["timestamp"]), UTC)


def shown(text: str) -> str:
    """A patient's text as it may be shown: without personal data, in one line, and not longer than may be."""
    # Once more in one line: a number may have been broken into two.
    line = mask(" ".join(mask(text).split()))
    line = "".join(character for character in line if character.isprintable())
    return line if len(line) <= _LONGEST_TEXT else line[: _LONGEST_TEXT - 1] + "…"


def _asked_by(response: str, data: Mapping[str, Any], flags: frozenset[str]) -> set[str]:
    """The red flags that a message of the bot asks about: by its name, or by its options' payloads."""
    asked = {response.removeprefix(_CONFIRM)} & flags
    for button in (data.get("data") or {}).get("buttons") or ():
        payload = str(button.get("payload"))
        if payload.startswith("/answer{"):
            asked |= {str(value) for value in json.loads(payload.removeprefix("/answer")).values()} & flags
    return asked


def _nearest(data: Mapping[str, Any]) -> tuple[str, ...]:
    ranking = (data.get("parse_data") or {}).get("intent_ranking") or ()
    names = [str(intent.get("name")) for intent in ranking if intent.get("name") != _FALLBACK]
    return tuple(names[:_NEAREST])


def _flags_in(data: Mapping[str, Any]) -> tuple[str, ...]:
    entities = (data.get("parse_data") or {}).get("entities") or ()
    found = (str(e["value"]) for e in entities if e.get("entity") == "red_flag" and e.get("role") != "denied")
    return tuple(dict.fromkeys(found))
