"""Puts the clinic's facts into the words of data/clinic/phrases.yml, for the placeholders."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from triage import clinic as facts
from triage.clinic import Clinic, ClinicError
from triage.marked_yaml import Report, entries_of, line_of, read_root, text_of
from triage.opening_hours import MIDNIGHT, WEEKDAYS, Day, local

NOON = 12 * 60

# Each phrase and the words in braces that it may, and must, contain.
_PHRASES: dict[str, frozenset[str]] = {
    "hours_unknown": frozenset({"clinic_phone"}),
    "hours_today_unknown": frozenset({"clinic_phone"}),
    "address_unknown": frozenset({"clinic_phone"}),
    "website_unknown": frozenset({"clinic_phone"}),
    "today_open": frozenset({"times"}),
    "today_later": frozenset({"times"}),
    "today_over": frozenset({"times", "day", "time"}),
    "today_closed": frozenset({"day", "time"}),
    "tomorrow": frozenset(),
    "week_line": frozenset({"days", "times"}),
    "week_separator": frozenset(),
    "closed": frozenset(),
    "days_range": frozenset({"first", "last"}),
    "days_pair": frozenset({"first", "last"}),
    **{day: frozenset() for day in WEEKDAYS},
    "interval": frozenset({"opens", "closes"}),
    "morning_time": frozenset({"clock"}),
    "afternoon_time": frozenset({"clock"}),
    "noon": frozenset(),
    "midnight": frozenset(),
    "list_separator": frozenset(),
    "list_pair": frozenset(),
    "list_last": frozenset(),
    "last_resort": frozenset({"clinic_name", "clinic_phone"}),
}
# These are glue: the spaces at their ends belong to them.
_GLUE = {"week_separator", "list_separator", "list_pair", "list_last"}

Phrases = Mapping[str, str]


def load_phrases(path: Path | str) -> Phrases:
    """Reads the phrases. Raises ClinicError with everything that is wrong with the file."""
    report = Report(Path(path))
    root = read_root(report.path, report)
    phrases: dict[str, str] = {}
    if root is not None:
        entries = entries_of(root, tuple(_PHRASES), report)
        for key in _PHRASES:
            if key not in entries:
                report.add(line_of(root), f"`{key}` is missing", "add it")
                continue
            text = text_of(entries[key].node, key, report)
            if text is not None:
                phrases[key] = str(entries[key].node.value) if key in _GLUE else text
                _check_braces(key, text, entries[key].line, report)
    if report.found:
        raise ClinicError(report.lines())
    return phrases


def _check_braces(key: str, text: str, line: int, report: Report) -> None:
    wanted = _PHRASES[key]
    braces = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "no braces"
    try:
        found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        report.add(line, f"`{key}` has an open brace", f"use {braces}")
        return
    if found != wanted:
        report.add(line, f"`{key}` has other words in braces", f"use {braces}")


def placeholders(clinic: Clinic, phrases: Phrases, at: datetime) -> dict[str, str]:
    """What stands for each {placeholder} of the clinic in an answer given at that moment.

    Raises ValueError for a time without a time zone.
    """
    phone = facts.phone_display(clinic)
    return {
        "clinic_name": clinic.name,
        "clinic_phone": phone,
        "clinic_phone_link": facts.phone_link(clinic),
        "clinic_address": clinic.address or phrases["address_unknown"].format(clinic_phone=phone),
        "clinic_website": clinic.website or phrases["website_unknown"].format(clinic_phone=phone),
        "clinic_hours": _week(clinic, phrases),
        "clinic_hours_today": _today(clinic, phrases, at),
        "clinic_treatments": _list(clinic.treatments, phrases),
        "ice_minutes": str(clinic.ice_minutes),
        "ice_every_hours": str(clinic.ice_every_hours),
        "heat_after_hours": str(clinic.heat_after_hours),
        "persistent_offer_weeks": str(clinic.persistent_weeks.offer),
        "persistent_tell_weeks": str(clinic.persistent_weeks.tell),
    }


def last_resort(clinic: Clinic, phrases: Phrases) -> str:
    """What is said when no answer can be made, the safe one included."""
    return phrases["last_resort"].format(
        clinic_name=clinic.name, clinic_phone=facts.phone_display(clinic)
    )


def _week(clinic: Clinic, phrases: Phrases) -> str:
    week = facts.hours_week(clinic)
    if week is None:
        return phrases["hours_unknown"].format(clinic_phone=facts.phone_display(clinic))
    lines = []
    for weekdays, day in week:
        days = _days(weekdays, phrases)
        times = _times(day, phrases) if day else phrases["closed"]
        lines.append(phrases["week_line"].format(days=days, times=times))
    return phrases["week_separator"].join(lines)


def _days(weekdays: tuple[int, ...], phrases: Phrases) -> str:
    first, last = (phrases[WEEKDAYS[day]] for day in (weekdays[0], weekdays[-1]))
    if len(weekdays) == 1:
        return first
    phrase = phrases["days_pair"] if len(weekdays) == 2 else phrases["days_range"]
    return phrase.format(first=first, last=last)


def _today(clinic: Clinic, phrases: Phrases, at: datetime) -> str:
    day = facts.hours_today(clinic, at)
    if day is None:
        return phrases["hours_today_unknown"].format(clinic_phone=facts.phone_display(clinic))
    now = local(at, clinic.time_zone)
    times = _times(day, phrases)
    if facts.is_open(clinic, at):
        return phrases["today_open"].format(times=times)
    opening = facts.next_opening(clinic, at)
    if opening is None or opening.date() == now.date():
        return phrases["today_later"].format(times=times)
    phrase = phrases["today_over"] if day else phrases["today_closed"]
    return phrase.format(
        times=times,
        day=_day_name(opening.date(), now.date(), phrases),
        time=_clock(opening.hour * 60 + opening.minute, phrases),
    )


def _day_name(day: date, today: date, phrases: Phrases) -> str:
    if (day - today).days == 1:
        return phrases["tomorrow"]
    return phrases[WEEKDAYS[day.weekday()]]


def _times(day: Day, phrases: Phrases) -> str:
    intervals = [
        phrases["interval"].format(
            opens=_clock(interval.opens, phrases), closes=_clock(interval.closes, phrases)
        )
        for interval in day
    ]
    return _list(intervals, phrases)


def _clock(minutes: int, phrases: Phrases) -> str:
    if minutes == NOON:
        return phrases["noon"]
    if minutes in (0, MIDNIGHT):
        return phrases["midnight"]
    clock = f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02d}"
    return phrases["morning_time" if minutes < NOON else "afternoon_time"].format(clock=clock)


def _list(items: list[str] | tuple[str, ...], phrases: Phrases) -> str:
    if len(items) < 2:
        return "".join(items)
    if len(items) == 2:
        return phrases["list_pair"].join(items)
    return phrases["list_separator"].join(items[:-1]) + phrases["list_last"] + items[-1]
