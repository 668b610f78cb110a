"""Tells a pressed option that is offered no more from a text that a patient typed."""

from __future__ import annotations

import re

from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.answering import pressed_payloads
from rasa_parts.tracked import offered
from rasa_parts.transcript import read_turns

# What nobody types: /answer{"onset": "today"}
_ANSWER = re.compile(r"\s*/\w+\s*\{.*\}[\s,]*", re.ASCII | re.DOTALL)


def is_stale(text: str, tracker: DialogueStateTracker) -> bool:
    """Whether `text` presses an option that cannot be pressed now, or never could.

    A word behind a slash that was never offered is no option, only typed.
    """
    pressed = text.strip()
    if pressed_payloads(pressed, [option["payload"] for option in offered(tracker)]):
        return False
    if _ANSWER.fullmatch(pressed):
        return True
    once = {choice.payload for turn in read_turns(tracker.events) for choice in turn.choices}
    return bool(pressed_payloads(pressed, sorted(once)))
