"""Rules and stories by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.courses import check
from tests.staff.check.made import found, topic

A, B = "  - intent: ask_cost\n", "  - action: utter_cost\n"


def findings(root: Path, steps: str, kind: str = "rule") -> list[str]:
    plural = "rules" if kind == "rule" else "stories"
    return found(check, topic(root, f"{plural}:\n- {kind}: Cost\n  steps:\n{steps}"))


@pytest.mark.parametrize(
    "steps",
    [
        A + B,
        A + B + B,
        A + B + A + B,
        "  - slot_was_set:\n    - triaged: true\n" + A + B,
        "  - action: triage_form\n  - active_loop: null\n" + B,
        A + "  - active_loop: triage_form\n",
    ],
)
def test_courses_that_are_whole(tmp_path: Path, steps: str) -> None:
    assert findings(tmp_path, steps, "story") == []


@pytest.mark.parametrize(
    ("steps", "line", "says"),
    [
        (A, 4, "after `ask_cost` this rule says nothing"),
        (B, 4, "this rule begins with what the bot does"),
        (A + A + B, 5, "follow one another without an answer"),
        (A + B + A, 6, "after `ask_cost` this rule says nothing"),
    ],
)
def test_courses_that_lost_a_step(tmp_path: Path, steps: str, line: int, says: str) -> None:
    (finding,) = findings(tmp_path, steps)
    assert finding.startswith(f"data/topics/parking.yml:{line}: ")
    assert says in finding


def test_two_with_one_name(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, A + B + "- rule: Cost\n  steps:\n" + A + B)
    assert "the rule `Cost` has the same name as the one in data/topics/parking.yml:2" in finding
