"""A time in a message: where it stands, how it is put, and which moments it may mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum

_SINCE_BEFORE = re.compile(
    r" (?:since|from|as of|starting)(?: (?:about|around|like|maybe|early|late|the|last|this|way"
    r"|back in|on|mid|some ?time|at|in)){0,4} $"
)
_SINCE_FIRST = re.compile(r"(?:ever )?(?:since|from) ")


class Way(Enum):
    """How a time is put, which decides what it needs beside it to be an onset."""

    SINCE = "since"  # "since Monday"
    POINT = "point"  # "on Monday", "two days ago"
    PRESENT = "present"  # "today", "this week": may only say how it is now
    SPAN = "span"  # "for three days"
    BARE = "bare"  # "three days"
    EVENT = "event"  # "woke up with", "just": says by itself that something began


@dataclass(frozen=True)
class Found:
    """A time found in a line: its characters, how it is put, and the moments (UTC) it may be."""

    start: int
    end: int
    way: Way
    earliest: datetime
    latest: datetime
    moment: datetime
    # Months or years, not days or weeks.
    long_span: bool = False
    # How often it comes round: an hour of the day or a weekday makes another time more exact.
    repeats: timedelta | None = None

    def overlaps(self, other: Found) -> bool:
        """Whether the two stand on some of the same characters."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Range:
    """Times on the wall clock, possibly reaching past the present."""

    start: datetime
    end: datetime
    likely: datetime | None = None


Reader = Callable[[re.Match[str], datetime], Range | None]


@dataclass(frozen=True)
class Phrase:
    """One way of naming a time: its pattern over a `time_line`, and how a match is read."""

    pattern: re.Pattern[str]
    way: Way
    read: Reader
    repeats: timedelta | None = None


def phrase(pattern: str, way: Way, read: Reader, repeats: timedelta | None = None) -> Phrase:
    """A phrase that ends where a word ends; `pattern` begins with a space.

    `repeats` says how often such a time comes round: every day, every week, or never.
    """
    return Phrase(re.compile(pattern + r"(?= |$)"), way, read, repeats)


def find_phrases(phrases: Iterable[Phrase], line: str, now: datetime) -> Iterator[Found]:
    """What the phrases find in a `time_line`, by the calendar of `now`'s time zone.

    Nothing lies after `now`: what is still to come is left out, what reaches past it is cut.
    """
    wall = now.replace(tzinfo=None)
    for candidate in phrases:
        for match in candidate.pattern.finditer(line):
            span = candidate.read(match, wall)
            if span is None or span.start > wall:
                continue
            start = match.start() + 1
            end = min(span.end, wall)
            moment = min(span.likely or span.start + (end - span.start) / 2, wall)
            since = _SINCE_BEFORE.search(line[max(0, start - 80) : start]) or _SINCE_FIRST.match(
                line, start
            )
            can_be_since = candidate.way in (Way.POINT, Way.PRESENT)
            yield Found(
                start,
                match.end(),
                Way.SINCE if since and can_be_since else candidate.way,
                _utc(span.start, now),
                _utc(end, now),
                _utc(moment, now),
                long_span=wall - end > timedelta(days=60),
                repeats=candidate.repeats,
            )


def _utc(wall: datetime, now: datetime) -> datetime:
    return min(wall.replace(tzinfo=now.tzinfo).astimezone(UTC), now.astimezone(UTC))


def midnight(day: date) -> datetime:
    """The beginning of a day, by the wall clock."""
    return datetime.combine(day, time())


def hours_of(day: date, first: float, last: float) -> Range:
    """Some hours of a day; `last` may be past 24."""
    start = midnight(day)
    return Range(start + timedelta(hours=first), start + timedelta(hours=last))


def whole_day(day: date) -> Range:
    """A day from midnight to midnight."""
    return hours_of(day, 0, 24)


def days(first: date, last: date) -> Range:
    """From the beginning of one day to the end of another."""
    return Range(midnight(first), midnight(last) + timedelta(days=1))


def hours_back(least: float, most: float, likely: float) -> Reader:
    """Reads every match as that many hours before the present."""

    def read(match: re.Match[str], now: datetime) -> Range:
        return Range(
            now - timedelta(hours=most), now - timedelta(hours=least), now - timedelta(hours=likely)
        )

    return read
