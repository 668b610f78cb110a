"""One spelling for the many ways in which people write about time."""

from __future__ import annotations

import pytest

from triage.time_words import time_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2-3 wks", "2 to 3 weeks"),
        ("2 – 3 weeks", "2 to 3 weeks"),
        ("an hour and a half", "1.5 hour"),
        ("two and a half weeks", "2.5 weeks"),
        ("week and a half", "1.5 week"),
        ("half an hour", "0.5 hour"),
        ("1/2 hr", "0.5 hours"),
        ("2 1/2 days", "2.5 days"),
        ("2½ days", "2.5 days"),
        ("at 3:30 pm", "at clock 1530"),
        ("12 a.m.", "clock 0000"),
        ("3/14", "slashdate 3 14 0"),
        ("3/14/25", "slashdate 3 14 25"),
        ("pain 8/10", "pain"),
        ("since 8/10", "since slashdate 8 10 0"),
        ("twenty five days", "25 days"),
        ("a dozen days", "12 days"),
        ("third day", "3 rd day"),
        ("twenty-first of May", "21 st of may"),
        ("the sixteenth", "the 16 th"),
        ("5 hrs. ago", "5 hours ago"),
        ("3d", "3 days"),
        ("10min", "10 minutes"),
        ("2day", "today"),
        ("yesturday", "yesterday"),
        ("wensday", "wednesday"),
        ("tusday", "tuesday"),
        ("2 dyas", "2 days"),
        ("this AM", "this morning"),
        ("L4/5 disc", "l 4 5 disc"),
        ("mourning", "mourning"),
        ("week n a half", "1.5 week"),
        ("too and a half weeks", "2.5 weeks"),
        ("2026-11-10", "slashdate 11 10 2026"),
        ("11-10-26", "slashdate 11 10 26"),
        ("Nov. 16th", "november 16 th"),
        ("I sat on the couch sat night", "i sat on the couch saturday night"),
        ("at 5 in the morning", "at clock 0500"),
        ("at 2 at night", "at clock 0200"),
        ("under two weeks but over one", "under 2 weeks but over 1 weeks"),
        ("two dozen days", "24 days"),
        ("a weak leg", "a weak leg"),
        ("due to weeks of work", "due to weeks of work"),
        ("for days", "for days"),
        ("", ""),
    ],
)
def test_it_is_brought_into_one_spelling(text: str, line: str) -> None:
    assert time_line(text).split() == line.split()


def test_the_line_begins_and_ends_with_a_space() -> None:
    assert time_line("3 days") == " 3 days "
