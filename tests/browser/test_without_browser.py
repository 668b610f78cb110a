"""Where there is no browser, the tests say so: skipped at a developer's, failed where changes are checked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.talking import ROOT

TESTS = "tests/browser/test_timer.py"
WHAT_TO_DO = "apt install chromium"


@pytest.mark.parametrize(("ci", "code", "outcome"), [("", 0, "1 skipped"), ("true", 1, "1 failed")])
def test_the_tests_say_what_is_missing(tmp_path: Path, ci: str, code: int, outcome: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", TESTS],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path), "CI": ci},
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stdout
    assert outcome in done.stdout
    assert WHAT_TO_DO in done.stdout
