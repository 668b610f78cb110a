"""The parts of the report say what was counted."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

from staff.plain_names import LEVELS
from staff.report import sections
from staff.report.counts import Counts
from staff.report.period import Period

DAY = date(2026, 11, 16)


def counts(**known: object) -> Counts:
    found = Counts(conversations=40, per_day=Counter({DAY: 30, DAY + timedelta(days=2): 10}))
    for name, value in known.items():
        setattr(found, name, value)
    return found


def lead(part: str) -> str:
    found = re.search(r'<p class="lead">(.*?)</p>', part)
    assert found
    return found[1]


def test_days_without_conversations_are_shown() -> None:
    part = sections.per_day(counts(), Period(DAY - timedelta(days=1), DAY + timedelta(days=3)))
    assert lead(part) == "40 conversations in 5 days, 8.0 a day; the busiest day was Monday, 16 November 2026, with 30."
    assert '<th scope="row">15 Nov</th><td class="n">0</td>' in part
    assert '<th scope="row">17 Nov</th><td class="n">0</td>' in part
    assert '<th scope="row">19 Nov</th><td class="n">0</td>' in part


def test_many_days_become_weeks_and_many_weeks_months() -> None:
    weeks = sections.per_day(counts(), Period(DAY - timedelta(days=100), DAY + timedelta(days=2)))
    assert "Conversations by week" in weeks
    assert '<th scope="row">16 Nov 26</th><td class="n">40</td>' in weeks
    old = counts(per_day=Counter({DAY: 30, DAY - timedelta(days=1000): 10}))
    months = sections.per_day(old, Period(None, DAY))
    assert '<th scope="row">Nov 2026</th><td class="n">30</td>' in months
    assert months.count("<tr>") - 1 == 34


def test_a_period_from_long_ago_is_not_drawn_day_by_day() -> None:
    part = sections.per_day(counts(), Period(date(1, 1, 1), DAY + timedelta(days=2)))
    assert "in 369 days" in lead(part)


def test_every_level_has_its_row_and_its_colour() -> None:
    levels: Counter[str | None] = Counter({"call_911": 3, "call_clinic": 10, "self_care": 20, None: 7})
    part = sections.outcomes(counts(levels=levels))
    assert lead(part).startswith("3 of 40 (8 %) were told of an emergency (988, 911 or the ER), 10 of 40 (25 %)")
    for level in LEVELS.values():
        assert f'<th scope="row">{level.title}</th>' in part
    assert '<th scope="row">No level told</th><td class="n">7</td>' in part
    assert LEVELS["call_911"].box in part


def test_where_patients_stop_names_the_worst_question() -> None:
    asked, silent = Counter(emergency_signs=40, onset=20, confirm=1), Counter(onset=5, emergency_signs=2)
    part = sections.stops(counts(asked=asked, silent=silent, told=30, elsewhere=3), ("emergency_signs", "onset"))
    assert lead(part) == "7 of 40 (18 %) ended with a question open, most often at onset (5 of 20 who were asked)."
    assert '<th scope="row">Onset</th><td class="n">20</td><td class="n">5</td>' in part
    assert "A check of single signs" in part
    assert '<th scope="row">A level told, nothing open</th><td class="n">30</td>' in part


def test_nobody_stopped() -> None:
    assert lead(sections.stops(counts(), ())) == "0 of 40 (0 %) ended with a question open."


def test_flags_come_with_what_was_asked() -> None:
    asked, present, unsure = Counter(fever=30, collapse=40), Counter(fever=2), Counter(fever=1)
    known = counts(flags_asked=asked, flags_present=present, flags_unsure=unsure)
    part = sections.flags(known, ("collapse", "fever", "child"))
    assert lead(part) == "1 red flag of 3 came up; most often fever (2)."
    assert '<th scope="row">Fever</th><td class="n">30</td><td class="n">2</td><td class="n">1</td>' in part
    assert '<th scope="row">Collapse</th><td class="n">40</td><td class="n">0</td>' in part
    assert "someone under 18" not in part.lower()
    assert lead(sections.flags(counts(), ("fever",))) == "No red flag was stated."


def test_first_aid_says_how_far_patients_came() -> None:
    part = sections.first_aid(counts(first_aid=35, steps=Counter(lie_down=35, ice=12)), ("lie_down", "ice", "stretch"))
    assert lead(part) == (
        "35 of 40 (88 %) came to the first-aid steps; 12 of 35 (34 %) of them saw “Ice”, the last one shown."
    )
    assert '<th scope="row">3. Stretch</th><td class="n">0</td>' in part


def test_the_phone_number_is_counted_by_answer() -> None:
    known = counts(phone=4, phone_times=6, phone_by=Counter(utter_same=5, utter_phone=1))
    part = sections.phone(known, "(406) 388-8118")
    assert lead(part) == "The number (406) 388-8118 was shown in 4 of 40 (10 %) conversations, 6 times in all."
    assert '<th scope="row">utter_same</th><td class="n">5</td>' in part
