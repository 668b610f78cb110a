"""The days on which a report looks, in the clinic's time zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """From `first` to `last`, both of them in it; None for no end."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class PeriodError(ValueError):
    """The options name no days; the text says what to change."""


def chosen_period(since: str | None, until: str | None, days: int | None, today: date) -> Period:
    """The period that the options ask for; it ends today at the latest.

    Raises PeriodError for dates that are none, in the wrong order or to come.
    """
    if days is not None and (since or until):
        raise PeriodError("Use --days, or --since and --until, but not both.")
    if days is not None:
        if days < 1:
            raise PeriodError(f"--days {days}: at least one day, for example --days 7.")
        return Period(_days_before(today, days - 1), today)
    first, last = _date("--since", since), _date("--until", until)
    if first and last and last < first:
        raise PeriodError(f"--until {last} is before --since {first}.")
    if first and first > today:
        raise PeriodError(f"--since {first} is still to come.")
    return Period(first, min(last or today, today))


def _days_before(today: date, days: int) -> date | None:
    return today - timedelta(days=days) if days < today.toordinal() else None


def _date(option: str, written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise PeriodError(f"{option} {written}: write a date as year-month-day, for example 2026-11-16.") from None


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
