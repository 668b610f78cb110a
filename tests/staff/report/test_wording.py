"""Numbers in words, honest where they are small."""

from __future__ import annotations

from datetime import date

from staff.report.wording import day_words, number, percent, share


def test_small_numbers_have_no_percentage() -> None:
    assert share(3, 7) == "3 of 7"
    assert share(0, 0) == "0 of 0"
    assert share(12, 40) == "12 of 40 (30 %)"


def test_little_is_not_nothing_and_much_is_not_all() -> None:
    assert percent(1, 1000) == "under 1 %"
    assert percent(0, 1000) == "0 %"
    assert percent(999, 1000) == "over 99 %"
    assert percent(1000, 1000) == "100 %"
    assert percent(0, 0) == "–"


def test_one_is_not_many() -> None:
    assert number(1, "day") == "1 day"
    assert number(1200, "day") == "1,200 days"
    assert number(2, "child", "children") == "2 children"
    assert day_words(date(2026, 11, 3)) == "3 November 2026"
