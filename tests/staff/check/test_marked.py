"""YAML values with their lines."""

from __future__ import annotations

from staff.check.finding import Mark
from staff.check.marked import Items, Map, Text, map_in, maps_in, mark_of, read_marked, text_in, texts_in

YAML = """\
name: one
list:
- a: 1
- &b b
again: *b
long: |
  first
  second
no: off
"""
READING = read_marked("x.yml", YAML)
VALUE = READING.value


def test_values_are_what_yaml_says() -> None:
    assert VALUE == {"name": "one", "list": [{"a": 1}, "b"], "again": "b", "long": "first\nsecond\n", "no": False}
    assert isinstance(VALUE, Map) and isinstance(VALUE["list"], Items) and isinstance(VALUE["name"], Text)


def test_keys_items_and_texts_know_their_lines() -> None:
    assert mark_of(VALUE, "again") == Mark("x.yml", 5)
    assert mark_of(VALUE["list"], 1) == Mark("x.yml", 4)
    assert VALUE["name"].at.line == 1
    assert (VALUE["long"].at.line, VALUE["long"].last, VALUE["long"].style) == (6, 8, "|")


def test_what_stands_behind_a_star_has_the_line_of_its_anchor() -> None:
    assert VALUE["again"].at.line == 4


def test_an_entry_that_is_not_there_stands_where_its_container_does() -> None:
    assert mark_of(VALUE["list"][0], "z") == Mark("x.yml", 3)


def test_keys_and_values_that_are_no_texts_are_noted() -> None:
    assert [(raw, at.line) for raw, at in READING.unquoted] == [("1", 3), ("no", 9), ("off", 9)]


def test_a_key_that_stands_twice_is_noted_and_the_first_stays() -> None:
    reading = read_marked("x.yml", "a: 1\nb: 2\na: 3\n")
    assert [(key, at.line, first.line) for key, at, first in reading.twice] == [("a", 3, 1)]
    assert reading.value["a"] == 1


def test_what_stands_below_a_key_is_found_whatever_else_is_there() -> None:
    assert maps_in(VALUE, "list") == [{"a": 1}]
    assert maps_in(VALUE, "name") == []
    assert map_in(VALUE, "list") is None
    assert text_in(VALUE, "name") == "one"
    assert text_in(VALUE, "no") is None
    assert texts_in(VALUE, "list") == ["b"]
    assert texts_in(VALUE, "name") == ["one"]
    assert texts_in("text", "name") == []


def test_an_empty_file_says_nothing() -> None:
    assert read_marked("x.yml", "# nothing\n").value is None
