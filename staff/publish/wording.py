"""Every text that a patient may read, by the name of what says it, and which of them read differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Words that are no response of Rasa's: the page's, those of the clinic's facts and of the outcomes.
_OTHERS = ("data/clinic/page.yml", "data/clinic/phrases.yml", "data/triage/phrases.yml", "clinical/*.yml")
# In these tables, what is not for patients.
_CASES = {("patient", "other"): 'the one for "they"'}
_NOT_SHOWN = frozenset({"source", "sources", "reviewed", "id", "response", "name", "flag", "disposition", "level"})


@dataclass(frozen=True)
class Reworded:
    """A text that reads differently; None: it was not there, or is not there any more."""

    name: str
    old: str | None
    new: str | None


def wording(root: Path) -> dict[str, str]:
    """Each text of the project or release in `root`, by its name; a response's variations one below the other."""
    texts: dict[str, str] = {}
    for file in sorted((root / "data").rglob("*.yml")):
        content = yaml.load(file.read_text("utf-8"), _LOADER)
        responses = content.get("responses") if isinstance(content, dict) else None
        for name, variations in (responses or {}).items():
            texts[name] = "\n".join(_lines(variations))
    for pattern in _OTHERS:
        for file in sorted(root.glob(pattern)):
            shown = file.relative_to(root).as_posix()
            for place, text in _leaves(yaml.load(file.read_text("utf-8"), _LOADER)):
                texts[f"{shown}: {place}"] = text
    return texts


def reworded(old: dict[str, str], new: dict[str, str]) -> list[Reworded]:
    """What reads differently, by name."""
    names = sorted(old.keys() | new.keys())
    return [Reworded(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)]


def _cases(variation: Any) -> Iterator[tuple[str, str]]:
    for condition in variation.get("condition", ()):
        if isinstance(condition, dict):
            yield str(condition.get("name")), str(condition.get("value"))


def _lines(variations: Any) -> Iterator[str]:
    for variation in variations or ():
        when = [_CASES.get(case, " is ".join(case)) for case in _cases(variation)]
        about = f" ({', '.join(when)})" if when else ""
        if "text" in variation:
            yield f"{str(variation['text']).strip()}{about}"
        for button in variation.get("buttons", ()):
            yield f"[{button.get('title')}]{about}"
        if variation.get("image"):
            yield f"(picture {variation['image']}){about}"


def _leaves(content: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """The texts of more than one word in a table, each with the keys that lead to it."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key not in _NOT_SHOWN:
                yield from _leaves(value, f"{place} {key}".strip())
    elif isinstance(content, list):
        for number, value in enumerate(content, start=1):
            yield from _leaves(value, f"{place} {number}".strip())
    elif isinstance(content, str) and " " in content.strip():
        yield place, content.strip()
