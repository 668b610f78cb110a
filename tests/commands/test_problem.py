"""How commands end."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commands.problem import FULL_DISK, INTERRUPTED, TERMINATED, Problem, explained

ROOT = Path(__file__).resolve().parents[2]


def raising(error: BaseException):
    def command() -> int:
        raise error

    return command


def test_a_command_that_ends_gives_its_own_code():
    assert explained(lambda: 5) == 5


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (Problem("Do this instead."), "Do this instead."),
        (OSError(errno.ENOSPC, "No space left on device"), FULL_DISK),
        (PermissionError(errno.EACCES, "Permission denied", "var"), "[Errno 13] Permission denied: 'var'"),
    ],
)
def test_what_stops_a_command_is_one_line_and_exit_code_1(error, line, capsys):
    assert explained(raising(error)) == 1
    assert capsys.readouterr().err == f"{line}\n"


def test_ctrl_c_is_no_traceback(capsys):
    assert explained(raising(KeyboardInterrupt())) == INTERRUPTED
    assert "Traceback" not in capsys.readouterr().err


def test_a_mistake_in_the_code_still_shows_where_it_is():
    with pytest.raises(KeyError):
        explained(raising(KeyError("x")))


def test_sigterm_passes_through_what_cleans_up():
    code = """
import sys, time
from commands.problem import explained
def command():
    try:
        print("started", flush=True)
        time.sleep(60)
    finally:
        print("cleaned up", flush=True)
sys.exit(explained(command))
"""
    child = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "started\n"
    os.kill(child.pid, signal.SIGTERM)
    rest, _ = child.communicate(timeout=10)
    assert (rest, child.returncode) == ("cleaned up\n", TERMINATED)
