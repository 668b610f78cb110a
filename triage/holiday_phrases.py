"""Finds holidays and the days around them: "since Thanksgiving", "the weekend before Halloween"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from triage.holidays import HOLIDAYS, holiday
from triage.moments import Found, Range, Way, days, find_phrases, phrase, whole_day
from triage.opening_hours import WEEKDAYS

_NAMES = sorted((name.replace(" ", "(?: is)? ") for name in HOLIDAYS), key=len)[::-1]
_NAME = rf"(?P<holiday>{'|'.join(_NAMES)})"
_UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "month": 30}
_COUNT = r"(?:(?P<count>\d{1,2}|an?|the|couple|couple of|few) )?"
_SHIFT = (
    rf"(?:{_COUNT}(?P<unit>days?|nights?|weeks?|weekends?|months?|{'|'.join(WEEKDAYS)})"
    r"(?: right| just)? (?P<side>before|after|of|following) )?"
)
_NEAR = r"(?:(?:right|just|shortly|soon|sometime|some ?time|a bit|a little) (?P<near>before|after|around) )?"
# Boxes, trees and candy have names of holidays too.
_NO_THING_FOLLOWS = (
    r"(?= (?:[.,!?]|day|eve|morning|afternoon|evening|night|weekend|week|dinner|supper|lunch|party|parade"
    r"|break|vacation|time|season|this|last|past|when|while|after|before|since|because|at|in|on|of|over|i|we"
    rf"|{'|'.join(WEEKDAYS)}"
    r"|he|she|it|my|the|that|and|or|but|so|with|from|was|is|maybe|ish|just|then|now|ago|till|until|to|or so"
    r"|\w{3,}ing|19\d\d|20\d\d)(?: |$)|\s*$)"
)
_TAIL = (
    rf"(?: (?:{'|'.join(WEEKDAYS)}))?"
    r"(?:(?: is)? (?P<tail>day|eve|morning|afternoon|evening|night|weekend|week|dinner|supper|party|parade"
    r"|break|vacation|time|season))?"
)


def find_holidays(line: str, now: datetime) -> Iterator[Found]:
    """The holidays that a `time_line` names, up to `now` (with its time zone)."""
    return find_phrases(_PHRASES, line, now)


def _holiday(match: re.Match[str], now: datetime) -> Range:
    name = re.sub(r" is(?= )", "", match["holiday"])
    day = holiday(name, now.year)
    span = _around(match, day)
    if span.start > now:
        span = _around(match, holiday(name, now.year - 1))
    return span


def _around(match: re.Match[str], day: date) -> Range:
    """The day itself, its weekend or week, or the days that it is counted from."""
    if match["near"]:
        first, last = {"before": (-6, -1), "after": (0, 6), "around": (-3, 3)}[match["near"]]
        return days(day + timedelta(days=first), day + timedelta(days=last))
    if match["unit"]:
        return _shifted(match, day)
    if match["tail"] == "weekend":
        # From the Saturday to the holiday when it is a Monday, else the weekend nearest to it.
        saturday = day - timedelta(days=(day.weekday() - 5) % 7)
        if day.weekday() in (2, 3, 4):
            saturday += timedelta(days=7)
        return days(min(saturday, day), max(day, saturday + timedelta(days=1)))
    if match["tail"] in ("week", "break", "vacation", "time", "season"):
        return days(day - timedelta(days=4), day + timedelta(days=6))
    return whole_day(day)


def _shifted(match: re.Match[str], day: date) -> Range:
    sign = -1 if match["side"] == "before" else 1
    unit = match["unit"]
    if unit in WEEKDAYS:
        weekday = WEEKDAYS.index(unit)
        back = (day.weekday() - weekday) % 7 or 7
        return whole_day(day - timedelta(days=back) if sign < 0 else day + timedelta(days=7 - back or 7))
    unit = unit.removesuffix("s")
    if match["side"] == "of":
        return days(day - timedelta(days=3 if unit != "day" else 0), day + timedelta(days=3 if unit != "day" else 0))
    if unit == "weekend":
        saturday = day + timedelta(days=sign * ((sign * (5 - day.weekday())) % 7 or 7))
        return days(saturday, saturday + timedelta(days=1))
    count = match["count"] or "1"
    number = 2 if count.startswith("couple") else 3 if count == "few" else int(count) if count.isdecimal() else 1
    moved = day + timedelta(days=sign * number * _UNIT_DAYS[unit])
    loose = timedelta(days=1 if count == "few" else 3 if unit == "week" and count == "the" else 0)
    return days(moved - loose, moved + loose)


_PHRASES = [
    phrase(rf" {_NEAR}{_SHIFT}(?:the )?{_NAME}{_NO_THING_FOLLOWS}{_TAIL}", Way.POINT, _holiday),
]
