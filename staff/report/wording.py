"""The plain sentences and numbers of the report, honest about small numbers."""

from __future__ import annotations

from datetime import date

# Below this many, one conversation more or less would move a percentage by more than three points.
ENOUGH_FOR_PERCENT = 30


def share(part: int, of: int) -> str:
    """ "12 of 40 (30 %)"; without a percentage where there are too few."""
    if of < ENOUGH_FOR_PERCENT:
        return f"{part} of {of}"
    return f"{part} of {of} ({percent(part, of)})"


def percent(part: int, of: int) -> str:
    """A whole percentage; what is not nothing is not called 0 %, and what is not all is not called 100 %."""
    if part and part * 200 < of:
        return "under 1 %"
    if part < of and part * 200 > of * 199:
        return "over 99 %"
    return f"{round(100 * part / of)} %" if of else "–"


def day_words(day: date) -> str:
    """ "3 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def number(count: int, one: str, more: str | None = None) -> str:
    """ "1 conversation", "2 conversations"; the plural is given where it is no plain s."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"
