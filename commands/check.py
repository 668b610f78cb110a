"""Looks through everything that staff may edit, and says each mistake with its file and line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str]) -> int:
    """Print the findings; the exit code is 0 only without errors."""
    options = _options(argv)
    from staff.check.run import check, errors
    from staff.check.show import as_json, as_text

    findings = check(ROOT)
    print(as_json(findings) if options.json else as_text(findings, COMMANDS, _has_colours()))
    return 1 if errors(findings) else 0


def _has_colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./bot check", description=__doc__)
    parser.add_argument("--json", action="store_true", help="the findings as JSON, for editors")
    return parser.parse_args(argv)
