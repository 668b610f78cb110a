"""A finding of the check: where, what is wrong, what to change."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

ERROR, WARNING = "error", "warning"


class Mark(NamedTuple):
    """A line of a file: the path from the project's folder, and the number of the line, from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong. An error must be mended before the bot goes out; a warning should be looked at."""

    at: Mark
    wrong: str
    change: str
    level: str = ERROR

    def __str__(self) -> str:
        return f"{self.at}: {self.wrong}: {self.change}"


def warning(at: Mark, wrong: str, change: str) -> Finding:
    """A finding that does not stop anything."""
    return Finding(at, wrong, change, WARNING)


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """What to change a word into that is none of the known ones: the nearest of them, else what `otherwise` says."""
    names = sorted(known)
    plain = word.casefold().strip("{}/ ")
    near = difflib.get_close_matches(plain, names, n=1, cutoff=0.6)
    begun = [name for name in names if len(plain) >= 3 and name.startswith(plain)]
    if near or begun:
        return f"did you mean `{(near or begun)[0]}`?"
    return otherwise


def shown(text: str, longest: int = 60) -> str:
    """A text as it is quoted in a finding: on one line, and not longer than a line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
