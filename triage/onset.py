"""When the pain began: a moment in time, from words like "since Tuesday" or "for 3 weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain

from triage.anniversary_phrases import find_anniversaries
from triage.calendar_phrases import find_calendar
from triage.counted_times import find_counted
from triage.date_phrases import find_dates
from triage.day_phrases import find_days
from triage.duration_phrases import find_durations
from triage.holiday_phrases import find_holidays
from triage.hour_phrases import find_hours
from triage.joined_times import joined
from triage.long_ago_phrases import find_long_ago
from triage.moments import Found, Way
from triage.onset_subject import Clauses, onset_strength
from triage.time_words import time_line

BANDS = ("<72h", "3d-1w", "1w-2w", ">2w")
# With an hour for the change of the clocks.
_WEEKEND = timedelta(hours=49)
_DAY = timedelta(days=1)
_BAND_ENDS = (timedelta(hours=72), timedelta(days=7), timedelta(days=14))


@dataclass(frozen=True)
class Onset:
    """When it began (UTC): not before `earliest`, not after `latest`, most likely at `moment`."""

    earliest: datetime
    latest: datetime
    moment: datetime

    def ambiguous(self, now: datetime) -> bool:
        """Whether its earliest and latest moments lie in different bands, so that one must ask.

        A day or a weekend on the border of weeks ("last Sunday", said on Sunday) is no reason to ask: the patient
        could not choose a band either. On the border of 72 hours it is one, since ice or heat hangs on it.
        """
        bands = band(self.earliest, now), band(self.latest, now)
        if BANDS[0] not in bands and self.latest - self.earliest <= _WEEKEND:
            return False
        return bands[0] != bands[1]


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
                find_anniversaries(line, now),
                find_hours(line, now),
                find_days(line, now),
                find_dates(line, now),
                find_holidays(line, now),
                find_calendar(line, now),
                find_long_ago(line, now),
            )
        )
    )
    clauses = Clauses(line, times)
    # "It began on Wednesday, two days later it ran down my leg": what follows the beginning is not it.
    others = [found for found in times if not clauses.begins_anew(found) and not clauses.tells_of_pain(found)]
    if counted := find_counted(line, others, now):
        times = _not_overlapping(times + counted)
        clauses = Clauses(line, times)
    strengths = {
        found: onset_strength(found, clauses, (now - found.latest) / timedelta(days=1), awaiting)
        for found in times[:_MOST_TIMES]
    }
    if awaiting and (corrected := _CORRECTED.search(line)):
        later = {f: s for f, s in strengths.items() if f.start >= corrected.end()}
        strengths = later if any(later.values()) else strengths
    surest = max((s for s in strengths.values() if s is not None), default=None)
    stated = [_dated(found, times, line) for found, strength in strengths.items() if strength and strength == surest]
    if awaiting and not stated and _RIGHT_NOW.match(line):
        moment = now.astimezone(UTC)
        return Onset(moment, moment, moment)
    onset = joined(_of_the_beginning(stated, clauses))
    return Onset(onset.earliest, onset.latest, onset.moment) if onset else None


# Characters: " with it on the".
_RIGHT_BEHIND = 20
# A message with more times than this tells of other things.
_MOST_TIMES = 30
# "Thursday, no wait, it was yesterday": what comes last counts.
_CORRECTED = re.compile(
    r".* (?:no ,? ?(?:wait|sorry|actually)|wait ,? ?no|sorry ,? ?no|hang on|scratch that|correction|make that"
    r"|(?:or|i) mean|i meant|or rather)(?= )"
)
_RIGHT_NOW = re.compile(r"^ (?:right |just |like |literally |it is |is |happening |starting |started |only "
r"|this )*now (?:(?:[.!,] )*$|[.!,] )")


def _dated(found: Found, times: list[Found], line: str) -> Found:
    """The day on which something happened, where it stands right behind it: "woke up with it on Monday"."""
    if found.way is not Way.EVENT:
        return found
    behind = (other for other in times if other.way is not Way.EVENT and 0 <= other.start - found.end <= _RIGHT_BEHIND)
    return next((other for other in behind if not set(line[found.end : other.start]) & set(",.;?!")), found)


def _not_overlapping(times: list[Found]) -> list[Found]:
    """The longest of those that stand on the same words."""
    kept: list[Found] = []
    for found in sorted(times, key=lambda item: item.start - item.end):
        if not any(found.overlaps(other) for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda item: item.start)


def _of_the_beginning(stated: list[Found], clauses: Clauses) -> list[Found]:
    """Without the other times of a story, where some words say that it began then: "cast off in May, it began Monday".

    An hour only makes the day more exact, so it stays. So does another time of the pain ("sore for a week, locked up
    today"), unless it is the long history of a back in which something new began ("for years, but today …"), the
    length of an old episode, or only says how it is now.
    """
    recent = [found for found in stated if not clauses.is_of_an_old_one(found)]
    stated = recent if any(found.repeats is None for found in recent) else stated
    began = [found for found in stated if clauses.begins_anew(found)]
    of_pain = [found for found in stated if clauses.tells_of_pain(found)]
    now = [found for found in of_pain if found.way is Way.PRESENT and found.repeats is None and found not in began]
    stated = [found for found in stated if found not in now] or stated
    fresh = [found for found in began if not found.long_span] or began
    hours_only = all(found.repeats == _DAY for found in fresh)
    if not fresh or (hours_only and not all(found.long_span or found.repeats == _DAY for found in stated)):
        return stated
    lasting = [found for found in of_pain if not found.long_span]
    return [found for found in stated if found in fresh or found in lasting or found.repeats == _DAY]
