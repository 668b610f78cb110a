"""A message is cut where a new thought begins, and nothing of it is lost to the detector."""

from __future__ import annotations

import pytest

from triage.clauses import clauses


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("my back locked up", ["my back locked up"]),
        (
            "my back locked up but my leg is fine",
            ["my back locked up but my leg is fine", "my back locked up", "my leg is fine"],
        ),
        (
            "Stuck all week. Nothing came out since!",
            ["Stuck all week. Nothing came out since!", "Stuck all week", "Nothing came out since"],
        ),
        ("ouch, my back hurts", ["ouch, my back hurts"]),
        ("…", ["…"]),
        ("", [""]),
    ],
)
def test_a_message_and_its_clauses(text: str, wanted: list[str]) -> None:
    assert [clause.text for clause in clauses(text)] == wanted


def test_of_a_long_story_the_beginning_and_the_end_are_read() -> None:
    story = " and ".join(f"then thing {n} happened" for n in range(40))
    found = [clause.text for clause in clauses(story)]
    assert found[0] == story
    assert len(found) == 9
    assert found[1].endswith("thing 0 happened") and found[-1].endswith("thing 39 happened")


def test_a_clause_says_where_it_stands() -> None:
    text = "my back locked up but my leg is fine"
    assert [text[clause.start : clause.end].strip() for clause in clauses(text)] == [c.text for c in clauses(text)]
