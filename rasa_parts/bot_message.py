"""One message of the bot as Rasa keeps it: its words, and what `custom` says goes with them.

In data/ a response has `image` beside `text`, and below `custom` what Rasa has no word for:
`description` (of the picture, for who cannot see it), `timer`, `progress`, `tick_list`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rasa.shared.core.events import BotUttered

from triage.clinic import MOST_ICE_MINUTES

logger = logging.getLogger(__name__)

MOST_STEPS = 99
# A file of the channel's own: a page must never be led to fetch anything from someone else.
_IMAGE = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.(?:svg|png|webp)", re.ASCII)


@dataclass(frozen=True)
class Timer:
    """How long something stays on the skin, and what."""

    minutes: int
    label: str


@dataclass(frozen=True)
class Progress:
    """Which first-aid step is shown, of how many."""

    step: int
    of: int


@dataclass(frozen=True)
class BotMessage:
    """One message of the bot. `response` is the name of its wording in data/.

    `description` stands for the picture and is there, if only empty, when there is one.
    """

    text: str
    response: str | None = None
    image: str | None = None
    description: str = ""
    timer: Timer | None = None
    progress: Progress | None = None


def bot_message(event: BotUttered) -> BotMessage:
    """Give the message in `event`; what cannot be shown with its words is logged and left out."""
    response = (event.metadata or {}).get("utter_action")
    custom = custom_of(event)
    image = _image((event.data or {}).get("image"), response)
    return BotMessage(
        text=str(event.text),
        response=response,
        image=image,
        description=_description(custom.get("description"), response) if image else "",
        timer=_timer(custom.get("timer"), response),
        progress=_progress(custom.get("progress"), response),
    )


def custom_of(event: BotUttered) -> Mapping[str, Any]:
    """Give what stands below `custom`; nothing if that is no table of names and values."""
    custom = (event.data or {}).get("custom")
    return custom if isinstance(custom, Mapping) else {}


def progress_of(messages: Sequence[BotMessage]) -> Progress | None:
    """Give the step that was shown last in `messages`, those of one turn; None if none was."""
    return next((said.progress for said in reversed(messages) if said.progress), None)


def _image(value: object, response: str | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, str) and _IMAGE.fullmatch(value):
        return value
    _log_left_out("image", response)
    return None


def _description(value: object, response: str | None) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    logger.warning("%s: its picture has no `description`.", response)
    return ""


def _timer(value: object, response: str | None) -> Timer | None:
    if value is None:
        return None
    if isinstance(value, Mapping):
        # A timer that rings too late would burn the skin.
        minutes, label = _number(value.get("minutes"), MOST_ICE_MINUTES), value.get("label")
        if minutes is not None and isinstance(label, str) and label.strip():
            return Timer(minutes, label.strip())
    _log_left_out("timer", response)
    return None


def _progress(value: object, response: str | None) -> Progress | None:
    if value is None:
        return None
    if isinstance(value, Mapping):
        of = _number(value.get("of"), MOST_STEPS)
        step = _number(value.get("step"), of or 0)
        if of is not None and step is not None:
            return Progress(step, of)
    _log_left_out("progress", response)
    return None


def _number(value: object, most: int) -> int | None:
    """Give a whole number from 1 to `most`; filled placeholders come as text."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 3:
        value = int(value)
    if type(value) is int and 1 <= value <= most:
        return value
    return None


def _log_left_out(what: str, response: str | None) -> None:
    logger.warning("%s: its `%s` cannot be shown.", response, what)
