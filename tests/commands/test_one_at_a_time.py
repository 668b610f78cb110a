"""One process at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands.one_at_a_time import one_at_a_time

ROOT = Path(__file__).resolve().parents[2]

OTHER = """
import sys
from pathlib import Path
from commands.one_at_a_time import one_at_a_time
with one_at_a_time(Path(sys.argv[1]), "waiting"):
    print("inside", flush=True)
    sys.stdin.read()
"""


def other_process(file: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OTHER, str(file)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "lock"
    file.touch()
    return file


def test_a_second_one_says_that_it_waits_and_goes_on_after_the_first(file):
    with one_at_a_time(file, "waiting"):
        other = other_process(file)
        assert other.stderr is not None
        assert other.stdout is not None
        assert other.stderr.readline() == "waiting\n"
        assert other.poll() is None
    assert other.stdout.readline() == "inside\n"
    other.communicate(timeout=10)


def test_one_that_was_killed_holds_nothing(file, capsys):
    other = other_process(file)
    assert other.stdout is not None
    other.stdout.readline()
    other.kill()
    other.communicate(timeout=10)
    with one_at_a_time(file, "waiting"):
        pass
    assert capsys.readouterr().err == ""
