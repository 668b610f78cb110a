"""Which of two places is the copy, when one name stands in both."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from staff.check.finding import Mark


def copy_and_original(name: str, *places: Mark) -> tuple[Mark, Mark]:
    """The place that most likely is the copy, and the one that it was copied from.

    Whichever stands in a file that is named like it is the original: `ask_address` in address.yml.
    """
    ranked = sorted(places, key=lambda place: (not _is_named_like(name, place), place))
    return ranked[-1], ranked[0]


def _is_named_like(name: str, place: Mark) -> bool:
    stem = PurePosixPath(place.path).stem
    return re.search(rf"(?:\A|_){re.escape(stem)}(?:\Z|_)", name) is not None
