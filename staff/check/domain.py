"""The names of domain.yml, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from staff.check.finding import Mark
from staff.check.marked import Items, Map, map_in, texts_in

FILE = "domain.yml"


@dataclass(frozen=True)
class Domain:
    """The contract between the parts, as the file says it; `twice` has what stands in a list a second time.

    Where the file cannot be read, everything is empty and `known` is False.
    """

    known: bool = False
    intents: Mapping[str, Mark] = field(default_factory=dict)
    entities: Mapping[str, Mark] = field(default_factory=dict)
    slots: Mapping[str, Mark] = field(default_factory=dict)
    forms: Mapping[str, Mark] = field(default_factory=dict)
    actions: Mapping[str, Mark] = field(default_factory=dict)
    twice: tuple[tuple[str, Mark, Mark], ...] = ()
    definitions: Mapping[str, Any] = field(default_factory=dict)
    required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def initial(self, slot: str) -> Any:
        """What a slot holds at the beginning of a conversation."""
        definition = self.definitions.get(slot)
        return definition.get("initial_value") if isinstance(definition, dict) else None

    def influences(self, slot: str) -> bool:
        """Whether rules and stories see a slot."""
        definition = self.definitions.get(slot)
        return not isinstance(definition, dict) or definition.get("influence_conversation") is not False


def read_domain(value: Any) -> Domain:
    """The domain of a file's value."""
    if not isinstance(value, Map) or not value:
        return Domain()
    twice: list[tuple[str, Mark, Mark]] = []
    lists = {key: _listed(value.get(key), twice) for key in ("intents", "entities", "actions")}
    slots, forms = map_in(value, "slots"), map_in(value, "forms")
    return Domain(
        known=True,
        intents=lists["intents"],
        entities=lists["entities"],
        actions=lists["actions"],
        slots=slots.keys_at if slots is not None else {},
        forms=forms.keys_at if forms is not None else {},
        twice=tuple(twice),
        definitions=slots or {},
        required={form: tuple(texts_in(inner, "required_slots")) for form, inner in (forms or {}).items()},
    )


def _listed(items: Any, twice: list[tuple[str, Mark, Mark]]) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    if not isinstance(items, Items):
        return found
    for item, at in zip(items, items.each_at, strict=True):
        name = next(iter(item), "") if isinstance(item, Map) else str(item)
        if name in found:
            twice.append((name, at, found[name]))
        else:
            found[name] = at
    return found
