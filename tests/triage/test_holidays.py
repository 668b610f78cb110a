"""The dates of the days that people name."""

from __future__ import annotations

from datetime import date

import pytest

from triage.holidays import HOLIDAYS, holiday


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2026, 11, 26)),
        ("remembrance sunday", date(2026, 11, 8)),
        ("thanksgiving", date(2024, 11, 28)),
        ("memorial day", date(2026, 5, 25)),
        ("labor day", date(2026, 9, 7)),
        ("mlk day", date(2027, 1, 18)),
        ("easter", date(2024, 3, 31)),
        ("easter", date(2025, 4, 20)),
        ("easter", date(2026, 4, 5)),
        ("easter", date(2038, 4, 25)),
        ("easter", date(1981, 4, 19)),
        ("easter", date(1954, 4, 18)),
        ("easter", date(2000, 4, 23)),
        ("christmas", date(2026, 12, 25)),
        ("4 th of july", date(2026, 7, 4)),
        ("election day", date(2026, 11, 3)),
        ("election day", date(2022, 11, 8)),
        ("columbus day", date(2026, 10, 12)),
        ("black friday", date(2026, 11, 27)),
        ("good friday", date(2026, 4, 3)),
        ("mardi gras", date(2026, 2, 17)),
        ("clocks went back", date(2026, 11, 1)),
        ("clocks went forward", date(2026, 3, 8)),
    ],
)
def test_the_date_of_a_holiday(name: str, day: date) -> None:
    assert holiday(name, day.year) == day


@pytest.mark.parametrize("name", HOLIDAYS)
def test_every_holiday_has_a_date_in_every_year(name: str) -> None:
    for year in range(1930, 2100):
        assert holiday(name, year).year == year
