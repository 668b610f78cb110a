"""`./bot map` writes the map anew, or says where each wording stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import map as command
from commands.problem import Problem
from tests.staff.triage_map.project import change, copy_of_the_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(command, "ROOT", copy_of_the_project(tmp_path))
    return tmp_path


def test_what_changed_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs" / "triage_map.svg").write_text("old", "utf-8")
    assert command.main([]) == 0
    assert capsys.readouterr().out == "Drawn anew: docs/triage_map.svg\n"
    assert command.main([]) == 0
    assert capsys.readouterr().out == "The map is up to date.\n"


def test_the_lines_of_the_wordings_are_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--lines"]) == 0
    assert "data/triage/questions.yml:7: utter_ask_emergency_signs\n" in capsys.readouterr().out


@pytest.mark.parametrize("old", ["disposition: call_911", "groups:"])
def test_files_that_cannot_be_drawn_from_are_a_problem(project: Path, old: str) -> None:
    change(project / "clinical" / "red_flags.yml", old, "nonsense: call_9")
    with pytest.raises(Problem, match="cannot be drawn"):
        command.main([])
