"""Finds weeks, months, seasons and dates: "since last week", "March 3", "since Thanksgiving"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from triage.holidays import HOLIDAYS, holiday
from triage.moments import (
    Found,
    Range,
    Way,
    days,
    find_phrases,
    hours_back,
    midnight,
    phrase,
    whole_day,
)
from triage.time_words import UNIT

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>[1-9]|[12]\d|3[01])"
_TH = r"(?: (?:st|nd|rd|th))"
_YEAR = r"(?P<year>19\d\d|20\d\d)"
_EDGE = r"(?P<edge>early|late|mid|(?:the )?(?:end|beginning|start|middle|first part) of)"
_HOLIDAY_NAMES = sorted((name.replace(" ", "(?: is)? ") for name in HOLIDAYS), key=len)[::-1]
_HOLIDAY = rf"(?P<holiday>{'|'.join(_HOLIDAY_NAMES)})"
_SLASHDATE = rf"slashdate (?P<month_number>\d{{1,2}}) {_DAY} (?P<year>\d+)"
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "winter": 12}
_SEASON = r"(?P<season>spring|summer|winter|fall)"
_ALL = r"(?:all(?: the| this)?|(?:the |my |this )?(?:whole|entire)(?: entire)?) "
_GUESS = r"(?:it was |like |i think |maybe |about |around |in |since ){0,4}"
_WHOLE_MESSAGE_END = r"(?= (?:[.,!] ){0,4}(?:i think |or so |maybe )?(?:[.,!] ){0,4}$)"


def find_calendar(line: str, now: datetime) -> Iterator[Found]:
    """The calendar times that a `time_line` names, up to `now` (with its time zone)."""
    return find_phrases(_PHRASES, line, now)


def _monday(now: datetime, weeks_back: int) -> date:
    return now.date() - timedelta(days=now.weekday() + 7 * weeks_back)


def _this_week(match: re.Match[str], now: datetime) -> Range:
    return days(_monday(now, 0) - timedelta(days=1), now.date())


def _all_week(match: re.Match[str], now: datetime) -> Range:
    monday = _monday(now, 0)
    if now.weekday() < 2:
        # Early in the week "all week" may mean the last seven days.
        return days(now.date() - timedelta(days=6), now.date() - timedelta(days=1))
    start = midnight(monday)
    return Range(start - timedelta(days=1), start + timedelta(hours=12))


def _last_week(match: re.Match[str], now: datetime) -> Range:
    return days(_monday(now, 1), _monday(now, 1) + timedelta(days=6))


def _week_before_last(match: re.Match[str], now: datetime) -> Range:
    return days(_monday(now, 2), _monday(now, 2) + timedelta(days=6))


def _part_of_month(match: re.Match[str], now: datetime) -> Range:
    return _edge_of(_months(now.year, now.month, 1), match["edge"])


def _part_of_year(match: re.Match[str], now: datetime) -> Range:
    return _edge_of(_months(now.year, 1, 12), match["edge"])


def _all_month(match: re.Match[str], now: datetime) -> Range:
    return _first_third(_this_month(match, now))


def _all_year(match: re.Match[str], now: datetime) -> Range:
    return _first_third(_this_year(match, now))


def _first_third(span: Range) -> Range:
    return Range(span.start, span.start + (span.end - span.start) / 3)


def _this_month(match: re.Match[str], now: datetime) -> Range:
    return days(now.date().replace(day=1), now.date())


def _last_month(match: re.Match[str], now: datetime) -> Range:
    end = now.date().replace(day=1) - timedelta(days=1)
    return _edge_of(days(end.replace(day=1), end), match["edge"])


def _this_year(match: re.Match[str], now: datetime) -> Range:
    return days(date(now.year, 1, 1), now.date())


def _last_year(match: re.Match[str], now: datetime) -> Range:
    return days(date(now.year - 1, 1, 1), date(now.year - 1, 12, 31))


def _year(match: re.Match[str], now: datetime) -> Range:
    year = int(match["year"])
    return days(date(year, 1, 1), date(year, 12, 31))


def _season(match: re.Match[str], now: datetime) -> Range:
    first = _SEASONS[match["season"]]
    year = now.year if date(now.year, first, 1) <= now.date() else now.year - 1
    span = _months(year, first, 3)
    if match["which"] == "last" and span.end > now:
        return _months(year - 1, first, 3)
    return span


def _months(year: int, first: int, count: int) -> Range:
    after = first + count - 1
    end = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return days(date(year, first, 1), end)


def _month(match: re.Match[str], now: datetime) -> Range:
    groups = match.groupdict()
    month = _MONTHS.index(match["month"]) + 1
    year = now.year if month <= now.month else now.year - 1
    if groups.get("year"):
        year = int(groups["year"])
    return _edge_of(_months(year, month, 1), groups.get("edge"))


def _edge_of(span: Range, edge: str | None) -> Range:
    third = (span.end - span.start) / 3
    if edge is None:
        return span
    if any(word in edge for word in ("early", "beginning", "start", "first")):
        return _first_third(span)
    if "mid" in edge:
        return Range(span.start + third, span.end - third)
    return Range(span.end - third, span.end)


def _date(match: re.Match[str], now: datetime) -> Range | None:
    groups = match.groupdict()
    name = groups.get("month")
    month = _MONTHS.index(name) + 1 if name else int(groups["month_number"])
    year = int(groups.get("year") or 0)
    candidates = [now.year, now.year - 1]
    if year:
        candidates = [year + 2000 if year < 100 else year]
    for candidate in candidates:
        try:
            day = date(candidate, month, int(match["day"]))
        except ValueError:
            continue
        if day <= now.date():
            return whole_day(day)
    return None


def _day_of_month(match: re.Match[str], now: datetime) -> Range | None:
    for back in range(62):
        day = now.date() - timedelta(days=back)
        if day.day == int(match["day"]):
            return whole_day(day)
    return None


def _holiday(match: re.Match[str], now: datetime) -> Range:
    name = match["holiday"].replace(" is", "")
    day = holiday(name, now.year)
    return whole_day(day if day <= now.date() else holiday(name, now.year - 1))


# Long ago, nobody knows when.
_ever = hours_back(365 * 24, 40 * 365 * 24, 5 * 365 * 24)
_AGES = r"(?:teens|twenties|thirties|forties|fifties|\d0 s|childhood|youth)"

_PHRASES = [
    phrase(
        r" (?:for |since |in )?(?:ages|forever|an eternity"
        r"|(?:a )?(?:really |very )?long (?:long )?time"
        r"|so long|too long)(?: now| ago)?",
        Way.SPAN,
        hours_back(24 * 30, 24 * 3650, 24 * 180),
    ),
    phrase(
        r" (?:for )?(?:(?:quite )?a (?:good |long )?while|quite some time)(?: ago| back| now)?",
        Way.SPAN,
        hours_back(24, 24 * 90, 24 * 10),
    ),
    phrase(
        r" (?:ever )?since (?:i|he|she) (?:was|turned) (?:in (?:my |his |her )?|a |an )?"
        rf"(?:very |really )?(?:\d{{1,2}}(?: s)?|little|young|kid|child|teen\w*|school|high school"
        rf"|college|{_AGES})",
        Way.SINCE,
        _ever,
    ),
    phrase(
        rf" since (?:my |his |her )?(?:early |late |mid )?(?:{_AGES}|high school|college|school)",
        Way.SINCE,
        _ever,
    ),
    phrase(
        r" (?:(?:my|his|her) (?:whole|entire) life|all (?:my|his|her) life"
        r"|as (?:long|far back) as (?:i|he|she) can remember)",
        Way.SPAN,
        _ever,
    ),
    # Weeks, months, years.
    phrase(rf" {_ALL}week(?: long)?", Way.SPAN, _all_week),
    phrase(r" (?:earlier |early |some ?time )*this week", Way.PRESENT, _this_week),
    phrase(r" (?:some ?time |late |early )*last week", Way.POINT, _last_week),
    phrase(r" (?:the )?week before last", Way.POINT, _week_before_last),
    phrase(rf" {_ALL}month(?: long)?", Way.SPAN, _all_month),
    phrase(r" (?:earlier |early |some ?time )*this month", Way.PRESENT, _this_month),
    phrase(rf" (?:{_EDGE} )?last month", Way.POINT, _last_month),
    phrase(rf" {_EDGE} (?:the|this) week", Way.POINT, _all_week),
    phrase(rf" {_EDGE} (?:the|this) month", Way.POINT, _part_of_month),
    phrase(rf" {_EDGE} (?:the|this) year", Way.POINT, _part_of_year),
    phrase(rf" {_ALL}year(?: long)?", Way.SPAN, _all_year),
    phrase(r" (?:earlier |early |some ?time )*this year", Way.PRESENT, _this_year),
    phrase(r" (?:some ?time |late |early )*last year", Way.POINT, _last_year),
    phrase(
        rf" (?:since|in|from|around|back in)(?: about| around| like| early| late)? {_YEAR}",
        Way.POINT,
        _year,
    ),
    phrase(
        rf" (?:since |over |during |in |from )?(?:the )?(?P<which>last|this past|past) {_SEASON}",
        Way.POINT,
        _season,
    ),
    phrase(
        rf" (?:since|in|during|over)(?: this| the| early| late){{0,4}}(?P<which>) {_SEASON}"
        r"(?! (?:down|off|on|out|asleep|was|back|from))",
        Way.POINT,
        _season,
    ),
    # Dates.
    phrase(
        rf" {_MONTH} (?:the )?{_DAY}{_TH}?(?: ,)?(?: {_YEAR})?"
        rf"(?! (?:or|to|times|attacks|episodes|{UNIT}))",
        Way.POINT,
        _date,
    ),
    phrase(rf" (?:the )?{_DAY}{_TH}?(?: of)? {_MONTH}(?: ,)?(?: {_YEAR})?", Way.POINT, _date),
    phrase(rf" {_SLASHDATE}", Way.POINT, _date),
    phrase(
        rf" (?:since|on|around|from|about|was)(?: about| around)? the {_DAY}{_TH}?"
        r"(?= (?:[.,!?]|of this month|i|my|it|and|but|when|so|at|in the|this month)\b|\s*$)",
        Way.POINT,
        _day_of_month,
    ),
    phrase(
        rf" (?:since|in|around|from|last|this past|back in|during|about)(?: about| around)?"
        rf"(?: {_EDGE})? {_MONTH}(?! (?:the )?\d{{1,2}} )(?: {_YEAR})?",
        Way.POINT,
        _month,
    ),
    phrase(rf" {_EDGE} {_MONTH}(?! \d{{1,2}} )(?: {_YEAR})?", Way.POINT, _month),
    phrase(rf" (?:the )?{_DAY}{_TH} of (?:the|this) month", Way.POINT, _day_of_month),
    phrase(rf"^ {_GUESS}(?:on )?(?:the )?{_DAY}{_TH}{_WHOLE_MESSAGE_END}", Way.BARE, _day_of_month),
    phrase(rf"^ {_GUESS}{_MONTH}{_WHOLE_MESSAGE_END}", Way.BARE, _month),
    phrase(rf" {_HOLIDAY}(?:(?: is)? (?:day|eve))?", Way.POINT, _holiday),
]
