"""Makes the file of a new topic or story: `./bot new topic parking`, `./bot new story gardening`.

It copies a template that explains itself, and adds one word to domain.yml.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import yaml

from commands.problem import Problem
from staff.new.domain_word import NoPlaceError
from staff.new.kinds import KINDS
from staff.new.making import make
from staff.new.naming import BadNameError
from staff.triage_map.documents import write
from staff.triage_map.walk import NoEndError
from triage.clinic import ClinicError
from triage.table import TableError

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str]) -> int:
    """Make it, and say what to do next. Raises Problem if it cannot be made."""
    parser = argparse.ArgumentParser(
        prog="./bot new", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=sorted(KINDS), help="topic: a question and its answer; story: a cause")
    parser.add_argument("name", help="one word in small letters, or several joined by _")
    options = parser.parse_args(argv)
    kind = KINDS[options.kind]
    try:
        made = make(ROOT, kind, options.name)
    except (BadNameError, NoPlaceError) as error:
        raise Problem(str(error)) from error
    except yaml.YAMLError as error:
        raise Problem(f"A file is not YAML: {error}. `./bot check` says more.") from error
    words = options.name.replace("_", " ")
    drawn = "".join(f"Drawn anew: {name}\n" for name in _draw_map())
    print(
        f"Made: {made.file}\n"
        f"Added to domain.yml: - {made.intent}\n"
        f"{drawn}"
        "\n"
        f"Next: open {made.file} in your text editor. It says what to change.\n"
        f'Then: ./bot try "{words}"   shows what patients will read\n'
        "      ./bot check           says what is still wrong\n"
        f"To undo: delete {made.file}, and the line `- {made.intent}` in domain.yml"
        f"{', then run ./bot map' if drawn else ''}."
    )
    return 0


def _draw_map() -> list[str]:
    """The documents of the triage map that changed: a story is one more way into the questions."""
    try:
        return write(ROOT)
    except (TableError, ClinicError, NoEndError, yaml.YAMLError, KeyError):
        # Not because of the new file; `./bot map` and `./bot check` say what is wrong.
        return []
