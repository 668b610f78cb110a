"""The pieces of SVG: escaped, and wrapped where there is room."""

from __future__ import annotations

from xml.etree import ElementTree

from staff.svg import element, text, text_width, wrapped


def test_what_is_written_is_escaped() -> None:
    drawn = element("g", text(1, 2, 'a < "b" & c', class_="x"), font_size=12, id='"><script>')
    parsed = ElementTree.fromstring(drawn)
    assert parsed.get("id") == '"><script>'
    assert parsed.get("font-size") == "12"
    assert parsed[0].text == 'a < "b" & c'
    assert parsed[0].get("class") == "x"


def test_numbers_are_short() -> None:
    assert element("rect", x=1 / 3, y=2.0) == '<rect x="0.3" y="2"/>'


def test_lines_are_no_wider_than_their_room() -> None:
    lines = wrapped("one two three four five six".split(), 10, 60)
    assert len(lines) > 1
    assert all(text_width(line, 10) <= 60 for line in lines)
    assert " ".join(lines) == "one two three four five six"


def test_a_word_that_is_too_wide_stands_alone() -> None:
    assert wrapped(["a", "x" * 40, "b"], 10, 60) == ["a", "x" * 40, "b"]
    assert wrapped([], 10, 60) == []
