"""Runs all tests, or the ones that pytest's own options name.

`./bot test` for all, on every core; `./bot test tests/triage`, `./bot test -k hours`. `./bot test --edited` leaves out
what tries the guide and the check on the files as they were delivered: a clinic has its own hours and topics.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from commands.environment import ensure_test_packages
from commands.model import ensure_model

ROOT = Path(__file__).resolve().parent.parent

EDITED = "--edited"

# A file's tests stay together: they share what was measured or started once.
ON_EVERY_CORE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")


def main(argv: Sequence[str]) -> int:
    """Run pytest with `argv` and give its exit code."""
    ensure_test_packages(ROOT)
    if set(argv) - {EDITED}:
        return int(pytest.main(list(argv)))
    # Once, and not in every process.
    ensure_model(ROOT)
    return int(pytest.main([*ON_EVERY_CORE, *argv]))
