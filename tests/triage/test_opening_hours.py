"""Open or not, and when next, by a clock that jumps twice a year."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.opening_hours import (
    MIDNIGHT,
    Interval,
    Week,
    groups,
    is_open,
    next_opening,
    overlap,
    parse_interval,
)

DENVER = ZoneInfo("America/Denver")
MORNING, AFTERNOON = Interval(480, 720), Interval(780, 1050)
WEEK: Week = ((MORNING, AFTERNOON), (MORNING,), (MORNING,), (MORNING,), (MORNING,), (), ())


def denver(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=DENVER)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("08:00-17:30", 480, 1050),
        ("8:00 am - 5:30 pm", 480, 1050),
        ("8 am - 5 pm", 480, 1020),
        ("8am to 5pm", 480, 1020),
        ("8:00 a.m. – 5:30 p.m.", 480, 1050),
        ("12:00 pm - 12:30 pm", 720, 750),
        ("12:00 am - 1:00 am", 0, 60),
        ("20:00-24:00", 1200, MIDNIGHT),
        ("8:00 pm - 12:00 am", 1200, MIDNIGHT),
        ("00:00-00:00", 0, MIDNIGHT),
    ],
)
def test_an_interval_is_read(text: str, opens: int, closes: int) -> None:
    assert parse_interval(text) == Interval(opens, closes)


@pytest.mark.parametrize(
    "text", ["", "8", "8-5", "8:00", "8:00 am - ", "5 pm - 8 am", "24:00-24:00"]
)
def test_what_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_interval(text)


def test_times_that_touch_do_not_overlap() -> None:
    assert overlap((Interval(720, 780), Interval(480, 720))) is None
    assert overlap((Interval(719, 780), Interval(480, 720))) is not None
    assert overlap(()) is None


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(7, 59, False), (8, 0, True), (11, 59, True), (12, 0, False), (13, 0, True), (17, 30, False)],
)
def test_open_from_the_first_minute_to_before_the_last(
    hour: int, minute: int, expected: bool
) -> None:
    assert is_open(WEEK, DENVER, denver(2026, 11, 16, hour, minute)) is expected


def test_the_moment_counts_in_whatever_zone_it_is_given() -> None:
    at = denver(2026, 11, 16, 9)
    for zone in (UTC, ZoneInfo("Asia/Tokyo"), ZoneInfo("Pacific/Honolulu")):
        assert is_open(WEEK, DENVER, at.astimezone(zone))


def test_the_next_opening_is_after_lunch_after_the_weekend_or_in_a_week() -> None:
    assert next_opening(WEEK, DENVER, denver(2026, 11, 16, 12, 30)) == denver(2026, 11, 16, 13)
    assert next_opening(WEEK, DENVER, denver(2026, 11, 20, 18)) == denver(2026, 11, 23, 8)
    only_monday: Week = ((MORNING,), (), (), (), (), (), ())
    assert next_opening(only_monday, DENVER, denver(2026, 11, 16, 9)) == denver(2026, 11, 23, 8)


def test_a_clinic_that_never_opens_has_no_next_opening() -> None:
    never: Week = ((), (), (), (), (), (), ())
    assert next_opening(never, DENVER, denver(2026, 11, 16)) is None


def test_opening_in_the_hour_that_spring_skips() -> None:
    early: Week = ((), (), (), (), (), (), (Interval(150, 600),))
    # On March 8, 2026 it is never 2:30 in Denver.
    opening = next_opening(early, DENVER, denver(2026, 3, 8, 1))
    assert opening is not None
    assert opening.isoformat() == "2026-03-08T03:30:00-06:00"


def test_opening_in_the_hour_that_autumn_repeats() -> None:
    early: Week = ((), (), (), (), (), (), (Interval(90, 600),))
    before = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)
    opening = next_opening(early, DENVER, before)
    assert opening is not None
    assert opening.astimezone(UTC) == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
    after = next_opening(early, DENVER, opening.astimezone(UTC) + timedelta(minutes=10))
    assert after is not None
    assert after.date() == denver(2026, 11, 8).date()


@pytest.mark.parametrize("ask", [is_open, next_opening])
def test_a_time_without_a_zone_is_refused(ask: object) -> None:
    with pytest.raises(ValueError, match="time zone"):
        ask(WEEK, DENVER, datetime(2026, 11, 16, 9))  # type: ignore[operator]


def test_neighbouring_days_with_the_same_hours_stand_together() -> None:
    assert [days for days, _ in groups(WEEK)] == [(0,), (1, 2, 3, 4), (5, 6)]


@given(
    at=st.datetimes(
        min_value=datetime(2020, 1, 1),
        max_value=datetime(2035, 1, 1),
        timezones=st.just(UTC),
    )
)
def test_the_next_opening_is_open_later_and_within_eight_days(at: datetime) -> None:
    opening = next_opening(WEEK, DENVER, at)
    assert opening is not None
    assert timedelta(0) < opening - at < timedelta(days=8)
    assert is_open(WEEK, DENVER, opening)
    assert not is_open(WEEK, DENVER, opening - timedelta(minutes=1))
