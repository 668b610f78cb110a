"""What patients say in a trial, as it is read from the tests' folders."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from staff.publish.courses import (
    HEALTHY,
    SPASM,
    CourseError,
    Step,
    conversations,
    red_flag_lines,
    vignettes,
)
from staff.publish.numbers import ACT_ALONE

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "tests" / "vignettes").mkdir(parents=True)
    (tmp_path / "tests" / "conversations").mkdir()
    return tmp_path


def write(root: Path, file: str, content: str) -> None:
    (root / "tests" / file).write_text(content)


def test_a_vignette(root: Path) -> None:
    write(root, "vignettes/a.yml", '- {name: one, says: ["a", "b"], answers: {onset: 3d}, disposition: go_to_er}')
    [course] = vignettes(root)
    assert course.title == "tests/vignettes/a.yml: one"
    assert course.steps == (Step("a"), Step("b"))
    assert course.answers == {**HEALTHY, "onset": "3d"}
    assert course.disposition == "go_to_er"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name: one", "must be a list"),
        ("- {name: one, says: [a]}", "one: 'disposition' is missing"),
        ("- {name: one, says: a, disposition: go_to_er}", "one: put each text"),
        ("- {name: one, says: [yes], disposition: go_to_er}", "one: put each text"),
        ("- {name: one, says: [a], answers: {recurring: no}, disposition: go_to_er}", "one: put each text"),
        ("- {name: one, say: [a], disposition: go_to_er}", "a vignette has"),
        ("- {name: one", "a.yml"),
    ],
)
def test_a_vignette_that_cannot_be_read_is_named(root: Path, content: str, said: str) -> None:
    write(root, "vignettes/a.yml", content)
    with pytest.raises(CourseError, match=said):
        vignettes(root)


def test_a_conversation_begins_with_its_opening(root: Path) -> None:
    write(root, "conversations/openings.yml", "begun:\n- patient: hello\n- press: none\n")
    write(
        root,
        "conversations/a.yml",
        "- name: one\n  opening: begun\n  turns:\n  - patient: b\n    after: 3 hours\n"
        "  - press: [x, y]\n    disposition: call_911\n",
    )
    [course] = conversations(root)
    assert course.steps == (
        Step("hello"),
        Step(pressed=("none",)),
        Step("b", after=timedelta(hours=3)),
        Step(pressed=("x", "y")),
    )
    assert course.disposition == "call_911"
    assert course.answers == {}


@pytest.mark.parametrize(
    "content",
    ["- {name: one}", "- {name: one, turns: [{}]}", "- {name: one, opening: no such, turns: [{patient: a}]}", "- one"],
)
def test_a_conversation_that_cannot_be_read_is_named(root: Path, content: str) -> None:
    write(root, "conversations/a.yml", content)
    with pytest.raises(CourseError, match=r"conversations/a\.yml"):
        conversations(root)


def test_a_red_flag_is_said_first_and_among_the_questions(root: Path) -> None:
    write(root, "conversations/each_red_flag.yml", "fever: {says: I am hot, denies: no, alone: see_doctor_today}")
    first, among = red_flag_lines(root)
    assert first.steps == (Step("I am hot"), Step(SPASM, if_idle=True))
    assert [step.typed for step in among.steps] == [SPASM, None, "I am hot"]
    assert {first.flag, among.flag} == {"fever"}
    assert first.disposition == "see_doctor_today"


def test_the_projects_own_are_read_and_every_lone_sign_is_among_them() -> None:
    assert len(vignettes(ROOT)) >= 25
    assert len(conversations(ROOT)) >= 100
    assert {course.flag for course in red_flag_lines(ROOT)} >= ACT_ALONE
