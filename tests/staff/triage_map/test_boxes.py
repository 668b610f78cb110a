"""The shapes of the map."""

from __future__ import annotations

from staff.plain_names import LEVELS
from staff.triage_map.boxes import Canvas, arrow_down, note, pill


def test_a_levels_box_has_its_name_and_its_colour() -> None:
    drawn = pill(0, 0, 196, 28, "call_911", before="2", behind="at once")
    assert LEVELS["call_911"].box in drawn
    assert "2   Call 911" in drawn
    assert "at once" in drawn


def test_an_arrow_and_a_note_take_their_room() -> None:
    canvas = Canvas(y=10)
    arrow_down(canvas, 30, "none & all")
    assert canvas.y == 40
    assert "none &amp; all" in "".join(canvas.parts)
    note(canvas, "word " * 60)
    assert canvas.y > 40 + 2 * 19
