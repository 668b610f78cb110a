"""What ./bot serve serves: the live release, or at the first start what lies here; never what was not recorded."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from commands import live
from commands.live import ensure_live, releases_of, revision_of
from commands.problem import Problem
from staff.publish.live import read_history
from staff.publish.release import MODEL, MODEL_RECORD, PARTS


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def train(root: Path) -> Path:
        (root / "models").mkdir(exist_ok=True)
        (root / MODEL).write_text("a model")
        (root / MODEL_RECORD).write_text("its record")
        return root / MODEL

    monkeypatch.delenv("BOT_RELEASES", raising=False)
    monkeypatch.setattr(live, "ensure_model", train)
    for part in PARTS:
        file = tmp_path / part if "." in part else tmp_path / part / "one.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one")
    return tmp_path


def test_the_first_start_makes_live_what_lies_here(root, capsys):
    release = ensure_live(root)
    one = read_history(releases_of(root)).live
    assert one is not None
    assert one.at(releases_of(root)) == release
    assert "Nothing was published yet" in capsys.readouterr().err


def test_an_edit_does_not_change_what_is_live(root):
    release = ensure_live(root)
    (root / "domain.yml").write_text("edited")
    assert ensure_live(root) == release
    assert (release.folder / "domain.yml").read_text() == "one"


def test_a_model_that_is_not_the_recorded_one_is_not_given(root):
    (ensure_live(root).folder / MODEL).write_text("somebody else's")
    with pytest.raises(Problem, match=r"bot\.tar\.gz was changed: it is not loaded"):
        ensure_live(root)


def test_a_record_that_cannot_be_read_is_named(root):
    ensure_live(root)
    (releases_of(root) / "live.json").write_text("{")
    with pytest.raises(Problem, match=r"live\.json"):
        ensure_live(root)


def test_the_revision_is_gits_and_says_when_there_are_changes(tmp_path):
    assert revision_of(tmp_path) is None
    (tmp_path / "a").write_text("a")
    for command in (["init", "-q"], ["add", "a"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    clean = revision_of(tmp_path)
    (tmp_path / "a").write_text("b")
    assert revision_of(tmp_path) == f"{clean}-dirty"
