"""The clinic's file: what is read, and what is refused with its line and what to change."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.clinic import (
    Clinic,
    ClinicError,
    PersistentWeeks,
    hours_today,
    hours_week,
    is_open,
    load_clinic,
    next_opening,
    phone_display,
    phone_link,
)
from triage.opening_hours import Interval

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "clinics"

GOOD = """\
name: "Test Clinic"
phone: "(406) 388-8118"
address: "1 Test Street"
website: "https://clinic.example"
time_zone: "America/Denver"
treatments: ["manual therapy", "exercise"]
heat_after_hours: 72
ice_minutes: 20
ice_every_hours: 2
persistent_weeks:
  offer: 1
  tell: 2
hours:
  monday: ["8:00 am - 12:00 pm", "1:00 pm - 5:30 pm"]
  tuesday: "08:00-17:30"
  wednesday: ["08:00-17:30"]
  thursday: ["08:00-17:30"]
  friday: ["08:00-15:00"]
  saturday: closed
  sunday: []
"""
LINES = {line.split(":")[0].strip(): n for n, line in enumerate(GOOD.splitlines(), start=1)}


def read(tmp_path: Path, text: str) -> Clinic:
    path = tmp_path / "clinic.yml"
    path.write_bytes(text.encode())
    return load_clinic(path)


def refused(tmp_path: Path, text: str) -> list[str]:
    """The findings, each without the folder of the test's file."""
    with pytest.raises(ClinicError) as error:
        read(tmp_path, text)
    lines = str(error.value).splitlines()
    assert lines == error.value.findings
    assert all(re.match(r".*clinic\.yml:\d+: .+: .+", line) for line in lines), lines
    return [line[line.index("clinic.yml:") :] for line in lines]


def with_line(key: str, line: str) -> str:
    """The good file with another line in the place of a key's."""
    lines = GOOD.splitlines()
    lines[LINES[key] - 1] = line
    return "\n".join(lines) + "\n"


def without(key: str) -> str:
    lines = GOOD.splitlines()
    del lines[LINES[key] - 1]
    return "\n".join(lines) + "\n"


def test_everything_is_read(tmp_path: Path) -> None:
    clinic = read(tmp_path, GOOD)
    assert clinic.name == "Test Clinic"
    assert clinic.address == "1 Test Street"
    assert clinic.time_zone == ZoneInfo("America/Denver")
    assert clinic.treatments == ("manual therapy", "exercise")
    assert clinic.persistent_weeks == PersistentWeeks(offer=1, tell=2)
    assert clinic.returning_after_hours == 4
    assert clinic.allowed_origins == ()
    assert clinic.hours is not None
    assert clinic.hours[0] == (Interval(480, 720), Interval(780, 1050))
    assert clinic.hours[1] == (Interval(480, 1050),)
    assert clinic.hours[5] == clinic.hours[6] == ()


def test_a_clinic_cannot_be_changed(tmp_path: Path) -> None:
    clinic = read(tmp_path, GOOD)
    with pytest.raises(AttributeError):
        clinic.name = "Other"  # type: ignore[misc]


def test_the_projects_clinic_can_be_used() -> None:
    assert load_clinic(ROOT / "clinic.yml").name


def test_pro_physio_is_an_example() -> None:
    clinic = load_clinic(EXAMPLES / "pro_physio.yml")
    assert clinic.name == "Pro Physio"
    assert clinic.time_zone == ZoneInfo("America/Denver")
    assert phone_display(clinic) == "(406) 388-8118"
    assert clinic.heat_after_hours == 72


def test_movement_concepts_lacks_only_its_phone(tmp_path: Path) -> None:
    path = EXAMPLES / "movement_concepts.yml"
    with pytest.raises(ClinicError) as error:
        load_clinic(path)
    (line,) = error.value.findings
    assert "movement_concepts.yml:6: `phone` is empty" in line
    filled = path.read_text().replace('phone: ""', 'phone: "(718) 423-0000"')
    assert read(tmp_path, filled).name.startswith("Movement Concepts")


