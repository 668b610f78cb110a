"""`./bot restore` says what differs from the live release, and puts a file back."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import restore
from commands.problem import Problem
from staff.publish.live import History, Published, write_history
from staff.publish.release import PARTS, make_release

HOURS = "data/hours.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for part in PARTS:
        file = tmp_path / (part if "." in part else f"{part}/one.yml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one")
    (tmp_path / HOURS).write_text("published")
    (tmp_path / "model").write_text("trained")
    monkeypatch.setattr(restore, "ROOT", tmp_path)
    return tmp_path


@pytest.fixture
def live(project: Path) -> str:
    release = make_release(project, project / "models", project / "model", project / "model")
    published = Published(release.name, release.manifest, None, "2026-11-22T10:00:00+00:00")
    write_history(project / "models", History().with_new(published))
    return f"{release.name} of 2026-11-22 10:00 UTC"


def test_the_edited_files_are_listed(project: Path, live: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert restore.main([]) == 0
    (project / HOURS).write_text("edited")
    assert restore.main([]) == 0
    assert capsys.readouterr().out == (
        f"All files are as they are in {live}.\nNot as it is in {live}:\n  data/hours.yml\n"
    )


def test_a_file_is_put_back(project: Path, live: str, capsys: pytest.CaptureFixture[str]) -> None:
    (project / HOURS).write_text("edited")
    assert restore.main([HOURS]) == 0
    assert (project / HOURS).read_text() == "published"
    said = capsys.readouterr().out
    assert said.startswith(f"{HOURS} is now as it is in {live}. What stood there is in var/set_aside/")


def test_what_cannot_be_put_back_is_a_problem(project: Path, live: str) -> None:
    with pytest.raises(Problem, match="There is no file data/nothing"):
        restore.main(["data/nothing.yml"])


def test_before_the_first_publishing_there_is_nothing_to_put_back(project: Path) -> None:
    with pytest.raises(Problem, match="Nothing was published yet"):
        restore.main([HOURS])
