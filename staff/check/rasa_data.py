"""What data/ says to Rasa: examples, answers, rules and stories, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

from staff.check.document import Document
from staff.check.finding import Mark
from staff.check.marked import Map, Text, map_in, maps_in, text_in

# [words](entity), [words]{"entity": "…"}
_ANNOTATED = re.compile(r"\[([^\]]+)\](?:\(([^)]*)\)|\{([^}]*)\})")


@dataclass(frozen=True)
class Example:
    """One way in which patients say an intent."""

    text: str
    intent: str
    at: Mark
    entities: tuple[str, ...] = ()


@dataclass(frozen=True)
class Variation:
    """One wording of an answer; `number` counts from 1."""

    response: str
    number: int
    entry: Map
    document: Document

    @property
    def at(self) -> Mark:
        return self.entry.at

    @property
    def text(self) -> Text | None:
        return text_in(self.entry, "text")

    @property
    def buttons(self) -> list[Map]:
        return maps_in(self.entry, "buttons")

    @property
    def condition(self) -> dict[str, Any]:
        """The slots that the condition names, with the values that they must have."""
        return {str(one.get("name")): one.get("value") for one in maps_in(self.entry, "condition")}


@dataclass(frozen=True)
class Step:
    """One step of a rule or story. `kind` is intent, action, loop or slot; `name` is None for a form that ends."""

    kind: str
    name: str | None
    at: Mark
    slots: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Course:
    """A rule or a story: its name, what must hold before it (of a rule), and its steps."""

    kind: str
    name: str
    at: Mark
    steps: tuple[Step, ...]
    conditions: tuple[Step, ...] = field(default=())
    listens: bool = True


class RasaData:
    """All that the files of data/ say."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Take the readable files of training data."""
        self._documents = [document for document in documents if isinstance(document.value, Map)]

    @cached_property
    def intents(self) -> list[Text]:
        """Every place where an intent has examples, in order."""
        return [
            name
            for document in self._documents
            for item in maps_in(document.value, "nlu")
            if (name := text_in(item, "intent")) is not None
        ]

    @cached_property
    def examples(self) -> list[Example]:
        """Every example of every intent."""
        return [example for document in self._documents for example in _examples_in(document)]

    @cached_property
    def responses(self) -> dict[str, list[Mark]]:
        """Where each answer stands; more than one place is a mistake."""
        found: dict[str, list[Mark]] = {}
        for document in self._documents:
            for name in (entries := map_in(document.value, "responses")) or ():
                assert entries is not None
                found.setdefault(name, []).append(entries.keys_at[name])
        return found

    @cached_property
    def variations(self) -> list[Variation]:
        """Every wording of every answer."""
        return [
            Variation(name, number, entry, document)
            for document in self._documents
            if (entries := map_in(document.value, "responses")) is not None
            for name in entries
            for number, entry in enumerate(maps_in(entries, name), start=1)
        ]

    @cached_property
    def by_response(self) -> Mapping[str, list[Variation]]:
        """The wordings of each answer."""
        found: dict[str, list[Variation]] = {}
        for variation in self.variations:
            found.setdefault(variation.response, []).append(variation)
        return found

    @cached_property
    def courses(self) -> list[Course]:
        """Every rule and story; one with alternatives (`or:`) once for each."""
        return [
            course
            for document in self._documents
            for kind in ("rule", "story")
            for item in maps_in(document.value, f"{kind}s" if kind == "rule" else "stories")
            for course in _courses(kind, item)
        ]


@lru_cache(maxsize=2048)
def _examples_in(document: Document) -> tuple[Example, ...]:
    return tuple(example for item in maps_in(document.value, "nlu") for example in examples_of(item, document))


def examples_of(item: Map, document: Document) -> Iterator[Example]:
    """The examples of one intent, each with its line. Lines without a dash are passed over."""
    intent, block = text_in(item, "intent"), text_in(item, "examples")
    if intent is None or block is None:
        return
    first = block.at.line + (1 if block.style in ("|", ">") else 0)
    for number, line in enumerate(block.splitlines(), start=first):
        said = line.strip()
        if said.startswith("-") and said[1:].strip():
            annotated = said[1:].strip()
            names = tuple((one[2] or one[3] or "").split('"')[0] for one in _ANNOTATED.finditer(annotated))
            yield Example(_ANNOTATED.sub(r"\1", annotated), str(intent), document.mark(number), names)


def _courses(kind: str, item: Map) -> Iterator[Course]:
    name = str(item.get(kind) or "")
    conditions = tuple(step for entry in maps_in(item, "condition") for step in _steps_of(entry))
    alternatives = [_alternatives(entry) for entry in maps_in(item, "steps")]
    listens = item.get("wait_for_user_input") is not False
    for chosen in product(*alternatives):
        steps = tuple(step for steps in chosen for step in steps)
        yield Course(kind, name, item.at, steps, conditions, listens)


def _alternatives(entry: Map) -> list[tuple[Step, ...]]:
    ways = maps_in(entry, "or")
    return [tuple(_steps_of(way)) for way in ways] if ways else [tuple(_steps_of(entry))]


def _steps_of(entry: Map) -> Iterator[Step]:
    for key, at in entry.keys_at.items():
        value = entry[key]
        if key in ("intent", "action") and isinstance(value, str):
            yield Step(key, value, at)
        elif key == "active_loop":
            yield Step("loop", value if isinstance(value, str) else None, at)
        elif key == "slot_was_set":
            pairs = tuple((name, inner) for one in maps_in(entry, key) for name, inner in one.items())
            yield Step("slot", None, at, pairs)
