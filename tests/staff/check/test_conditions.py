"""Variations of an answer and their conditions."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.conditions import check
from tests.staff.check.made import found, made, topic

FREE = "  - text: a\n"


def when(**slots: str) -> str:
    lines = "".join(f"    - {{type: slot, name: {name}, value: {value}}}\n" for name, value in slots.items())
    return f"  - text: b\n    condition:\n{lines}"


def findings(root: Path, *variations: str) -> list[str]:
    return found(check, topic(root, "responses:\n  utter_a:\n" + "".join(variations)))


@pytest.mark.parametrize(
    "variations",
    [
        (FREE,),
        (FREE, when(patient="other")),
        (when(patient="other"), FREE),
        (FREE, when(disposition="go_to_er"), when(disposition="call_911")),
        (FREE, when(disposition="go_to_er", patient="self"), when(disposition="go_to_er", patient="other")),
    ],
)
def test_variations_that_fit_together(tmp_path: Path, variations: tuple[str, ...]) -> None:
    assert findings(tmp_path, *variations) == []


@pytest.mark.parametrize(
    ("variations", "says"),
    [
        ((FREE, FREE), "two variations without a condition (the first on line 3)"),
        ((when(patient="other"),), "no variation without a condition"),
        ((FREE, when(patient="other"), when(patient="other")), "can hold at once (the other on line 4)"),
        ((FREE, when(patient="other"), when(disposition="go_to_er")), "can hold at once"),
        ((FREE, when(patient="others")), "never has the value `others`: did you mean `other`?"),
    ],
)
def test_variations_that_do_not(tmp_path: Path, variations: tuple[str, ...], says: str) -> None:
    (finding,) = findings(tmp_path, *variations)
    assert says in finding


def test_an_answer_in_two_files_is_another_finding(tmp_path: Path) -> None:
    text = "responses:\n  utter_a:\n" + FREE
    assert found(check, made(tmp_path, {"data/topics/a.yml": text, "data/topics/b.yml": text})) == []
