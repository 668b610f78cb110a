"""The names that a new topic or story may have."""

from __future__ import annotations

import re
from pathlib import Path

from staff.new.kinds import Kind
from staff.places import Places

_FITS = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LONGEST = 40


class BadNameError(ValueError):
    """A name cannot be taken; the message says why and what to write instead."""


def check_name(root: Path, kind: Kind, name: str) -> None:
    """Return if `name` can be the name of a new file of this kind. Raises BadNameError."""
    if not _FITS.fullmatch(name) or len(name) > _LONGEST:
        example = suggestion(name)
        instead = f"./bot new {kind.word} {example}" if example else f"for example: ./bot new {kind.word} parking"
        raise BadNameError(f"“{name}” cannot be a name: use small letters, digits and _ only: {instead}")
    file = kind.file(name)
    if (root / file).exists():
        raise BadNameError(f"{file} is there already: change it, or take another name.")
    places = Places(root)
    for what, place in (
        (kind.intent(name), places.intent(kind.intent(name))),
        *((response, places.response(response)) for response in kind.responses(name)),
    ):
        if place is not None:
            raise BadNameError(f"`{what}` is there already, in {place}: change that, or take another name.")


def suggestion(name: str) -> str:
    """The nearest name that can be taken; empty if there is none."""
    words = re.findall(r"[a-z0-9]+", name.lower().replace("'", ""))
    return "_".join(words)[:_LONGEST].strip("_").lstrip("0123456789_")
