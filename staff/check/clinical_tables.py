"""The tables of clinical/ as the check reads them: with lines, and also when something in them is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from staff.check.finding import Mark
from staff.check.marked import Items, Map, Text, map_in, maps_in, mark_of

RED_FLAGS = "clinical/red_flags.yml"
DISPOSITIONS = "clinical/dispositions.yml"
FIRST_AID = "clinical/first_aid.yml"
CAUSES = "clinical/causes.yml"


class ClinicalTables:
    """Red flags, levels, first aid and causes; what is missing is empty."""

    def __init__(self, value: Callable[[str], Any]) -> None:
        """Take what gives the value of a file."""
        self._value = value

    @cached_property
    def flags(self) -> Map:
        """Each red flag's entry."""
        return map_in(self._value(RED_FLAGS), "flags") or _nothing(RED_FLAGS)

    @cached_property
    def signs(self) -> list[Map]:
        """The rules of signs that are no red flags."""
        return maps_in(self._value(RED_FLAGS), "signs")

    @cached_property
    def groups(self) -> Map:
        """The groups of flags."""
        return map_in(self._value(RED_FLAGS), "groups") or _nothing(RED_FLAGS)

    @cached_property
    def levels(self) -> Map:
        """Each level's entry."""
        return map_in(self._value(DISPOSITIONS), "levels") or _nothing(DISPOSITIONS)

    @cached_property
    def unsure(self) -> Map:
        """What a second "not sure" leads to."""
        return map_in(self._value(DISPOSITIONS), "unsure") or _nothing(DISPOSITIONS)

    @cached_property
    def locked(self) -> tuple[str, ...]:
        """The levels after which nothing but the emergency is talked about."""
        return tuple(name for name, entry in self.levels.items() if isinstance(entry, Map) and entry.get("locked"))

    @cached_property
    def steps(self) -> list[Map]:
        """The first-aid steps."""
        return maps_in(self._value(FIRST_AID), "steps")

    @cached_property
    def cautions(self) -> Items:
        """The answers about cold and heat."""
        cautions = map_in(self._value(FIRST_AID), "cautions")
        answers = cautions.get("answers") if cautions is not None else None
        return answers if isinstance(answers, Items) else Items()

    @cached_property
    def causes(self) -> Map:
        """What brings a spasm on."""
        return map_in(self._value(CAUSES), "causes") or _nothing(CAUSES)

    def asked_in(self, question: str) -> list[str]:
        """The flags that a tick list asks about."""
        return [name for name, entry in self.flags.items() if _get(entry, "asked_in") == question]

    def responses(self) -> Iterator[Text]:
        """Every response that a table names."""
        for file in (RED_FLAGS, DISPOSITIONS, FIRST_AID, CAUSES):
            yield from _named(self._value(file))

    def intents(self) -> Iterator[tuple[str, Mark]]:
        """Every intent that a table names, with its line."""
        levels = self._value(DISPOSITIONS)
        topics = levels.get("advice_topics") if isinstance(levels, Map) else None
        if isinstance(topics, Items):
            yield from ((str(topic), at) for topic, at in zip(topics, topics.each_at, strict=True))
        yield from (map_in(levels, "always_answered") or _nothing(DISPOSITIONS)).keys_at.items()
        for cause in self.causes.values():
            if isinstance(cause, Map) and "told_by" in cause:
                yield str(cause["told_by"]), mark_of(cause, "told_by")


def _named(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        if value.startswith("utter_"):
            yield value
    elif isinstance(value, Map | Items):
        for inner in value.values() if isinstance(value, Map) else value:
            yield from _named(inner)


def _get(entry: Any, key: str) -> Any:
    return entry.get(key) if isinstance(entry, Map) else None


def _nothing(path: str) -> Map:
    empty = Map()
    empty.at, empty.keys_at = Mark(path, 1), {}
    return empty
