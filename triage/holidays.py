"""The days that US patients name instead of a date: "since Thanksgiving"."""

from __future__ import annotations

from datetime import date, timedelta


def holiday(name: str, year: int) -> date:
    """The date of a holiday in a year. Raises KeyError for a name that is not in HOLIDAYS."""
    rule = HOLIDAYS[name]
    if len(rule) == 1:
        return _easter(year) + timedelta(days=rule[0])
    if len(rule) == 2:
        month, day = rule
        return date(year, month, day)
    month, weekday, nth, *later = rule
    return _nth_weekday(year, month, weekday, nth) + timedelta(days=sum(later))


# (month, day), or (month, weekday from Monday = 0, which one; -1 the last), or days from Easter.
# A fourth number is so many days later: Election Day is the day after November's first Monday.
# The federal ones are those of 5 U.S.C. 6103, Election Day of 2 U.S.C. 7, the days on which the
# clocks change of 15 U.S.C. 260a; the others are customs.
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
    "august bank holiday": (8, 0, -1),
    "spring bank holiday": (5, 0, -1),
    "may bank holiday": (5, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "turkey day": (11, 3, 4),
    "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4),
    "canadian thanksgiving": (10, 0, 2),
    "remembrance sunday": (11, 6, 2),
    "indigenous peoples day": (10, 0, 2),
    "indigenous people day": (10, 0, 2),
    "martin luther king day": (1, 0, 3),
    "martin luther king jr day": (1, 0, 3),
    "president day": (2, 0, 3),
    "veteran day": (11, 11),
    "vets day": (11, 11),
    "armistice day": (11, 11),
    "election day": (11, 0, 1, 1),
    "election night": (11, 0, 1, 1),
    "the election": (11, 0, 1, 1),
    "the midterms": (11, 0, 1, 1),
    "groundhog day": (2, 2),
    "super bowl": (2, 6, 2),
    "superbowl": (2, 6, 2),
    "valentine day": (2, 14),
    "saint patricks": (3, 17),
    "st paddy": (3, 17),
    "st paddys": (3, 17),
    "april fools": (4, 1),
    "april fool": (4, 1),
    "tax day": (4, 15),
    "earth day": (4, 22),
    "cinco de mayo": (5, 5),
    "flag day": (6, 14),
    "july 4": (7, 4),
    "day of the dead": (11, 2),
    "all saints day": (11, 1),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "easter": (0,),
    "good friday": (-2,),
    "palm sunday": (-7,),
    "ash wednesday": (-46,),
    "mardi gras": (-47,),
    "fat tuesday": (-47,),
    **dict.fromkeys(
        [
            "clocks went back",
            "clocks fell back",
            "clocks changed",
            "clocks turned back",
            "clocks moved back",
            "clock went back",
            "clock change",
            "set the clocks back",
            "turned the clocks back",
            "changed the clocks",
            "fell back an hour",
            "end of daylight savings",
            "end of daylight saving",
            "daylight savings ended",
            "daylight saving ended",
            "daylight savings time ended",
            "time change",
            "time changed",
        ],
        (11, 6, 1),
    ),
    **dict.fromkeys(
        [
            "clocks went forward",
            "clocks sprang forward",
            "clocks moved forward",
            "daylight savings started",
            "daylight savings began",
            "daylight saving began",
        ],
        (3, 6, 2),
    ),
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
