"""Finds dates: "March 3", "on 11/9", "Thursday the 12th", "the 9th or 10th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from triage.calendar_phrases import MONTH, MONTHS, YEAR
from triage.moments import Found, Range, Way, days, find_phrases, phrase, whole_day
from triage.opening_hours import WEEKDAYS
from triage.time_words import UNIT

_DAY = r"(?P<day>[1-9]|[12]\d|3[01])"
_LAST_DAY = r"(?:the )?(?P<last_day>[1-9]|[12]\d|3[01])"
_TH = r"(?: (?:st|nd|rd|th))"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_SLASHDATE = r"slashdate (?P<month_number>\d{1,2}) (?P<day>\d{1,2}) (?P<year>\d+)"
# What may follow a bare "the 9th"; anything else is a thing that it counts: "the 3rd floor".
_NO_THING_FOLLOWS = (
    r"(?= (?:[.,!?]|(?:of (?:this|the|last) month|this month|last month|i|we|my|it|he|she|and|but|or|when|while"
    r"|so|at|in|around|after|before|during|because|is|was|if|maybe|ish|just|my|then|from|with|early|late"
    r"|morning|afternoon|evening|night|sometime|ha|haha|lol|lifting|carrying|moving|loading|unloading|doing|shoveling"
    r"|picking|getting|bending|reaching|playing|working|helping|hauling|raking|putting|pulling|driving"
    r"|\w{3,}ing) )| *$)"
)
_ON = r"(?:since|on|around|from|about|was|by|back on|as of|near)(?: about| around| maybe| like)?"
_GUESS = r"(?:it was |was |like |i think |maybe |about |around |on |in |since |it |started |began |[.,] ){0,4}"


def find_dates(line: str, now: datetime) -> Iterator[Found]:
    """The dates that a `time_line` names, up to `now` (with its time zone)."""
    return find_phrases(_PHRASES, line, now)


def _date(match: re.Match[str], now: datetime) -> Range | None:
    groups = match.groupdict()
    name = groups.get("month")
    month = MONTHS.index(name) + 1 if name else int(groups["month_number"])
    first, year = int(match["day"]), int(groups.get("year") or 0)
    if month > 12 >= first:
        # The day first, as most of the world writes it.
        month, first = first, month
    last = int(groups.get("last_day") or first)
    candidates = [now.year, now.year - 1]
    if year:
        candidates = [year + 2000 if year < 100 else year]
    for candidate in candidates:
        try:
            span = days(date(candidate, month, first), date(candidate, month, max(first, last)))
        except ValueError:
            continue
        if span.start <= now:
            return span
    return None


def _day_of_month(match: re.Match[str], now: datetime) -> Range | None:
    last = match.groupdict().get("last_day")
    for back in range(62):
        day = now.date() - timedelta(days=back)
        if day.day == int(match["day"]):
            more = max(0, int(last) - day.day) if last else 0
            return days(day, day + timedelta(days=more)) if more else whole_day(day)
    return None


_PHRASES = [
    phrase(
        rf" (?:{_WEEKDAY} ,? ?)?{MONTH} (?:the )?{_DAY}{_TH}?(?:(?: ,)? {YEAR})?"
        rf"(?! (?:or|to|times|attacks|episodes|{UNIT}))",
        Way.POINT,
        _date,
    ),
    phrase(
        rf" {MONTH} (?:the )?{_DAY}{_TH}? (?:or|to|and|maybe|or maybe|through) {_LAST_DAY}{_TH}?(?! {UNIT})",
        Way.POINT,
        _date,
    ),
    phrase(
        rf" (?:{_WEEKDAY} ,? ?)?(?:the )?{_DAY}{_TH}?(?: day)?(?: of)? {MONTH}(?:(?: ,)? {YEAR})?",
        Way.POINT,
        _date,
    ),
    phrase(rf" (?:{_WEEKDAY} ,? ?)?{_SLASHDATE}", Way.POINT, _date),
    phrase(rf" {_WEEKDAY} ,? ?(?:the )?{_DAY}{_TH}", Way.POINT, _day_of_month),
    phrase(rf" {_ON} the {_DAY}{_TH}?{_NO_THING_FOLLOWS}", Way.POINT, _day_of_month),
    phrase(rf" {_ON} {_DAY}{_TH}{_NO_THING_FOLLOWS}", Way.POINT, _day_of_month),
    phrase(
        rf" (?:the )?{_DAY}{_TH} (?:or|to|and|or maybe|maybe) {_LAST_DAY}{_TH}{_NO_THING_FOLLOWS}",
        Way.POINT,
        _day_of_month,
    ),
    phrase(rf" the {_DAY}{_TH}{_NO_THING_FOLLOWS}", Way.BARE, _day_of_month),
    phrase(rf" (?:the )?{_DAY}{_TH} of (?:the|this|last) month", Way.POINT, _day_of_month),
    phrase(
        rf"^ {_GUESS}(?:the )?{_DAY}{_TH}(?= (?:[.,!] |i think |or so |maybe ){{0,5}}$)",
        Way.BARE,
        _day_of_month,
    ),
]
