"""Finds times counted from another time: "we drove up on Wednesday, and two days later it locked"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from triage.moments import Found, Way

_COUNTS = {"the": (1, 1), "a": (1, 1), "an": (1, 1), "couple": (2, 2), "few": (2, 4)}
_HOURS = {"hour": 1, "day": 24, "night": 24, "morning": 24, "afternoon": 24, "evening": 24, "week": 168}
_COUNT = r" (?:about |like |maybe )?(?:(?P<count>\d+|the|an?)|(?:a )?(?P<some>couple|few)(?: of)?)"
_UNIT = r"(?P<unit>hour|day|night|morning|evening|week)s?"
_ENDS = r"(?= |$)"
# Back to the time named before it.
_LATER = (
    re.compile(
        rf"{_COUNT} {_UNIT} (?:later|after(?:wards?)?(?: (?:that|this|it))?(?= (?:[.,!?;]|i|my|it|the)|\s*$)){_ENDS}"
    ),
    re.compile(rf" (?:the )?(?:very )?(?:next|following) (?P<unit>day|night|morning|afternoon|evening){_ENDS}"),
)
# On to the time named right behind it.
_AFTER = re.compile(rf"{_COUNT} {_UNIT} (?P<way>after|before) (?:(?:on|my|the|our|that|last) )*$")
# Characters between the two times.
_FAR = 120
# Counted from a day, not from a month.
_LONGEST = timedelta(days=2, hours=1)


def find_counted(line: str, times: Sequence[Found], now: datetime) -> list[Found]:
    """The times of a `time_line` that are counted from one of `times`, none of them after `now`."""
    found = []
    for pattern in _LATER:
        for match in pattern.finditer(line):
            before = [time for time in times if _counts_from(time) and 0 <= match.start() - time.end <= _FAR]
            if before:
                anchor = max(before, key=lambda time: time.end)
                found.append(_counted(anchor, match, 1, match.start() + 1, match.end()))
    for time in times:
        behind = _AFTER.search(line, max(0, time.start - _FAR), time.start) if _counts_from(time) else None
        if behind:
            sign = -1 if behind["way"] == "before" else 1
            found.append(_counted(time, behind, sign, behind.start() + 1, time.end))
    return [_until(counted, now.astimezone(UTC)) for counted in found if counted.earliest <= now]


def _counts_from(time: Found) -> bool:
    return time.way in (Way.POINT, Way.SINCE, Way.PRESENT) and time.latest - time.earliest <= _LONGEST


def _counted(anchor: Found, match: re.Match[str], sign: int, start: int, end: int) -> Found:
    groups = match.groupdict()
    count = groups.get("count") or groups.get("some") or "the"
    least, most = (int(count), int(count)) if count.isdecimal() else _COUNTS[count]
    one = timedelta(hours=_HOURS[groups["unit"]]) * sign
    first, last = sorted((least * one, most * one))
    return Found(start, end, Way.POINT, anchor.earliest + first, anchor.latest + last, anchor.moment + least * one)


def _until(time: Found, now: datetime) -> Found:
    return Found(time.start, time.end, time.way, time.earliest, min(time.latest, now), min(time.moment, now))
