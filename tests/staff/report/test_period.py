"""The days that the options ask for."""

from __future__ import annotations

from datetime import date

import pytest

from staff.report.period import Period, PeriodError, chosen_period, days_from

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("since", "until", "days", "period"),
    [
        (None, None, None, Period(None, TODAY)),
        ("2026-11-16", None, None, Period(date(2026, 11, 16), TODAY)),
        (None, "2026-11-16", None, Period(None, date(2026, 11, 16))),
        (None, "2099-01-01", None, Period(None, TODAY)),
        (None, None, 1, Period(TODAY, TODAY)),
        (None, None, 7, Period(date(2026, 11, 16), TODAY)),
        (None, None, 10**9, Period(None, TODAY)),
    ],
)
def test_options_become_days(since: str | None, until: str | None, days: int | None, period: Period) -> None:
    assert chosen_period(since, until, days, TODAY) == period


@pytest.mark.parametrize(
    ("since", "until", "days", "said"),
    [
        ("yesterday", None, None, "--since yesterday: write a date as year-month-day"),
        (None, "16.11.2026", None, "--until 16.11.2026: write a date"),
        ("2026-11-20", "2026-11-19", None, "--until 2026-11-19 is before --since 2026-11-20"),
        ("2026-11-23", None, None, "still to come"),
        (None, None, 0, "at least one day"),
        ("2026-11-20", None, 3, "but not both"),
    ],
)
def test_what_names_no_days_is_said(since: str | None, until: str | None, days: int | None, said: str) -> None:
    with pytest.raises(PeriodError, match=said):
        chosen_period(since, until, days, TODAY)


def test_both_ends_belong_to_it() -> None:
    period = Period(date(2026, 11, 16), date(2026, 11, 17))
    assert [day in period for day in days_from(date(2026, 11, 15), date(2026, 11, 18))] == [False, True, True, False]
