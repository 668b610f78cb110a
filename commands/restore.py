"""Puts files back as patients have them now: `./bot restore data/topics/hours.yml`.

Without a file, it lists those that differ from what patients have. What stood in a file is kept in var/set_aside/.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from commands.live import checked, history_of, releases_of
from commands.problem import Problem
from staff.publish.live import Published
from staff.publish.release import Release, differs
from staff.publish.restoring import RestoreError, restore
from staff.publish.show import published

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str]) -> int:
    """Put them back, or list them. Raises Problem if nothing was published yet, or a file cannot be put back."""
    parser = argparse.ArgumentParser(
        prog="./bot restore", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", help="such as data/topics/hours.yml")
    files = parser.parse_args(argv).files
    live = history_of(releases_of(ROOT)).live
    if live is None:
        raise Problem("Nothing was published yet, so there is nothing to put back. `git checkout` may help.")
    release = checked(live.at(releases_of(ROOT)))
    if not files:
        print(_listed(release, live))
    for file in files:
        try:
            aside = restore(ROOT, release, file, datetime.now())
        except RestoreError as error:
            raise Problem(str(error)) from error
        kept = f" What stood there is in {aside}." if aside else ""
        print(f"{file} is now as it is in {published(live)}.{kept}")
    return 0


def _listed(release: Release, live: Published) -> str:
    edited = differs(ROOT, release)
    if not edited:
        return f"All files are as they are in {published(live)}."
    return "\n".join([f"Not as it is in {published(live)}:", *(f"  {name}" for name in edited)])
