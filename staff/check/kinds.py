"""Which YAML files there are, and the schema of each: every schema names its files under `x-files`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
DEFINITIONS = "names"

# What git, Rasa and Python make, and what no schema can say anything about.
_PASSED_OVER = frozenset({"models", "var", "results", "node_modules"})

# What a kind of file is called below.
RASA_DATA = "rasa_data"
DOMAIN = "domain"


@cache
def schemas() -> Mapping[str, dict[str, Any]]:
    """Every schema of staff/schemas, by the name of its file."""
    return {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(SCHEMAS.glob("*.json"))}


@cache
def _patterns(key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, _as_expression(pattern))
        for name, schema in schemas().items()
        for pattern in schema.get(key, ())
    )


def _as_expression(pattern: str) -> re.Pattern[str]:
    """A pattern of an editor's settings, `*` within a folder and `**` through folders, as an expression."""
    parts = re.split(r"(\*\*/|\*)", pattern.removeprefix("/"))
    meaning = {"**/": "(?:[^/]+/)*", "*": "[^/]*"}
    return re.compile("".join(meaning.get(part, re.escape(part)) for part in parts) + r"\Z")


def kinds_of(path: str) -> list[str]:
    """The schemas that name a file, or else those that take what is left over in its folder (`x-also`)."""
    named = [name for name, pattern in _patterns("x-files") if pattern.match(path)]
    return named or [name for name, pattern in _patterns("x-also") if pattern.match(path)]


def yaml_files(root: Path) -> Iterator[str]:
    """Every YAML file of the project, as its path from `root`, in order."""
    for file in sorted(_walk(root)):
        yield file.relative_to(root).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith(".") or entry.name in _PASSED_OVER:
            continue
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.suffix in (".yml", ".yaml"):
            yield entry
