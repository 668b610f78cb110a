"""One onset out of all the times that a message states for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from triage.moments import Found

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
# How far back a weekday or an hour may be moved to meet the other times.
_MOST_WEEKS, _MOST_DAYS = 60, 15


@dataclass(frozen=True)
class Joined:
    """Not before `earliest`, not after `latest`, most likely at `moment` (UTC)."""

    earliest: datetime
    latest: datetime
    moment: datetime


def joined(times: list[Found]) -> Joined | None:
    """What the times share, or, if nothing, what they span; None for no times.

    A weekday or an hour makes another time more exact: "Monday of last week", "yesterday at 3 pm".
    """
    anchor: Joined | None = None
    for found in times:
        if found.repeats is None:
            anchor = _both(anchor, _of(found))
    weekly = [_of(found) for found in times if found.repeats == _WEEK]
    onset = _on_weekdays(anchor, weekly)
    daily = [_of(found) for found in times if found.repeats == _DAY]
    if onset is None:
        return daily[0] if daily else None
    return _on_the_clock(onset, daily)


def _of(found: Found) -> Joined:
    return Joined(found.earliest, found.latest, found.moment)


def _both(first: Joined | None, second: Joined) -> Joined:
    if first is None:
        return second
    return _shared(first, second) or Joined(
        min(first.earliest, second.earliest),
        max(first.latest, second.latest),
        min(first.moment, second.moment),
    )


def _shared(first: Joined, second: Joined) -> Joined | None:
    earliest, latest = max(first.earliest, second.earliest), min(first.latest, second.latest)
    points = first.earliest == first.latest or second.earliest == second.latest
    # One day ends at the moment at which the next begins: they share nothing.
    if earliest > latest or (earliest == latest and not points):
        return None
    return Joined(earliest, latest, min(max(first.moment, earliest), latest))


def _on_weekdays(anchor: Joined | None, weekly: list[Joined]) -> Joined | None:
    """ "Last week, Monday or Tuesday": the weekdays that lie within the other time."""
    days: Joined | None = None
    for weekday in weekly:
        days = _both(days, _fitted(weekday, anchor) if anchor else weekday)
    if anchor is None or days is None:
        return anchor or days
    within = anchor.earliest <= days.earliest and days.latest <= anchor.latest
    nearby = abs(days.moment - anchor.moment) <= _WEEK / 2 and days not in weekly
    if within or nearby:
        return days
    return _both(anchor, days)


def _fitted(weekday: Joined, anchor: Joined) -> Joined:
    """The weekday of the week that the other time lies in."""
    for weeks in range(_MOST_WEEKS):
        moved = _moved(weekday, -weeks * _WEEK)
        shared = _shared(anchor, moved)
        if shared:
            return shared
        if moved.latest < anchor.earliest:
            break
    # "Three weeks ago, on a Monday": the count of weeks is a round one.
    near = [_moved(weekday, -weeks * _WEEK) for weeks in range(1, _MOST_WEEKS)]
    return next((day for day in near if abs(day.moment - anchor.moment) <= _WEEK / 2), weekday)


def _on_the_clock(onset: Joined, daily: list[Joined]) -> Joined:
    """ "Yesterday" and "at 3 pm": the time of day on that day."""
    for hours in daily:
        for back in range(_MOST_DAYS):
            shared = _shared(_moved(hours, -back * _DAY), onset)
            if shared:
                return shared
    return onset


def _moved(time: Joined, by: timedelta) -> Joined:
    return Joined(time.earliest + by, time.latest + by, time.moment + by)
