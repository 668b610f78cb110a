"""What must pass before anything is published: the check of the files, and all tests."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from commands.child import run_to_end
from commands.environment import ensure_test_packages
from commands.problem import Problem
from commands.progress import Progress
from staff.check.run import check, errors
from staff.triage_map.documents import write

TEST_LOG = "var/publish_tests.log"

_PERCENT = re.compile(r"\[\s*(\d+)%\]")
# The rows in which pytest shows a letter for each test: "..F.E [ 50%]".
_ROWS = re.compile(r"^[.FEsxX]+(?= *\[|$)", re.MULTILINE)
_FAILED = re.compile(r"^(?:FAILED|ERROR) (.*)$", re.MULTILINE)
_SHOWN_FAILURES = 20


def check_project(root: Path) -> None:
    """Raise Problem with every error that `./bot check` finds."""
    print("Checking the files …", file=sys.stderr)
    wrong = [str(finding) for finding in errors(check(root))]
    if wrong:
        last = f"Not published: mend {number(len(wrong), 'error')} first (`./bot check`)."
        raise Problem("\n".join([*wrong, last]))


def draw_map(root: Path) -> None:
    """Draw the triage map anew where the files lead elsewhere by now: a test compares the two."""
    for name in write(root):
        print(f"Drawn anew: {name}", file=sys.stderr)


def run_tests(root: Path, command: Sequence[str] = ("-m", "commands", "test", "--edited")) -> None:
    """Run all tests of the bot as it was edited. Raises Problem with the names of those that fail."""
    ensure_test_packages(root)
    log, progress, started = root / TEST_LOG, Progress(), time.monotonic()

    def tick() -> None:
        progress.show(so_far(log.read_text(errors="replace"), time.monotonic() - started))

    code = run_to_end([sys.executable, *command], log, cwd=root, env={**os.environ, "NO_COLOR": "1"}, tick=tick)
    progress.clear()
    if code != 0:
        raise Problem(failed_tests(log.read_text(errors="replace")))
    progress.done(f"All tests pass ({time.monotonic() - started:.0f} s).")


def so_far(said: str, seconds: float) -> str:
    """How far the tests are, from what pytest has `said` in so many seconds."""
    percents = _PERCENT.findall(said)
    letters = "".join(_ROWS.findall(said))
    failed = letters.count("F") + letters.count("E")
    return (
        f"Running all tests, the long ones first: {percents[-1] if percents else 0}%, "
        f"{failed or 'none'} failed ({seconds // 10 * 10:.0f} s) …"
    )


def failed_tests(said: str) -> str:
    """Why the tests refuse a release, from all that pytest `said`."""
    failed = _FAILED.findall(said)
    more = [f"… and {len(failed) - _SHOWN_FAILURES} more"] if len(failed) > _SHOWN_FAILURES else []
    lines = [f"  {line}" for line in [*failed[:_SHOWN_FAILURES], *more]]
    what = number(len(failed), "test") if failed else "The test run"
    return "\n".join([*lines, f"Not published: {what} failed. Details: {TEST_LOG}"])


def number(many: int, what: str) -> str:
    """So many of them: `1 test`, `2 tests`."""
    return f"{many} {what}{'' if many == 1 else 's'}"
