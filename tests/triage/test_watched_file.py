"""A file is read again when it changes, and a broken change is passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from triage.marked_yaml import FileFindings
from triage.watched_file import WatchedFile


def write(path: Path, text: str, second: int) -> None:
    path.write_text(text)
    os.utime(path, ns=(second * 10**9, second * 10**9))


def load(path: Path) -> str:
    text = path.read_text()
    if text == "bad":
        raise FileFindings(["file.txt:1: bad: make it good"])
    if text == "odd":
        raise RuntimeError("odd")
    return text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "file.txt"
    write(file, "one", 1)
    return file


def test_it_is_read_once_until_it_changes(path: Path) -> None:
    reads: list[Path] = []

    def counted(file: Path) -> str:
        reads.append(file)
        return load(file)

    watched = WatchedFile(path, counted)
    assert [watched.current() for _ in range(3)] == ["one"] * 3
    assert len(reads) == 1
    write(path, "two", 2)
    assert watched.current() == "two"
    assert len(reads) == 2


@pytest.mark.parametrize("broken", ["bad", "odd"])
def test_the_last_good_one_stays(path: Path, broken: str, caplog: pytest.LogCaptureFixture) -> None:
    watched = WatchedFile(path, load)
    write(path, broken, 2)
    assert [watched.current(), watched.current()] == ["one", "one"]
    assert len(caplog.records) == 1
    write(path, "three", 3)
    assert watched.current() == "three"


def test_a_file_that_goes_away_is_no_fault(path: Path) -> None:
    watched = WatchedFile(path, load)
    path.unlink()
    assert watched.current() == "one"
    write(path, "back", 5)
    assert watched.current() == "back"


def test_a_broken_file_stops_the_start(path: Path) -> None:
    write(path, "bad", 2)
    with pytest.raises(FileFindings, match="make it good"):
        WatchedFile(path, load)
