"""One file: its text, its lines, and why it cannot be read."""

from __future__ import annotations

from staff.check.document import read_document

FOLDED = b"""a:
- text: >-
    One line.
    Then call {clinic_phone}.
    The end.
b: plain
"""


def test_a_file_that_can_be_read() -> None:
    document = read_document("data/x.yml", "rasa_data", FOLDED)
    assert document.broken is None
    assert document.value["b"] == "plain"


def test_the_line_on_which_some_words_stand() -> None:
    document = read_document("data/x.yml", "rasa_data", FOLDED)
    text = document.value["a"][0]["text"]
    assert document.line_with(text, "Then call {clinic_phone}.").line == 4
    assert document.line_with(text, "The end.").line == 5
    assert document.line_with(text, "line. Then call").line == 3
    assert document.line_with(text, "elsewhere").line == 2


def test_a_file_that_is_no_yaml_says_why() -> None:
    broken = read_document("data/x.yml", "rasa_data", b"a: b\nc: 'd\n").broken
    assert broken is not None and broken.at.line == 2


def test_a_file_of_another_encoding_says_where() -> None:
    broken = read_document("data/x.yml", "rasa_data", "a: b\nc: é\n".encode("latin-1")).broken
    assert broken is not None
    assert (broken.at.line, broken.change) == (2, "save the file as UTF-8")


def test_a_file_is_read_once() -> None:
    assert read_document("x", "y", b"a: b") is read_document("x", "y", b"a: b")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_document("x", "y", b"\xef\xbb\xbfa: b").value == {"a": "b"}