@pytest.mark.parametrize("key", ["address", "website", "hours"])
def test_what_staff_do_not_know_may_be_null(tmp_path: Path, key: str) -> None:
    text = GOOD[: GOOD.index("hours:\n")] + "hours: null\n" if key == "hours" else ""
    clinic = read(tmp_path, text or with_line(key, f"{key}: null"))
    assert getattr(clinic, key) is None


@pytest.mark.parametrize(
    "phone",
    ["406-388-8118", "+1 406 388 8118", "1 (406) 388-8118", "406.388.8118", "4063888118"],
)
def test_a_phone_number_is_read_in_any_usual_form(tmp_path: Path, phone: str) -> None:
    clinic = read(tmp_path, with_line("phone", f'phone: "{phone}"'))
    assert phone_display(clinic) == "(406) 388-8118"
    assert phone_link(clinic) == "tel:+14063888118"


def test_an_extension_is_shown_and_dialled(tmp_path: Path) -> None:
    clinic = read(tmp_path, with_line("phone", 'phone: "(406) 388-8118 ext. 12"'))
    assert "12" in phone_display(clinic)
    assert phone_link(clinic) == "tel:+14063888118;ext=12"


ONE_FINDING = [
    ("name", "nmae: x", "unknown key `nmae`: did you mean `name`?"),
    ("name", 'name: ""', "`name` is empty"),
    ("name", "name: null", "`name` is empty"),
    ("name", "name: 5", '`name` is read as a number, not as text: put it in quotes: "5"'),
    ("name", "name: yes", "`name` is read as true or false, not as text: put it in quotes"),
    ("name", "name: 2026-01-01", "`name` is read as a date"),
    ("name", "name: [a]", "`name` must be a text"),
    ("phone", 'phone: ""', "`phone` is empty"),
    ("phone", "phone:", "`phone` is empty"),
    ("phone", "phone: 4063888118", "`phone` is read as a number, not as text: put it in quotes"),
    ("phone", 'phone: "388-8118"', "not a phone number of North America (388-8118)"),
    ("phone", 'phone: "(406) 388-811"', "not a phone number of North America"),
    ("phone", 'phone: "(406) 388-4OOO"', "not a phone number of North America ((406) 388-4OOO)"),
    ("phone", 'phone: "(123) 456-7890"', "not a phone number of North America"),
    ("phone", 'phone: "+44 20 7946 0958"', "not a phone number of North America"),
    ("phone", 'phone: "911"', "not a phone number of North America"),
    ("phone", 'phone: "call us"', "not a phone number of North America"),
    ("website", 'website: "clinic.example"', "`website` is not a web address"),
    ("website", 'website: "http://[::1"', "`website` is not a web address"),
    ("time_zone", 'time_zone: "Mountain"', "not the name of a time zone (Mountain)"),
    ("time_zone", 'time_zone: "../etc/passwd"', "not the name of a time zone"),
    ("time_zone", 'time_zone: "MST7MDT/"', "not the name of a time zone"),
    ("treatments", "treatments: []", "`treatments` is empty"),
    ("treatments", 'treatments: "massage"', "`treatments` must be a list"),
    ("treatments", "treatments: [no]", "is read as true or false"),
    ("heat_after_hours", "heat_after_hours: -1", "`heat_after_hours` is negative (-1)"),
    ("heat_after_hours", "heat_after_hours: 72.5", "`heat_after_hours` is not a whole number"),
    ("heat_after_hours", 'heat_after_hours: "72"', "`heat_after_hours` is in quotes"),
    ("heat_after_hours", "heat_after_hours: yes", "`heat_after_hours` is not a whole number"),
    ("heat_after_hours", "heat_after_hours: 1:30", "`heat_after_hours` is not a plain number"),
    ("heat_after_hours", "heat_after_hours: 9999", "`heat_after_hours` is too large"),
    ("ice_minutes", "ice_minutes: 30", "`ice_minutes` is too large (30): write a whole number"),
    ("ice_minutes", "ice_minutes: 0", "`ice_minutes` is too small (0)"),
    ("ice_minutes", "ice_minutes: 0x14", "`ice_minutes` is not a plain number"),
    ("ice_every_hours", "ice_every_hours: -2", "`ice_every_hours` is negative"),
    ("offer", "  offer: 3", "`persistent_weeks.tell` (2) is less than `offer` (3)"),
    ("offer", "  ofer: 1", "unknown key `persistent_weeks.ofer`: did you mean `offer`?"),
    ("tell", "  tell: -2", "`persistent_weeks.tell` is negative"),
    ("tuesday", "  tuesday: 8:00", "`hours.tuesday` has 8:00, which YAML reads as a number"),
    ("tuesday", "  tuesday: [8:00, 17:30]", "in quotes"),
    ("tuesday", "  tuesday: no", "`hours.tuesday` is no, which is not an hour: write closed"),
    ("tuesday", "  tuesday: off", "write closed"),
    ("tuesday", "  tuesday:", "write closed"),
    ("tuesday", '  tuesday: "8-5"', "is not a time like 8:00 am - 5:30 pm (8-5)"),
    ("tuesday", '  tuesday: "late"', "is not a time like"),
    ("tuesday", '  tuesday: "17:30-08:00"', "ends before it begins"),
    ("tuesday", '  tuesday: "8:00 am - 5:00 am"', "ends before it begins"),
    ("tuesday", '  tuesday: "08:00-08:00"', "ends before it begins"),
    ("tuesday", '  tuesday: "08:00-25:00"', "has a time that no clock shows"),
    ("tuesday", '  tuesday: "08:60-12:00"', "has a time that no clock shows"),
    ("tuesday", '  tuesday: "13:00 pm - 5 pm"', "has the hour 13 with am or pm"),
    ("tuesday", '  tuesday: ["08:00-12:00", "11:00-15:00"]', "has two times that overlap"),
    ("tuesday", '  tuesday: [["08:00-12:00"]]', "too deep a list"),
    ("tuesday", '  tueday: "08:00-12:00"', "unknown key `hours.tueday`: did you mean `tuesday`?"),
    ("tuesday", '  tue: "08:00-12:00"', "unknown key `hours.tue`: did you mean `tuesday`?"),
    ("hours", "hours: null\nhoras:", "unknown key `horas`: did you mean `hours`?"),
]


