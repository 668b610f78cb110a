"""What is said of a file that is no YAML."""

from __future__ import annotations

import pytest

from staff.check.document import read_document


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: b: c\n", 1, "has a colon where none can be"),
        ("a: b\nc: \"d\ne: f\n", 2, "does not end"),
        ("a: 'it's'\n", 1, "quote in the middle"),
        ("a:\n  - b\n c: d\n", 3, "too far to the left"),
        ("a: *b\n", 1, "not defined above"),
        ("a: [b, c\nd: e\n", 2, "missing ]"),
        ("a: {b: c\nd: e\n", 2, "missing }"),
        ("- a\nb: c\n", 2, "does not fit into the list"),
        ("a: @b\n", 1, "put the text in quotes"),
        ("a: |\n    b\n  c\nd: e\n", 3, "too far to the left"),
        ("a: b\n---\nc: d\n", 2, "has --- in the middle"),
        ("a: \"b \\q\"\n", 1, "backslash"),
        ("a: &x b\nc: &x d\n", 2, "defines the same name"),
        ("- intent:greet\n  examples: a\n", 1, "no space after its colon"),
        ("a:\n  -title: b\n  - c: d\n", 2, "no space after its dash"),
        ("a: b\nc: d\x0be\n", 2, "cannot be seen"),
        ("a: “b: c”\n", 1, "typographic quotes"),
        ("- rule - a\n  steps: b\n", 1, "no colon after its key"),
    ],
)
def test_a_mistake_is_said_on_its_line(text: str, line: int, says: str) -> None:
    broken = read_document("x.yml", "y", text.encode()).broken
    assert broken is not None
    assert says in str(broken)
    assert broken.at.line == line
