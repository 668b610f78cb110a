"""A release is all that the running bot is made of, and nothing that was not recorded is taken for one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from staff.publish import release as module
from staff.publish.release import (
    MANIFEST,
    PARTS,
    Release,
    ReleaseError,
    check_release,
    differs,
    make_release,
    remove_releases,
)

FOLDERS = {part for part in PARTS if "." not in part}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for part in PARTS:
        file = root / part / "one.yml" if part in FOLDERS else root / part
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one")
    (root / "var").mkdir()
    (root / "var" / "conversations.db").write_text("said")
    (root / "models").mkdir()
    (root / "models" / "bot.tar.gz").write_text("the model")
    (root / "models" / "bot.json").write_text("its record")
    (root / "triage" / "__pycache__").mkdir()
    (root / "triage" / "__pycache__" / "one.pyc").write_text("compiled")
    return root


def make(root: Path) -> Release:
    return make_release(root, root / "models", root / "models" / "bot.tar.gz", root / "models" / "bot.json")


def test_a_release_has_everything_and_shares_the_conversations(root: Path) -> None:
    release = make(root)
    for part in PARTS:
        assert (release.folder / part).exists()
    assert (release.folder / "models" / "bot.tar.gz").read_text() == "the model"
    assert (release.folder / "var" / "conversations.db").read_text() == "said"
    assert not (release.folder / "triage" / "__pycache__").exists()
    check_release(release)


def test_it_is_named_after_its_content(root: Path) -> None:
    first = make(root)
    assert make(root) == first
    (root / "data" / "one.yml").write_text("two")
    second = make(root)
    assert second.name != first.name
    assert (first.folder / "data" / "one.yml").read_text() == "one"


def test_another_model_is_another_release(root: Path) -> None:
    first = make(root)
    (root / "models" / "bot.tar.gz").write_text("another model")
    assert make(root).name != first.name


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (lambda folder: (folder / "models" / "bot.tar.gz").write_text("somebody else's"), "bot.tar.gz was changed"),
        (lambda folder: (folder / "clinical" / "one.yml").write_text("milder"), "clinical/one.yml was changed"),
        (lambda folder: (folder / "actions" / "more.py").write_text("more"), "actions/more.py does not belong"),
        (lambda folder: (folder / "domain.yml").unlink(), "domain.yml is missing"),
        (lambda folder: (folder / MANIFEST).write_text("{}"), "not the recorded one"),
        (lambda folder: (folder / MANIFEST).unlink(), "is not there"),
    ],
)
def test_what_is_not_the_recorded_one_is_refused(root: Path, tamper: Callable[[Path], object], said: str) -> None:
    release = make(root)
    tamper(release.folder)
    with pytest.raises(ReleaseError, match=said):
        check_release(release)


def test_compiled_code_and_what_the_bot_writes_is_no_tampering(root: Path) -> None:
    release = make(root)
    (release.folder / "triage" / "__pycache__").mkdir()
    (release.folder / "triage" / "__pycache__" / "one.pyc").write_text("compiled")
    (release.folder / "var" / "actions.log").write_text("log")
    check_release(release)


def test_a_release_that_was_changed_is_made_anew(root: Path) -> None:
    release = make(root)
    (release.folder / "domain.yml").write_text("two")
    assert make(root) == release
    check_release(release)


def test_one_whose_removal_was_killed_is_no_release(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = make(root)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        remove_releases(root / "models", set())
    assert not release.folder.exists()
    assert make(root) == release


def test_a_killed_one_leaves_nothing_that_looks_like_a_release(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kill(source: Path, target: Path) -> None:
        if source.name == "web":
            raise KeyboardInterrupt
        copy(source, target)

    copy = module._copy
    monkeypatch.setattr(module, "_copy", kill)
    before = set((root / "models").iterdir())
    with pytest.raises(KeyboardInterrupt):
        make(root)
    assert set((root / "models").iterdir()) == before


def test_what_a_killed_one_left_behind_is_removed(root: Path) -> None:
    (root / "models" / ".release-old").mkdir()
    make(root)
    assert not (root / "models" / ".release-old").exists()


def test_a_missing_part_is_named(root: Path) -> None:
    (root / "domain.yml").unlink()
    with pytest.raises(ReleaseError, match=r"domain\.yml is missing"):
        make(root)


def test_an_edit_after_it_was_made_is_seen(root: Path) -> None:
    release = make(root)
    assert differs(root, release) == []
    (root / "clinical" / "one.yml").write_text("two")
    (root / "data" / "new.yml").write_text("new")
    assert differs(root, release) == ["clinical/one.yml", "data/new.yml"]


def test_only_the_kept_ones_stay(root: Path) -> None:
    first = make(root)
    (root / "domain.yml").write_text("two")
    second = make(root)
    remove_releases(root / "models", {second.name})
    assert not first.folder.exists()
    check_release(second)
    assert (root / "models" / "bot.tar.gz").exists()