@pytest.mark.parametrize(("key", "line", "finding"), ONE_FINDING)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, key: str, line: str, finding: str
) -> None:
    findings = refused(tmp_path, with_line(key, line))
    told = [text for text in findings if finding in text]
    assert told, findings
    at = {int(text.split(":")[1]) for text in told}
    assert at & {LINES[key], LINES[key] + 1}


@pytest.mark.parametrize("key", ["name", "phone", "hours", "time_zone", "ice_minutes", "tell"])
def test_a_missing_key_is_said(tmp_path: Path, key: str) -> None:
    text = GOOD[: GOOD.index("hours:\n")] if key == "hours" else without(key)
    assert any(f"{key}` is missing: add it" in line for line in refused(tmp_path, text))


@pytest.mark.parametrize("day", ["monday", "sunday"])
def test_every_day_must_be_named(tmp_path: Path, day: str) -> None:
    (line,) = refused(tmp_path, without(day))
    assert f"clinic.yml:{LINES['hours']}: `hours.{day}` is missing" in line


def test_a_week_of_closed_days_is_refused(tmp_path: Path) -> None:
    days = re.sub(r"(\w+day): .*", r"\1: closed", GOOD)
    (line,) = refused(tmp_path, days)
    assert "every day closed" in line


def test_a_repeated_key_is_said_with_both_lines(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, GOOD + 'phone: "(406) 388-8119"\n')
    assert f"`phone` stands here a second time (first on line {LINES['phone']})" in line


def test_all_findings_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = GOOD.replace("388-8118", "nope").replace("Denver", "Nowhere").replace("20", "40")
    lines = [int(line.split(":")[1]) for line in refused(tmp_path, text + "more: 1\n")]
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_tabs_are_said_with_every_line(tmp_path: Path) -> None:
    findings = refused(tmp_path, GOOD.replace("  offer", "\toffer").replace("  tell", "\ttell"))
    assert [line.split(":")[1] for line in findings] == [str(LINES["offer"]), str(LINES["tell"])]
    assert all("begins with a tab: use spaces" in line for line in findings)


