"""./bot test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("code", "exit_code", "closing"), [("assert 1", 0, "1 passed"), ("assert 0", 1, "1 failed")])
def test_pytest_has_the_last_word(tmp_path, code, exit_code, closing):
    (tmp_path / "test_it.py").write_text(f"def test_it():\n    {code}\n")
    done = subprocess.run(
        [sys.executable, "-m", "commands", "test", "--rootdir", tmp_path, "-c", "/dev/null", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == exit_code
    assert closing in done.stdout.splitlines()[-1]
