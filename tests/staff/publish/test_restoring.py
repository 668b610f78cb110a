"""A file goes back to what was published, and nothing that stood there is lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from staff.publish.release import Release
from staff.publish.restoring import RestoreError, restore

NOW = datetime(2026, 11, 23, 9, 5, 7)
HOURS = "data/topics/hours.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for folder, text in ((root, "edited"), (root / "models" / "live", "published")):
        (folder / HOURS).parent.mkdir(parents=True)
        (folder / HOURS).write_text(text)
    (root / "clinic.yml").write_text("edited")
    return root


def back(root: Path, path: str) -> Path | None:
    return restore(root, Release(root / "models" / "live", ""), path, NOW)


@pytest.mark.parametrize("path", [HOURS, f"./{HOURS}", "data/topics/../topics/hours.yml"])
def test_it_is_as_published_and_the_edited_one_is_kept(root: Path, path: str) -> None:
    aside = back(root, path)
    assert (root / HOURS).read_text() == "published"
    assert aside == Path("var/set_aside/2026-11-23_09-05-07") / HOURS
    assert (root / aside).read_text() == "edited"


def test_a_deleted_file_comes_back(root: Path) -> None:
    (root / HOURS).unlink()
    (root / HOURS).parent.rmdir()
    assert back(root, HOURS) is None
    assert (root / HOURS).read_text() == "published"


def test_a_file_that_was_not_edited_is_left_alone(root: Path) -> None:
    back(root, HOURS)
    with pytest.raises(RestoreError, match="as patients have it"):
        back(root, HOURS)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("data/topics/parking.yml", "There is no file data/topics/parking.yml"),
        ("data/topics", "is a folder"),
        ("clinic.yml", "Change it back by hand"),
        ("models/live/data/topics/hours.yml", "Change it back by hand"),
        ("/etc/hostname", "Change it back by hand"),
        ("../outside.yml", "There is no file"),
    ],
)
def test_anything_else_stays_as_it_is(root: Path, path: str, says: str) -> None:
    with pytest.raises(RestoreError, match=says):
        back(root, path)
    assert (root / HOURS).read_text() == "edited"


def test_a_new_file_is_to_be_deleted(root: Path) -> None:
    (root / "data" / "topics" / "parking.yml").write_text("new")
    with pytest.raises(RestoreError, match="is new: patients do not have it yet"):
        back(root, "data/topics/parking.yml")
