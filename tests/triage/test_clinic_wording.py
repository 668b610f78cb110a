"""The clinic's facts in words: what stands for each placeholder, and what stands in the YAML."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
import yaml

from triage.clinic import Clinic, ClinicError, PersistentWeeks
from triage.clinic_wording import last_resort, load_phrases, placeholders
from triage.opening_hours import Interval, Week

FILE = Path(__file__).resolve().parents[2] / "data" / "clinic" / "phrases.yml"
DENVER = ZoneInfo("America/Denver")
DAY = (Interval(480, 720), Interval(780, 1050))
WEEK: Week = (DAY, DAY, DAY, DAY, (Interval(480, 720),), (), ())
CLINIC = Clinic(
    name="Test Clinic",
    phone=phonenumbers.parse("+14063888118"),
    address="1 Test Street",
    website="https://clinic.example",
    hours=WEEK,
    time_zone=DENVER,
    treatments=("traction", "ultrasound", "exercise"),
    heat_after_hours=0,
    ice_minutes=15,
    ice_every_hours=1,
    persistent_weeks=PersistentWeeks(1, 2),
)
# Every phrase of its own shape, so that the tests do not hold the wording.
PHRASES = {
    **{key: f"<{key}>" for key in yaml.safe_load(FILE.read_text())},
    "today_open": "<open {times}>",
    "today_later": "<later {times}>",
    "today_over": "<over {times} {day} {time}>",
    "today_closed": "<closed {day} {time}>",
    "week_line": "{days}={times}",
    "week_separator": "|",
    "days_range": "{first}..{last}",
    "days_pair": "{first}+{last}",
    "interval": "{opens}-{closes}",
    "morning_time": "{clock}a",
    "afternoon_time": "{clock}p",
    "list_separator": ",",
    "list_pair": "&",
    "list_last": ",&",
    "hours_unknown": "<call {clinic_phone}>",
}
DAY_TIMES = "8:00a-<noon>&1:00p-5:30p"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=DENVER)


def today(moment: datetime, clinic: Clinic = CLINIC) -> str:
    return placeholders(clinic, PHRASES, moment)["clinic_hours_today"]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(16, 9), f"<open {DAY_TIMES}>"),
        (at(16, 7), f"<later {DAY_TIMES}>"),
        (at(16, 12, 30), f"<later {DAY_TIMES}>"),
        (at(16, 18), f"<over {DAY_TIMES} <tomorrow> 8:00a>"),
        (at(20, 13), "<over 8:00a-<noon> <monday> 8:00a>"),
        (at(21, 10), "<closed <monday> 8:00a>"),
        (at(22, 10), "<closed <tomorrow> 8:00a>"),
    ],
)
def test_todays_hours_say_what_they_mean_now(moment: datetime, expected: str) -> None:
    assert today(moment) == expected


def test_the_week_puts_equal_days_together() -> None:
    facts = placeholders(CLINIC, PHRASES, at(16, 9))
    assert facts["clinic_hours"] == (
        f"<monday>..<thursday>={DAY_TIMES}|<friday>=8:00a-<noon>|<saturday>+<sunday>=<closed>"
    )


def test_midnight_has_its_word() -> None:
    always: Week = ((Interval(0, 1440),),) * 7
    assert today(at(16, 9), replace(CLINIC, hours=always)) == "<open <midnight>-<midnight>>"


def test_what_is_not_known_is_said_so() -> None:
    unknown = replace(CLINIC, hours=None, address=None, website=None)
    facts = placeholders(unknown, PHRASES, at(16, 9))
    assert facts["clinic_hours"] == "<call (406) 388-8118>"
    assert facts["clinic_hours_today"] == "<hours_today_unknown>"
    assert facts["clinic_address"] == "<address_unknown>"
    assert facts["clinic_website"] == "<website_unknown>"


@pytest.mark.parametrize(
    ("treatments", "expected"), [(("a",), "a"), (("a", "b"), "a&b"), (("a", "b", "c"), "a,b,&c")]
)
def test_treatments_are_a_list_in_words(treatments: tuple[str, ...], expected: str) -> None:
    facts = placeholders(replace(CLINIC, treatments=treatments), PHRASES, at(16, 9))
    assert facts["clinic_treatments"] == expected


def test_numbers_are_as_they_stand_in_the_file() -> None:
    facts = placeholders(CLINIC, PHRASES, at(16, 9))
    assert (facts["heat_after_hours"], facts["ice_minutes"]) == ("0", "15")
    assert (facts["persistent_offer_weeks"], facts["persistent_tell_weeks"]) == ("1", "2")


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        placeholders(CLINIC, PHRASES, datetime(2026, 11, 16, 9))


@pytest.mark.parametrize("hours", [WEEK, None])
def test_the_projects_phrases_leave_no_brace(hours: Week | None) -> None:
    phrases = load_phrases(FILE)
    for hour in range(24):
        for day in range(16, 23):
            facts = placeholders(replace(CLINIC, hours=hours), phrases, at(day, hour))
            assert all(text.strip() and "{" not in text for text in facts.values())


def test_the_last_resort_names_911_and_the_clinic() -> None:
    text = last_resort(CLINIC, load_phrases(FILE))
    assert "911" in text
    assert "(406) 388-8118" in text


@pytest.mark.parametrize(
    ("key", "phrase", "finding"),
    [
        ("closed", None, "`closed` is empty"),
        ("closed", False, "`closed` is read as true or false"),
        ("closed", "{day}", "`closed` has other words in braces: use no braces"),
        ("today_open", "open now", "`today_open` has other words in braces: use {times}"),
        ("morning_time", "{clok} am", "`morning_time` has other words in braces: use {clock}"),
        ("morning_time", "{clock am", "`morning_time` has an open brace"),
        ("non", "x", "unknown key `non`: did you mean `noon`?"),
    ],
)
def test_a_broken_phrase_is_said_with_its_place(
    tmp_path: Path, key: str, phrase: object, finding: str
) -> None:
    path = tmp_path / "phrases.yml"
    path.write_text(yaml.safe_dump({**yaml.safe_load(FILE.read_text()), key: phrase}))
    with pytest.raises(ClinicError) as error:
        load_phrases(path)
    assert [line for line in error.value.findings if finding in line], error.value.findings


def test_a_missing_phrase_is_said(tmp_path: Path) -> None:
    phrases = yaml.safe_load(FILE.read_text())
    del phrases["closed"]
    path = tmp_path / "phrases.yml"
    path.write_text(yaml.safe_dump(phrases))
    with pytest.raises(ClinicError, match="`closed` is missing: add it"):
        load_phrases(path)
