"""Reads the onset of a sentence as the bot would on one Friday afternoon, for the tests of time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from triage.onset import band, parse_onset

FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=ZoneInfo("America/Denver"))


def answered(text: str) -> str:
    """The band that an answer to "When did it start?" gives; "ask" if it gives none for sure."""
    return told(text, awaiting=True) or "ask"


def told(text: str, awaiting: bool = False) -> str | None:
    """The band that a message tells; "ask" if two are possible, None if it tells no onset."""
    onset = parse_onset(text, FRIDAY, awaiting)
    if onset is None:
        return None
    return "ask" if onset.ambiguous(FRIDAY) else band(onset.moment, FRIDAY)
