"""The names in the conversations of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.conversations import check
from tests.staff.check.made import found, made

OPENINGS = "self_care:\n- patient: a\n  responses: utter_a\n"
TALK = """\
- name: it hurts
  opening: self_care
  turns:
  - patient: "ow"
    responses: [utter_a]
"""
DATA = "responses:\n  utter_a:\n  - text: a\n"


def findings(root: Path, talk: str, openings: str = OPENINGS) -> list[str]:
    files = {"tests/conversations/openings.yml": openings, "tests/conversations/happy/a.yml": talk}
    return found(check, made(root, {**files, "data/topics/a.yml": DATA}))


def test_names_that_are_there(tmp_path: Path) -> None:
    assert findings(tmp_path, TALK) == []


@pytest.mark.parametrize(
    ("find", "replace", "line", "says"),
    [
        ("[utter_a]", "[utter_aa]", 5, "there is no answer `utter_aa`: did you mean `utter_a`?"),
        ("opening: self_care", "opening: selfcare", 2, "there is no opening `selfcare`: did you mean `self_care`?"),
        ("    responses: [utter_a]\n", "", 1, "expects nothing, so it always passes"),
    ],
)
def test_names_that_are_not(tmp_path: Path, find: str, replace: str, line: int, says: str) -> None:
    (finding,) = findings(tmp_path, TALK.replace(find, replace))
    assert finding.startswith(f"tests/conversations/happy/a.yml:{line}: ")
    assert says in finding


def test_two_with_one_name(tmp_path: Path) -> None:
    assert "two conversations are named `it hurts` (first on line 1)" in findings(tmp_path, TALK + TALK)[0]


def test_openings_name_answers_too(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, TALK, OPENINGS.replace("utter_a", "utter_b"))
    assert finding.startswith("tests/conversations/openings.yml:3: ")
