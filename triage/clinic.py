"""The clinic as data: reads clinic.yml, refuses what patients could not rely on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import phonenumbers
import yaml

from triage import opening_hours
from triage.marked_yaml import (
    Entry,
    FileFindings,
    Report,
    entries_of,
    is_null,
    line_of,
    read_root,
    text_of,
    texts_of,
    whole_number_of,
)
from triage.opening_hours import WEEKDAYS, Day, Interval, Week

DEFAULT_RETURNING_AFTER_HOURS = 4
MOST_ICE_MINUTES = 20

# The order is that of the shipped files.
_KEYS = (
    "name",
    "phone",
    "address",
    "website",
    "hours",
    "time_zone",
    "treatments",
    "heat_after_hours",
    "ice_minutes",
    "ice_every_hours",
    "persistent_weeks",
    "returning_after_hours",
    "allowed_origins",
)
_OPTIONAL = {"returning_after_hours", "allowed_origins"}
_EXTENSION = re.compile(r"\b(?:ext(?:ension)?|x)\b", re.IGNORECASE)
_ORIGIN = re.compile(r"^https?://[a-z0-9.-]+(:\d{1,5})?$")


class ClinicError(FileFindings):
    """The clinic's file cannot be used; one line per finding: place, what is wrong, what to do."""


@dataclass(frozen=True)
class PersistentWeeks:
    """After how many weeks of pain the clinic's number is offered, and told."""

    offer: int
    tell: int


@dataclass(frozen=True)
class Clinic:
    """What the bot knows of its clinic. `None`: the staff have not filled it in."""

    name: str
    phone: phonenumbers.PhoneNumber
    address: str | None
    website: str | None
    hours: Week | None
    time_zone: ZoneInfo
    treatments: tuple[str, ...]
    heat_after_hours: int
    ice_minutes: int
    ice_every_hours: int
    persistent_weeks: PersistentWeeks
    returning_after_hours: int = DEFAULT_RETURNING_AFTER_HOURS
    allowed_origins: tuple[str, ...] = ()


def phone_display(clinic: Clinic) -> str:
    """The phone number as it is written in the US: (406) 388-8118."""
    return phonenumbers.format_number(clinic.phone, phonenumbers.PhoneNumberFormat.NATIONAL)


def phone_link(clinic: Clinic) -> str:
    """The phone number as a link that dials it: tel:+14063888118."""
    dialled = phonenumbers.format_number(clinic.phone, phonenumbers.PhoneNumberFormat.E164)
    extension = f";ext={clinic.phone.extension}" if clinic.phone.extension else ""
    return f"tel:{dialled}{extension}"


def is_open(clinic: Clinic, at: datetime) -> bool | None:
    """Whether the clinic is open then; None if its hours are not known.

    This and the functions below raise ValueError for a time without a time zone.
    """
    if clinic.hours is None:
        return None
    return opening_hours.is_open(clinic.hours, clinic.time_zone, at)


def hours_today(clinic: Clinic, at: datetime) -> Day | None:
    """The hours of the day that it is at the clinic; () if closed, None if not known."""
    if clinic.hours is None:
        return None
    return clinic.hours[opening_hours.local(at, clinic.time_zone).weekday()]


def next_opening(clinic: Clinic, at: datetime) -> datetime | None:
    """The next time it opens, by the clinic's clock; None if its hours are not known."""
    if clinic.hours is None:
        return None
    return opening_hours.next_opening(clinic.hours, clinic.time_zone, at)


def hours_week(clinic: Clinic) -> list[tuple[tuple[int, ...], Day]] | None:
    """The week as (weekdays, hours), neighbours with equal hours together; None if unknown."""
    return None if clinic.hours is None else opening_hours.groups(clinic.hours)


