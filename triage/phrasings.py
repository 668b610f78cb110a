"""The sentences from which the learned detector knows how patients speak of a red flag."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

# Ordinary messages, which state no flag at all.
PLAIN = "plain"


class PhrasingsError(ValueError):
    """A file of phrasings cannot be used; the message names it."""


@dataclass(frozen=True)
class Phrasings:
    """Sentences in which a flag is present, and harmless ones that are like them."""

    present: tuple[str, ...]
    look_alike: tuple[str, ...]


def load_phrasings(folder: Path, flags: Container[str]) -> dict[str, Phrasings]:
    """Reads `clinical/phrasings/<flag>.yml`, one file a flag. Raises PhrasingsError."""
    found: dict[str, Phrasings] = {}
    for file in sorted(folder.glob("*.yml")):
        if file.stem not in flags and file.stem != PLAIN:
            raise PhrasingsError(f"{file.name}: there is no red flag '{file.stem}'")
        content = yaml.load(file.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        found[file.stem] = Phrasings(*(_sentences(content, kind, file) for kind in ("present", "look_alike")))
    return found


def _sentences(content: Any, kind: str, file: Path) -> tuple[str, ...]:
    lines = content.get(kind) if isinstance(content, dict) else None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise PhrasingsError(f"{file.name}: '{kind}' should be a list of sentences")
    return tuple(lines)
