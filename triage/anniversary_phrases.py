"""Finds counts that end on a named day: "a week ago tomorrow", "three weeks today"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from triage.moments import Found, Range, Way, find_phrases, hours_of, phrase, whole_day
from triage.opening_hours import WEEKDAYS

_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
_COUNT = r"(?P<count>an?|\d{1,3}(?:\.5)?) (?P<unit>days?|weeks?|fortnights?|months?|years?)"
_NAMED = r"(?P<named>today|tonight|this morning|yesterday|tomorrow|last night)"


_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_WILL_BE = r"(?:will (?:be|have been|make it)|would be|is going to be|be|is|makes it|making it)(?: about| like)?"


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


def _by_last_weekday(match: re.Match[str], now: datetime) -> Range | None:
    """ "A week last Monday": counted back from the Monday just gone."""
    return _from_day(match, (now - timedelta(days=_since(match, now))).date())


def _by_next_weekday(match: re.Match[str], now: datetime) -> Range | None:
    """ "It will be two weeks on Sunday"."""
    return _from_day(match, (now + timedelta(days=7 - _since(match, now) or 7)).date())


def _since(match: re.Match[str], now: datetime) -> int:
    return (now.weekday() - WEEKDAYS.index(match["weekday"])) % 7 or 7


def _from_day(match: re.Match[str], day: date) -> Range | None:
    count = 1.0 if match["count"] in ("a", "an") else float(match["count"])
    back = timedelta(days=count * _DAYS[match["unit"].removesuffix("s")])
    return whole_day(day - back) if back < timedelta(days=365 * 100) else None


_PHRASES = [
    phrase(rf" {_COUNT} (?:last|this past|past) {_WEEKDAY}", Way.SPAN, _by_last_weekday),
    phrase(rf" {_WILL_BE} {_COUNT} (?:(?:on|this|come|next|by|coming|the"
    rf"|this coming) )*{_WEEKDAY}", Way.SPAN, _by_next_weekday),
    phrase(rf" {_COUNT} ago(?: from| as of)? {_NAMED}", Way.POINT, _counted),
    phrase(rf" {_COUNT}(?: as of| come)? {_NAMED}", Way.SPAN, _counted),
]
