"""A card and the ways that lead from it."""

from __future__ import annotations

from staff.triage_map.boxes import Canvas
from staff.triage_map.ways import Way, row


def test_more_ways_take_more_room_and_each_is_drawn() -> None:
    few, many = Canvas(), Canvas()
    row(few, "1", "Onset", ["one answer"], [Way("yes", "call_clinic")])
    ways = [
        Way("a ·\nb", "call_911", "at once"),
        Way("c", "go_to_er"),
        Way("d", "see_doctor_today", "told after question 4"),
    ]
    row(many, "2", "Signs", ["tick list"], [*ways, Way("e", when="only with other signs")], "utter_ask_signs")
    assert many.y > few.y
    drawn = "".join(many.parts)
    for words in ("Signs", "utter_ask_signs", "a · b", "Call 911", "at once", "told after question 4"):
        assert words in drawn
    assert "only with other signs" in drawn


def test_answers_are_broken_between_two_names_only() -> None:
    lines = Way(" ·\n".join(["recent spine procedure"] * 4)).lines()
    assert len(lines) > 1
    assert all(line.startswith("recent") for line in lines)
