"""The tables and the page say what was measured."""

from __future__ import annotations

import re

from bench.page import html_page
from bench.report import aligned, flag_table, shares_at, text_report
from tests.bench.results import FLAGS, INTENTS, RESULTS


def test_the_report_has_every_flag_and_intent() -> None:
    said = text_report(RESULTS)
    for name in ("urinary_retention", "fever", "greet", "thanks", "expected calibration error"):
        assert name in said


def test_a_flags_row_says_who_caught_it() -> None:
    row = next(row for row in flag_table(FLAGS) if row[0] == "urinary_retention")
    assert row[1:5] == ("33", "33", "67", "67")
    assert row[-1] == "3"


def test_a_threshold_parts_understood_wrong_and_asked_again() -> None:
    assert shares_at(INTENTS, 0.0) == (2 / 3, 1 / 3, 0.0)
    understood, wrong, again = shares_at(INTENTS, 0.7)
    assert (round(understood, 2), wrong, round(again, 2)) == (0.33, 0.0, 0.67)


def test_columns_are_aligned() -> None:
    assert aligned([("a", "1"), ("bbb", "22")]) == "a     1\nbbb  22"


def test_the_page_asks_nobody_else() -> None:
    page = html_page(RESULTS, "Made from <abc>.")
    assert page.count("<svg") == 4
    assert "&lt;abc&gt;" in page
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    assert "@import" not in page
