"""Finds counts that end on a named day: "a week ago tomorrow", "three weeks today"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from triage.moments import Found, Range, Way, find_phrases, hours_of, phrase, whole_day

_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
_COUNT = r"(?P<count>an?|\d{1,3}(?:\.5)?) (?P<unit>days?|weeks?|fortnights?|months?|years?)"
_NAMED = r"(?P<named>today|tonight|this morning|yesterday|tomorrow|last night)"


def find_anniversaries(line: str, now: datetime) -> Iterator[Found]:
    """The counts of a `time_line` that end on a named day, up to `now` (with its time zone)."""
    return find_phrases(_PHRASES, line, now)


def _counted(match: re.Match[str], now: datetime) -> Range | None:
    count = 1.0 if match["count"] in ("a", "an") else float(match["count"])
    back = timedelta(days=count * _DAYS[match["unit"].removesuffix("s")])
    if back > timedelta(days=365 * 100):
        return None
    named = match["named"]
    if named in ("yesterday", "tomorrow"):
        return whole_day((now - back).date() + timedelta(days=1 if named == "tomorrow" else -1))
    if named == "last night":
        return hours_of((now - back).date() - timedelta(days=1), 18, 30)
    return Range(now - back, now - back, now - back)


_PHRASES = [
    phrase(rf" {_COUNT} ago(?: from| as of)? {_NAMED}", Way.POINT, _counted),
    phrase(rf" {_COUNT}(?: as of| come)? {_NAMED}", Way.SPAN, _counted),
]
