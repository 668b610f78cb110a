"""When the pain began: a moment in time, from words like "since Tuesday" or "for 3 weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import chain

from triage.calendar_phrases import find_calendar
from triage.day_phrases import find_days
from triage.duration_phrases import find_durations
from triage.moments import Found
from triage.onset_subject import Clauses, onset_strength
from triage.time_words import time_line

BANDS = ("<72h", "3d-1w", "1w-2w", ">2w")
_BAND_ENDS = (timedelta(hours=72), timedelta(days=7), timedelta(days=14))


@dataclass(frozen=True)
class Onset:
    """When it began (UTC): not before `earliest`, not after `latest`, most likely at `moment`."""

    earliest: datetime
    latest: datetime
    moment: datetime

    def ambiguous(self, now: datetime) -> bool:
        """Whether its earliest and latest moments lie in different bands, so that one must ask."""
        return band(self.earliest, now) != band(self.latest, now)


def band(moment: datetime, now: datetime) -> str:
    """The contract's band of an onset. A moment on a border belongs to the longer one."""
    lasted = now - moment
    for name, end in zip(BANDS, _BAND_ENDS, strict=False):
        if lasted < end:
            return name
    return BANDS[-1]


def parse_onset(text: str, now: datetime, awaiting: bool = False) -> Onset | None:
    """The onset that a message states, or None.

    `now` says when the message was sent, and by its time zone what "yesterday" means; ValueError
    if it has none. `awaiting`: the question is open, so that a bare "3 days" or "Tuesday" counts.
    """
    if now.tzinfo is None:
        raise ValueError("the time has no time zone")
    line = time_line(text)
    times = _not_overlapping(
        list(
            chain(
                find_durations(line, now.astimezone(UTC)),
                find_days(line, now),
                find_calendar(line, now),
            )
        )
    )
    clauses = Clauses(line)
    strengths = {
        found: onset_strength(found, clauses, (now - found.latest) / timedelta(days=1), awaiting)
        for found in times[:_MOST_TIMES]
    }
    surest = max((s for s in strengths.values() if s is not None), default=None)
    stated = [found for found, strength in strengths.items() if strength and strength == surest]
    if awaiting and not stated and _RIGHT_NOW.match(line):
        moment = now.astimezone(UTC)
        return Onset(moment, moment, moment)
    return _joined(stated)


# A message with more times than this tells of other things.
_MOST_TIMES = 30
_RIGHT_NOW = re.compile(r"^ (?:right |just |like |literally )*now (?:[.!,] )*$")


def _not_overlapping(times: list[Found]) -> list[Found]:
    """The longest of those that stand on the same words."""
    kept: list[Found] = []
    for found in sorted(times, key=lambda item: item.start - item.end):
        if not any(found.overlaps(other) for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda item: item.start)


def _joined(times: list[Found]) -> Onset | None:
    """One onset of all that were stated: what they share, or, if nothing, what they span."""
    clocks = [found for found in times if found.clock]
    onset: Onset | None = None
    for found in [item for item in times if not item.clock] or clocks[:1]:
        if onset is None:
            onset = Onset(found.earliest, found.latest, found.moment)
            continue
        earliest, latest = max(onset.earliest, found.earliest), min(onset.latest, found.latest)
        if earliest <= latest:
            onset = Onset(earliest, latest, min(max(onset.moment, earliest), latest))
        else:
            onset = Onset(
                min(onset.earliest, found.earliest),
                max(onset.latest, found.latest),
                min(onset.moment, found.moment),
            )
    return _on_the_clock(onset, clocks) if onset else None


def _on_the_clock(onset: Onset, clocks: list[Found]) -> Onset:
    """ "Yesterday" and "at 3 pm": the time of day on that day."""
    for clock in clocks:
        for back in range(15):
            moment = clock.moment - timedelta(days=back)
            if onset.earliest <= moment <= onset.latest:
                return replace(onset, earliest=moment, latest=moment, moment=moment)
    return onset
