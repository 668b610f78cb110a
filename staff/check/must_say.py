"""What some answers must say, because a patient may read nothing else: the rules of must_say.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from staff.check.finding import Finding
from staff.check.marked import Text
from staff.check.project import Project

FILE = Path(__file__).with_name("must_say.yml")


@dataclass(frozen=True)
class Rule:
    """One rule: the answers that it is about, and what each of their variations must and must not say."""

    rule: str
    answers: tuple[str, ...]
    why: str
    says: tuple[str, ...] = ()
    in_order: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    before: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules as they stand in the file."""
    entries: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
    return tuple(Rule(**{key: _fixed(value) for key, value in entry.items()}) for entry in entries)


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def check(project: Project) -> Iterator[Finding]:
    """Every answer that does not say what it must."""
    for rule in rules():
        yield from broken(project, rule)


def broken(project: Project, rule: Rule) -> Iterator[Finding]:
    """Where one rule is broken."""
    for name in rule.answers:
        for variation in project.data.by_response.get(name, ()):
            if variation.text is not None:
                for wrong in _missing(variation.text, rule):
                    yield Finding(variation.text.at, f"`{name}` {wrong}", rule.why)


def _missing(text: Text, rule: Rule) -> Iterator[str]:
    counted = text.partition(rule.before)[0] if rule.before else str(text)
    for wanted in rule.says:
        ways = [way.strip() for way in wanted.split("|")]
        if not any(_find(way, counted) >= 0 for way in ways):
            yield f"does not say {' or '.join(ways)}"
    for word in rule.never:
        if _find(word, counted) >= 0:
            yield f"says {word}"
    places = [_find(wanted, counted) for wanted in rule.in_order]
    for wanted, place in zip(rule.in_order, places, strict=True):
        if place < 0:
            yield f"does not say {wanted}"
    if -1 not in places and places != sorted(places):
        yield f"does not say these in order: {', '.join(rule.in_order)}"


def _find(words: str, text: str) -> int:
    """Where some words begin in a text; in capitals only if they are a name like ER."""
    flags = 0 if words.isupper() else re.IGNORECASE
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, flags)
    return found.start() if found else -1