@pytest.mark.parametrize(
    "text",
    ['name: "open', "name: a: b", "[", "{", "a: &x *x", "%", "name: 'it's'", "a: b\n---\nc: d\n"],
)
def test_broken_yaml_is_one_clear_line(tmp_path: Path, text: str) -> None:
    assert len(refused(tmp_path, text)) == 1


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "is empty"),
        ("# only a comment\n", "is empty"),
        ("- a\n- b\n", "is not a list of settings"),
        ("just words\n", "is not a list of settings"),
        ("name: \x00\n", "characters that YAML does not allow"),
    ],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str, finding: str) -> None:
    (line,) = refused(tmp_path, text)
    assert finding in line


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yml"
    path.write_bytes(b'a: 1\nname: "Caf\xe9"\n')
    with pytest.raises(ClinicError, match=r"clinic\.yml:2: has characters that are not UTF-8"):
        load_clinic(path)


@pytest.mark.parametrize("name", ["missing.yml", "."])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClinicError, match="cannot be read"):
        load_clinic(tmp_path / name)


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + GOOD.replace("\n", "\r\n")) == read(tmp_path, GOOD)


def test_a_file_of_the_project_is_named_as_one_types_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clinic.yml").write_text("x: 1")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ClinicError) as error:
        load_clinic(tmp_path / "clinic.yml")
    assert str(error.value).startswith("clinic.yml:1: ")
    assert os.sep not in str(error.value).split(":")[0]


@pytest.mark.parametrize(
    "origin", ["https://www.example.com", "https://a.example:8443", "http://localhost:8000"]
)
def test_an_allowed_origin_is_read(tmp_path: Path, origin: str) -> None:
    assert read(tmp_path, GOOD + f'allowed_origins: ["{origin}"]\n').allowed_origins == (origin,)


@pytest.mark.parametrize(
    "origin",
    [
        "*",
        "www.example.com",
        "http://www.example.com",
        "https://www.example.com/",
        "https://www.example.com/page",
        "https://*.example.com",
        "http://localhost.evil.example/",
    ],
)
def test_an_origin_that_is_too_much_is_refused(tmp_path: Path, origin: str) -> None:
    (line,) = refused(tmp_path, GOOD + f'allowed_origins:\n- "{origin}"\n')
    assert f"`allowed_origins` has {origin}" in line
    assert line.startswith(f"clinic.yml:{len(GOOD.splitlines()) + 2}:")


@given(text=st.text(max_size=200))
def test_no_file_breaks_the_reader(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("clinic") / "clinic.yml"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(ClinicError):
        load_clinic(path)


KEYS = [line for line in GOOD.splitlines() if line]


@given(lines=st.lists(st.sampled_from(KEYS), max_size=25))
def test_no_mix_of_its_lines_breaks_the_reader(
    lines: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("clinic") / "clinic.yml"
    path.write_text("\n".join(lines))
    try:
        load_clinic(path)
    except ClinicError as error:
        assert error.findings


def test_the_hours_functions_know_nothing_without_hours(tmp_path: Path) -> None:
    clinic = read(tmp_path, GOOD[: GOOD.index("hours:\n")] + "hours: null\n")
    at = datetime(2026, 11, 19, 12, tzinfo=UTC)
    assert is_open(clinic, at) is None
    assert hours_today(clinic, at) is None
    assert next_opening(clinic, at) is None
    assert hours_week(clinic) is None


def test_the_hours_functions_go_by_the_clinics_clock(tmp_path: Path) -> None:
    clinic = read(tmp_path, GOOD)
    # Friday in UTC, still Thursday evening in Denver.
    at = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    assert is_open(clinic, at) is False
    assert hours_today(clinic, at) == (Interval(480, 1050),)
    opening = next_opening(clinic, at)
    assert opening is not None
    assert opening.isoformat() == "2026-11-20T08:00:00-07:00"
    week = hours_week(clinic)
    assert week is not None
    assert [days for days, _ in week] == [(0,), (1, 2, 3), (4,), (5, 6)]
