"""`./bot check` from the outside: what it prints, and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import check
from staff.check import run
from staff.check.finding import Finding, Mark, warning

ROOT = Path(__file__).resolve().parents[2]
WARNING = warning(Mark("a.yml", 1), "is odd", "look at it")
ERROR = Finding(Mark("a.yml", 1), "is wrong", "mend it")


@pytest.mark.parametrize(("found", "code"), [([], 0), ([WARNING], 0), ([WARNING, ERROR], 1)])
def test_the_exit_code_is_zero_only_without_errors(
    found: list[Finding], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "check", lambda root: found)
    assert check.main([]) == code
    assert check.main(["--json"]) == code
    assert "\033[" not in capsys.readouterr().out


def test_the_project_is_clean_and_soon_looked_through() -> None:
    """Without training and without Rasa. Seconds of this process's own work: others may be busy."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "commands", "check", "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["errors"] == 0
    assert time.perf_counter() - began < 20
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert imported.isdisjoint({"rasa", "tensorflow", "sklearn", "numpy"})
