"""`./bot new` says what it made, what to do next, and how to undo it."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import new
from commands.problem import Problem
from tests.staff.triage_map.project import copy_of_the_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(new, "ROOT", copy_of_the_project(tmp_path))
    return tmp_path


def test_a_topic(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new.main(["topic", "cloakroom"]) == 0
    said = capsys.readouterr().out
    assert (project / "data" / "topics" / "cloakroom.yml").is_file()
    assert "Made: data/topics/cloakroom.yml\nAdded to domain.yml: - ask_cloakroom\n" in said
    assert './bot try "cloakroom"' in said
    assert "To undo: delete data/topics/cloakroom.yml" in said
    assert "Drawn anew" not in said


def test_a_story_is_a_new_way_into_the_questions_so_the_map_is_drawn(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new.main(["story", "juggling"]) == 0
    said = capsys.readouterr().out
    assert "Drawn anew: docs/triage_map.svg" in said
    assert "juggling" in (project / "docs" / "triage_map.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "said"), [("hours", "is there already"), ("Hours!", "use small letters"), ("greet", "in data/")]
)
def test_what_cannot_be_made_is_a_problem(project: Path, name: str, said: str) -> None:
    with pytest.raises(Problem, match=said):
        new.main(["topic", name])


def test_a_file_that_is_not_yaml_is_a_problem(project: Path) -> None:
    (project / "data" / "topics" / "broken.yml").write_text("a: [", "utf-8")
    with pytest.raises(Problem, match="not YAML"):
        new.main(["topic", "cloakroom"])


def test_a_map_that_cannot_be_drawn_does_not_stop_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "clinical" / "red_flags.yml").write_text("flags: {}\n", "utf-8")
    assert new.main(["story", "juggling"]) == 0
    assert "Made: data/stories/juggling.yml" in capsys.readouterr().out
