"""In the terminal, lines are short, places stand below, and colours only where they are wanted."""

from __future__ import annotations

from staff.trying.show import as_text
from staff.trying.words import Line, Section

LONG = "word " * 40
SECTIONS = [
    Section("Danger signs", (Line(LONG, ("a.yml:3",)),), alarm=True),
    Section("The patient reads", (Line("One.\n\nTwo.", (), quoted=True),)),
]


def test_it_is_plain_text_within_its_width() -> None:
    shown = as_text("The patient writes: hi", SECTIONS, colours=False, width=60)
    assert shown.startswith("The patient writes: hi\n\nDanger signs\n  word word")
    assert max(map(len, shown.splitlines())) <= 60
    assert "\n      a.yml:3\n" in shown
    assert "\n  | One.\n  |\n  | Two.\n" in shown
    assert "\033" not in shown


def test_colours_mark_headings_and_places() -> None:
    shown = as_text("x", SECTIONS, colours=True)
    assert "\033[1m\033[31mDanger signs\033[0m" in shown
    assert "\033[2m      a.yml:3\033[0m" in shown
