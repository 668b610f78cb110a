"""A clinic's week: when it is open, by the clock on its own wall."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MIDNIGHT = 24 * 60

_CLOCK = r"(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?"
_INTERVAL = re.compile(rf"^\s*{_CLOCK}\s*(?:-|–|—|to)\s*{_CLOCK}\s*$", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Interval:
    """A time of being open, in minutes after midnight; `closes` may be 1440, the day's end."""

    opens: int
    closes: int


Day = tuple[Interval, ...]
Week = tuple[Day, Day, Day, Day, Day, Day, Day]


def parse_interval(text: str) -> Interval:
    """Reads "8:00 am - 12:00 pm" or "08:00-12:00".

    Raises ValueError saying what is wrong with it.
    """
    match = _INTERVAL.match(text)
    if match is None:
        raise ValueError("is not a time like 8:00 am - 5:30 pm")
    opens = _minutes(*match.group(1, 2, 3))
    closes = _minutes(*match.group(4, 5, 6))
    if closes == 0:
        closes = MIDNIGHT
    if opens == MIDNIGHT or closes <= opens:
        raise ValueError("ends before it begins")
    return Interval(opens, closes)


def _minutes(hour_text: str, minute_text: str | None, half: str | None) -> int:
    hour, minute = int(hour_text), int(minute_text or 0)
    if minute_text is None and half is None:
        raise ValueError("is not a time like 8:00 am - 5:30 pm")
    if half is not None:
        if not 1 <= hour <= 12:
            raise ValueError(f"has the hour {hour} with am or pm")
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    total = hour * 60 + minute
    if minute > 59 or total > MIDNIGHT:
        raise ValueError("has a time that no clock shows")
    return total


def overlap(day: Day) -> tuple[Interval, Interval] | None:
    """The first two intervals of a day that overlap, if any do."""
    ordered = sorted(day)
    for before, after in pairwise(ordered):
        if after.opens < before.closes:
            return before, after
    return None


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """A moment by the clinic's clock. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("the time has no time zone")
    return at.astimezone(zone)


def is_open(week: Week, zone: ZoneInfo, at: datetime) -> bool:
    """Whether the clinic is open at that moment."""
    now = local(at, zone)
    minute = now.hour * 60 + now.minute
    return any(i.opens <= minute < i.closes for i in week[now.weekday()])


def next_opening(week: Week, zone: ZoneInfo, at: datetime) -> datetime | None:
    """The next moment, after `at`, at which the clinic opens; None if it never does."""
    today = local(at, zone).date()
    for offset in range(8):
        day = today + timedelta(days=offset)
        for interval in sorted(week[day.weekday()]):
            opens = _moment(day, interval.opens, zone)
            # Aware times of one zone compare by the wall clock, which repeats an hour in autumn.
            if opens.astimezone(UTC) > at.astimezone(UTC):
                return opens
    return None


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    wall = datetime.combine(day, time(minutes // 60, minutes % 60), zone)
    # A time that the clocks skip in spring is moved to one that exists.
    return wall.astimezone(UTC).astimezone(zone)


def groups(week: Week) -> list[tuple[tuple[int, ...], Day]]:
    """Neighbouring weekdays with the same hours, as (weekdays from Monday = 0, hours)."""
    found: list[tuple[tuple[int, ...], Day]] = []
    for weekday, day in enumerate(week):
        if found and found[-1][1] == day:
            found[-1] = ((*found[-1][0], weekday), day)
        else:
            found.append(((weekday,), day))
    return found
