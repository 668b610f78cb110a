"""Runs all tests, or the ones that pytest's own options name.

`./bot test` for all, `./bot test tests/triage`, `./bot test -k hours`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest


def main(argv: Sequence[str]) -> int:
    """Run pytest with `argv` and give its exit code."""
    return int(pytest.main(list(argv)))
