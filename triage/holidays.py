"""The days that US patients name instead of a date: "since Thanksgiving"."""

from __future__ import annotations

from datetime import date, timedelta


def holiday(name: str, year: int) -> date:
    """The date of a holiday in a year. Raises KeyError for a name that is not in HOLIDAYS."""
    rule = HOLIDAYS[name]
    if not rule:
        return _easter(year)
    if len(rule) == 2:
        month, day = rule
        return date(year, month, day)
    month, weekday, nth = rule
    return _nth_weekday(year, month, weekday, nth)


# (month, day), or (month, weekday from Monday = 0, which one; -1 the last).
# Easter has a rule of its own.
HOLIDAYS: dict[str, tuple[int, ...]] = {
    "new year": (1, 1),
    "new years": (1, 1),
    "new year eve": (12, 31),
    "valentine": (2, 14),
    "valentines": (2, 14),
    "saint patrick": (3, 17),
    "st patrick": (3, 17),
    "st patricks": (3, 17),
    "juneteenth": (6, 19),
    "4 th of july": (7, 4),
    "4 of july": (7, 4),
    "fourth of july": (7, 4),
    "july 4 th": (7, 4),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "mlk day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "mother day": (5, 6, 2),
    "mothers day": (5, 6, 2),
    "memorial day": (5, 0, -1),
    "father day": (6, 6, 3),
    "fathers day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "easter": (),
}


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, after Gauss."""
    century = year // 100
    moon = (15 + century - century // 4 - (8 * century + 13) // 25) % 30
    sunday = (4 + century - century // 4) % 7
    full = (19 * (year % 19) + moon) % 30
    rest = (2 * (year % 4) + 4 * (year % 7) + 6 * full + sunday) % 7
    if full == 29 and rest == 6:
        rest -= 7
    if full == 28 and rest == 6 and (11 * moon + 11) % 30 < 19:
        rest -= 7
    return date(year, 3, 22) + timedelta(days=full + rest)
