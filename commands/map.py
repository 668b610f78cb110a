"""Draws the triage map anew: the questions, where their answers lead, and where each wording stands.

It writes docs/triage_map.svg and docs/triage_map.md from clinical/, domain.yml and data/.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import yaml

from commands.problem import Problem
from staff.triage_map.documents import write
from staff.triage_map.walk import NoEndError
from staff.triage_map.wording import find_wordings
from triage.clinic import ClinicError
from triage.table import TableError

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str]) -> int:
    """Draw, or print the wordings' lines. Raises Problem if the files cannot be drawn from."""
    parser = argparse.ArgumentParser(prog="./bot map", description=__doc__)
    parser.add_argument("--lines", action="store_true", help="only print file, line and name of each wording")
    options = parser.parse_args(argv)
    try:
        if options.lines:
            for wording in sorted(find_wordings(ROOT).values(), key=lambda w: (w.file, w.line)):
                print(f"{wording.file}:{wording.line}: {wording.response}")
            return 0
        changed = write(ROOT)
    except (TableError, ClinicError, NoEndError, yaml.YAMLError, KeyError) as error:
        raise Problem(f"The map cannot be drawn: {type(error).__name__}: {error}. `./bot check` says more.") from error
    print("\n".join(f"Drawn anew: {name}" for name in changed) or "The map is up to date.")
    return 0
