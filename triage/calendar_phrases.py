"""Finds weeks, months, seasons and dates: "since last week", "March 3", "since Thanksgiving"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from triage.moments import (
    Found,
    Range,
    Way,
    days,
    find_phrases,
    midnight,
    phrase,
)

MONTHS = [
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
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
YEAR = r"(?P<year>19\d\d|20\d\d)"
EDGE = (
    r"(?P<edge>early|late|later|mid|middle|(?:at |around |towards? |near )?(?:the )?(?:very |tail |back )?"
    r"(?:end|beginning|begin|start|middle|first part|first half|second half|last part|first days"
    r"|last days) of)(?: in)?"
)
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "winter": 12}
_SEASON = r"(?P<season>spring|summer|winter|fall)"
_NTH = {"1 st": "first", "2 nd": "second"}
_ALL = r"(?:all(?: the| this)?|(?:the |my |this )?(?:whole|entire)(?: entire)?) "


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
    monday = _monday(now, 1)
    edge = match["edge"] or ""
    if any(word in edge for word in ("end", "late", "last", "second")):
        return days(monday + timedelta(days=3), monday + timedelta(days=6))
    if "mid" in edge:
        return days(monday + timedelta(days=1), monday + timedelta(days=3))
    return days(monday, monday + timedelta(days=2 if edge else 6))


def _week_before_last(match: re.Match[str], now: datetime) -> Range:
    return days(_monday(now, 2), _monday(now, 2) + timedelta(days=6))


def _part_of_month(match: re.Match[str], now: datetime) -> Range:
    return edge_of(_months(now.year, now.month, 1), match["edge"])


def _part_of_year(match: re.Match[str], now: datetime) -> Range:
    return edge_of(_months(now.year, 1, 12), match["edge"])


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
    return edge_of(days(end.replace(day=1), end), match["edge"])


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
    if (match["which"] or "").strip() == "last" and span.end > now:
        return _months(year - 1, first, 3)
    return edge_of(span, match.groupdict().get("edge"))


def _all_season(match: re.Match[str], now: datetime) -> Range:
    return _first_third(_season(match, now))


def _week_of_month(match: re.Match[str], now: datetime) -> Range:
    month = _month(match, now)
    if match["nth"] == "last":
        return Range(month.end - timedelta(days=7), month.end)
    weeks = ["first", "second", "3 rd", "4 th"].index(_NTH.get(match["nth"], match["nth"]))
    start = month.start + timedelta(days=7 * weeks)
    # People count weeks from the first of the month or from its first Sunday.
    return Range(start - timedelta(days=2), start + timedelta(days=9))


def _months(year: int, first: int, count: int) -> Range:
    after = first + count - 1
    end = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return days(date(year, first, 1), end)


def _month(match: re.Match[str], now: datetime) -> Range:
    groups = match.groupdict()
    month = MONTHS.index(match["month"]) + 1
    year = now.year if month <= now.month else now.year - 1
    if groups.get("year"):
        year = int(groups["year"])
    elif match[0].endswith("last year"):
        year = now.year - 1
    return edge_of(_months(year, month, 1), groups.get("edge"))


def edge_of(span: Range, edge: str | None) -> Range:
    """The early, middle or late third that an EDGE names; without one, the whole."""
    third = (span.end - span.start) / 3
    if edge is None:
        return span
    if "half" in edge:
        middle = span.start + (span.end - span.start) / 2
        return Range(span.start, middle) if "first" in edge else Range(middle, span.end)
    if any(word in edge for word in ("early", "begin", "start", "first")):
        return _first_third(span)
    if "mid" in edge:
        return Range(span.start + third, span.end - third)
    return Range(span.end - third, span.end)


_PHRASES = [
    # Weeks, months, years.
    phrase(rf" {_ALL}week(?: long)?", Way.SPAN, _all_week),
    phrase(r" (?:earlier |early |some ?time )*this week", Way.PRESENT, _this_week),
    phrase(rf" (?:some ?time |{EDGE} )?(?:of )?last week", Way.POINT, _last_week),
    phrase(r" (?:the )?week before last(?: 1)?", Way.POINT, _week_before_last),
    phrase(rf" {_ALL}month(?: long)?", Way.SPAN, _all_month),
    phrase(r" (?:earlier |early |some ?time )*this month", Way.PRESENT, _this_month),
    phrase(rf" (?:{EDGE} )?last month", Way.POINT, _last_month),
    phrase(rf" {EDGE} (?:the|this) week", Way.POINT, _all_week),
    phrase(rf" {EDGE} (?:the|this) month", Way.POINT, _part_of_month),
    phrase(rf" {EDGE} (?:the|this) year", Way.POINT, _part_of_year),
    phrase(rf" {_ALL}year(?: long)?", Way.SPAN, _all_year),
    phrase(r" (?:earlier |early |some ?time )*this year", Way.PRESENT, _this_year),
    phrase(r" (?:some ?time |late |early )*last year", Way.POINT, _last_year),
    phrase(
        rf" (?:since|in|from|around|back in)(?: about| around| like| early| late)? {YEAR}",
        Way.POINT,
        _year,
    ),
    phrase(rf"^ (?:it was |about |around |back |way ){{0,3}}{YEAR}(?= (?:[.,!] )*$)", Way.BARE, _year),
    phrase(
        rf" (?:since |over |during |in |from )?(?:the )?(?P<which>last|this past|past|this) {_SEASON}"
        r"(?! (?:down|off|out))",
        Way.POINT,
        _season,
    ),
    phrase(
        rf" (?:since|in|during|over|around)(?: this| the| early| late| mid| back){{0,4}}(?P<which>)"
        rf" {_SEASON}"
        r"(?! (?:down|off|on|out|asleep|was|back|from))",
        Way.POINT,
        _season,
    ),
    phrase(
        rf" (?:{EDGE}|early|late|mid) (?:the )?(?P<which>(?:last|this past|past|this) )?{_SEASON}",
        Way.POINT,
        _season,
    ),
    phrase(rf" (?:for )?{_ALL}(?P<which>){_SEASON}(?: long)?", Way.SPAN, _all_season),
    # Months by their name.
    phrase(
        rf" (?:since|in|around|from|last|this past|back in|way back in|during|about|over|of)"
        r"(?: about| around| back in)?"
        rf"(?: {EDGE}| the month of| month of)? {MONTH}(?! (?:the )?\d{{1,2}} )(?: (?:of )?{YEAR}| of last year)?",
        Way.POINT,
        _month,
    ),
    phrase(rf" {EDGE} {MONTH}(?! \d{{1,2}} )(?: {YEAR})?", Way.POINT, _month),
    phrase(rf" (?:the )?month of {MONTH}", Way.POINT, _month),
    phrase(rf" {MONTH} (?:(?:of )?{YEAR}|of last year)", Way.POINT, _month),
    phrase(
        rf" (?:in |during |the )*(?P<nth>first|1 st|second|2 nd|3 rd|4 th|last) week (?:of|in) {MONTH}",
        Way.POINT,
        _week_of_month,
    ),
    phrase(
        r"^ (?:it was |like |i think |maybe |about |around |in |since |honestly |well |[.,] ){0,4}"
        rf"{MONTH}(?= (?:[.,!] |i think |or so |maybe |some ?time ){{0,5}}$)",
        Way.BARE,
        _month,
    ),
]