def load_clinic(path: Path | str) -> Clinic:
    """Reads a clinic's file.

    Raises ClinicError with everything that is wrong with it, never only the first finding.
    """
    report = Report(Path(path))
    root = read_root(report.path, report)
    if root is None:
        raise ClinicError(report.lines())
    entries = entries_of(root, _KEYS, report)
    _report_missing(entries, _KEYS, line_of(root), report)
    values = _Reader(entries, report).read()
    if report.found:
        raise ClinicError(report.lines())
    return Clinic(**values)  # type: ignore[arg-type]


def _report_missing(
    entries: dict[str, Entry], wanted: tuple[str, ...], line: int, report: Report, inside: str = ""
) -> None:
    for key in wanted:
        if key not in entries and key not in _OPTIONAL:
            report.add(line, f"`{inside}{key}` is missing", "add it")


class _Reader:
    """Reads each entry that stands in the file; findings go to the report."""

    def __init__(self, entries: dict[str, Entry], report: Report) -> None:
        self._entries = entries
        self._report = report

    def read(self) -> dict[str, object]:
        readers = {
            "name": self._text,
            "phone": self._phone,
            "address": self._optional_text,
            "website": self._website,
            "hours": self._hours,
            "time_zone": self._time_zone,
            "treatments": self._treatments,
            "heat_after_hours": lambda entry: self._number(entry, 0, 168),
            "ice_minutes": lambda entry: self._number(entry, 1, MOST_ICE_MINUTES),
            "ice_every_hours": lambda entry: self._number(entry, 1, 24),
            "persistent_weeks": self._persistent_weeks,
            "returning_after_hours": lambda entry: self._number(entry, 1, 168),
            "allowed_origins": self._origins,
        }
        return {key: readers[key](entry) for key, entry in self._entries.items()}

    def _text(self, entry: Entry) -> str | None:
        return text_of(entry.node, entry.key, self._report)

    def _optional_text(self, entry: Entry) -> str | None:
        return None if is_null(entry.node) else self._text(entry)

    def _number(self, entry: Entry, low: int, high: int) -> int | None:
        return whole_number_of(entry.node, entry.key, low, high, self._report)

    def _phone(self, entry: Entry) -> phonenumbers.PhoneNumber | None:
        wanted = 'write the number that patients call, as "(406) 555-1234"'
        if is_null(entry.node) or getattr(entry.node, "value", None) == "":
            self._report.add(entry.line, "`phone` is empty", wanted)
            return None
        text = self._text(entry)
        if text is None:
            return None
        try:
            number = phonenumbers.parse(text, "US")
        except phonenumbers.NumberParseException:
            number = None
        # The letter O for a zero would be dialled as a 6, and is somebody else's number.
        if any(c.isalpha() for c in _EXTENSION.sub("", text)):
            number = None
        if number is None or number.country_code != 1 or not phonenumbers.is_valid_number(number):
            self._report.add(
                entry.value_line, f"`phone` is not a phone number of North America ({text})", wanted
            )
            return None
        return number

    def _website(self, entry: Entry) -> str | None:
        text = self._optional_text(entry)
        if text is None:
            return None
        parts = urlsplit(text) if "[" not in text else None
        if (
            parts is None
            or parts.scheme not in ("http", "https")
            or "." not in (parts.hostname or "")
            or " " in text
        ):
            self._report.add(
                entry.value_line,
                f"`website` is not a web address ({text})",
                'write it like "https://www.example.com"',
            )
        return text

    def _time_zone(self, entry: Entry) -> ZoneInfo | None:
        name = self._text(entry)
        if name is None:
            return None
        zones = available_timezones()
        if not zones:
            self._report.add(
                entry.value_line, "this computer has no time zones", "install the package tzdata"
            )
            return None
        if name not in zones:
            self._report.add(
                entry.value_line,
                f"`time_zone` is not the name of a time zone ({name})",
                'write it like "America/Denver" or "America/New_York"',
            )
            return None
        return ZoneInfo(name)

    def _treatments(self, entry: Entry) -> tuple[str, ...] | None:
        texts = texts_of(entry.node, entry.key, self._report)
        if texts == []:
            self._report.add(entry.line, "`treatments` is empty", "name at least one")
        return None if texts is None else tuple(text for text, _ in texts)

    def _persistent_weeks(self, entry: Entry) -> PersistentWeeks | None:
        if not isinstance(entry.node, yaml.MappingNode):
            self._report.add(
                entry.line, "`persistent_weeks` must have `offer` and `tell`", "write both below it"
            )
            return None
        keys = ("offer", "tell")
        inside = "persistent_weeks."
        entries = entries_of(entry.node, keys, self._report, inside)
        _report_missing(entries, keys, entry.line, self._report, inside)
        numbers = {
            key: whole_number_of(found.node, f"{inside}{key}", 1, 6, self._report)
            for key, found in entries.items()
        }
        offer, tell = numbers.get("offer"), numbers.get("tell")
        if offer is None or tell is None:
            return None
        if tell < offer:
            self._report.add(
                entries["tell"].line,
                f"`persistent_weeks.tell` ({tell}) is less than `offer` ({offer})",
                "the bot offers first and tells later: make it the same or more",
            )
        return PersistentWeeks(offer, tell)

    def _origins(self, entry: Entry) -> tuple[str, ...] | None:
        texts = texts_of(entry.node, entry.key, self._report)
        for text, line in texts or []:
            secure = text.startswith(("https://", "http://localhost", "http://127.0.0.1"))
            if not secure or not _ORIGIN.match(text):
                self._report.add(
                    line,
                    f"`allowed_origins` has {text}",
                    'write only the beginning of the address, like "https://www.example.com"',
                )
        return None if texts is None else tuple(text for text, _ in texts)

    def _hours(self, entry: Entry) -> Week | None:
        if is_null(entry.node):
            return None
        if not isinstance(entry.node, yaml.MappingNode):
            self._report.add(
                entry.line, "`hours` must name the seven days", "write each below it, or null"
            )
            return None
        entries = entries_of(entry.node, WEEKDAYS, self._report, "hours.")
        _report_missing(entries, WEEKDAYS, entry.line, self._report, "hours.")
        days = tuple(self._day(entries[day]) if day in entries else () for day in WEEKDAYS)
        if len(entries) == len(WEEKDAYS) and not self._report.found and not any(days):
            self._report.add(
                entry.line, "`hours` has every day closed", "write the hours, or `hours: null`"
            )
        return cast(Week, days)

    def _day(self, entry: Entry) -> Day:
        node = entry.node
        if isinstance(node, yaml.ScalarNode) and node.value.strip().lower() == "closed":
            return ()
        name = f"hours.{entry.key}"
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        intervals = tuple(
            interval for item in items if (interval := self._interval(item, name)) is not None
        )
        clash = opening_hours.overlap(intervals)
        if clash is not None:
            self._report.add(
                entry.line, f"`{name}` has two times that overlap", "change one, or make them one"
            )
        return tuple(sorted(intervals))

    def _interval(self, node: yaml.Node, name: str) -> Interval | None:
        example = '"8:00 am - 5:30 pm"'
        if not isinstance(node, yaml.ScalarNode):
            self._report.add(line_of(node), f"`{name}` is too deep a list", f"write [{example}]")
            return None
        if node.tag.endswith((":bool", ":null")):
            shown = node.value or "nothing"
            self._report.add(
                line_of(node), f"`{name}` is {shown}, which is not an hour", "write closed"
            )
            return None
        if node.tag.endswith((":int", ":float", ":timestamp")):
            self._report.add(
                line_of(node),
                f"`{name}` has {node.value}, which YAML reads as a number",
                f"write opening and closing in quotes: {example}",
            )
            return None
        try:
            return opening_hours.parse_interval(str(node.value))
        except ValueError as error:
            self._report.add(
                line_of(node), f"`{name}` {error} ({node.value})", f"write it like {example}"
            )
            return None
