"""The findings in the terminal and for an editor."""

from __future__ import annotations

import json

from staff.check.finding import Finding, Mark, warning
from staff.check.show import as_json, as_text, last_line

FOUND = [
    Finding(Mark("clinic.yml", 3), "`phone` is empty", "write it"),
    warning(Mark("clinic.yml", 9), "is odd", "look at it"),
    Finding(Mark("data/a.yml", 1), "is wrong", "mend it"),
]


def test_findings_stand_below_their_file_each_on_a_line() -> None:
    lines = as_text(FOUND).splitlines()
    assert lines[0] == "clinic.yml"
    assert lines[1] == "  clinic.yml:3: `phone` is empty: write it  [error]"
    assert lines[2].endswith("[warning]")
    assert lines[3] == "data/a.yml"


def test_the_last_line_counts_and_says_what_next() -> None:
    assert last_line(FOUND).startswith("2 errors: mend them, then run ./bot check again. 1 warning:")
    assert last_line(FOUND[:1]).startswith("1 error: mend it,")
    said = last_line(FOUND[1:2], ["serve", "try"])
    assert said.startswith("No errors. 1 warning: please look at it. Next: ./bot try shows")
    assert said.endswith("./bot serve starts the bot with it.")
    assert last_line([]) == "No errors."


def test_colours_only_when_asked_for() -> None:
    assert "\033[" not in as_text(FOUND)
    assert "\033[31merror\033[0m" in as_text(FOUND, colours=True)


def test_an_editor_gets_places_levels_and_numbers() -> None:
    told = json.loads(as_json(FOUND))
    assert (told["errors"], told["warnings"]) == (2, 1)
    assert told["findings"][0] == {
        "file": "clinic.yml",
        "line": 3,
        "level": "error",
        "wrong": "`phone` is empty",
        "change": "write it",
    }
