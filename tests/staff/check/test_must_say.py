"""What some answers must say."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.must_say import Rule, broken, check, rules
from staff.check.project import Project
from tests.staff.check.copied import ROOT
from tests.staff.check.made import topic


def wrong(root: Path, text: str, **rule: object) -> list[str]:
    project = topic(root, f"responses:\n  utter_a:\n  - text: {text}\n")
    made = Rule(rule="a rule", answers=("utter_a", "utter_b"), why="keep it", **rule)  # type: ignore[arg-type]
    return [finding.wrong for finding in broken(project, made)]


def test_the_project_keeps_the_rules() -> None:
    assert list(check(Project(ROOT))) == []
    assert len(rules()) >= 12


@pytest.mark.parametrize(("text", "is_found"), [("Call 911 now", []), ("Call now", ["`utter_a` does not say 911"])])
def test_what_must_be_there(tmp_path: Path, text: str, is_found: list[str]) -> None:
    assert wrong(tmp_path, text, says=("911",)) == is_found


def test_one_of_several_is_enough(tmp_path: Path) -> None:
    assert wrong(tmp_path, "Go to urgent care", says=("doctor | urgent care",)) == []
    (said,) = wrong(tmp_path, "Go home", says=("doctor | urgent care",))
    assert said == "`utter_a` does not say doctor or urgent care"


def test_whole_words_count_and_a_name_in_capitals_is_one(tmp_path: Path) -> None:
    assert wrong(tmp_path, "Doctors, or later", says=("doctor", "ER")) != []
    assert len(wrong(tmp_path, "a doctor, or later", says=("doctor", "ER"))) == 1


def test_the_order(tmp_path: Path) -> None:
    assert wrong(tmp_path, "one then two", in_order=("one", "two")) == []
    (said,) = wrong(tmp_path, "two then one", in_order=("one", "two"))
    assert said == "`utter_a` does not say these in order: one, two"
    assert wrong(tmp_path, "two", in_order=("one", "two")) == ["`utter_a` does not say one"]


def test_what_must_not_be_there_and_what_counts(tmp_path: Path) -> None:
    assert wrong(tmp_path, "leave a voicemail", never=("voicemail",)) == ["`utter_a` says voicemail"]
    assert wrong(tmp_path, "I only understand 911", says=("911",), before="I only") == ["`utter_a` does not say 911"]
