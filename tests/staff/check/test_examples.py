"""Examples of intents."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.examples import check
from tests.staff.check.made import found, topic

MANY = "".join(f"    - may I leave car number {word} there\n" for word in "abcdefgh")


def findings(root: Path, more: str, other: str = "") -> list[str]:
    text = f"nlu:\n- intent: ask_parking\n  examples: |\n{MANY}{more}"
    return found(check, topic(root, text + (f"- intent: ask_cost\n  examples: |\n{other}" if other else "")))


def test_enough_examples_that_differ_have_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, "") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("    no dash\n", "has no dash, so it is no example (no dash)"),
        ("    # a comment\n", "has no dash"),
        ("    -\n", "is an empty example"),
        ("    -no space\n", "no space after its dash"),
        ("    - /ask_parking\n", "is a payload"),
        ("    - May I leave car number A there?\n", "stands already in data/topics/parking.yml:4"),
    ],
)
def test_lines_that_are_no_good_example(tmp_path: Path, line: str, says: str) -> None:
    (finding,) = findings(tmp_path, line)
    assert finding.startswith("data/topics/parking.yml:12: ")
    assert says in finding


def test_too_few(tmp_path: Path) -> None:
    (finding,) = [one for one in findings(tmp_path, "", "    - what is the price\n") if "only" in one]
    assert finding.startswith("data/topics/parking.yml:12: `ask_cost` has only 1 examples")


def test_one_example_under_two_intents_names_both(tmp_path: Path) -> None:
    said = findings(tmp_path, "    - what is it\n", "    - What is it?\n")
    assert any(":15: `What is it?` is an example of `ask_cost` here and of `ask_parking` in data/topics/parking.yml:12"
               in finding for finding in said), said  # fmt: skip


def test_examples_that_nearly_repeat_one_another(tmp_path: Path) -> None:
    said = findings(tmp_path, "    - is there a garage nearby\n", "    - is there a garag nearby\n")
    assert any("nearly repeats `is there a garage nearby` of `ask_parking`" in finding for finding in said), said
