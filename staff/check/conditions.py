"""Variations of an answer: exactly one without a condition, and never two that fit at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from staff.check.finding import Finding, nearest
from staff.check.marked import maps_in, mark_of
from staff.check.project import Project
from staff.check.rasa_data import Variation
from triage.table import DISPOSITIONS

# The values of slots that conditions may ask for; of others any value may come.
_VALUES = {
    "patient": ("self", "other"),
    "disposition": DISPOSITIONS,
    "better_or_worse": ("better", "same", "worse", "new"),
}


def check(project: Project) -> Iterator[Finding]:
    """Everything about the conditions of answers."""
    for name, found in project.data.by_response.items():
        for path in dict.fromkeys(variation.document.path for variation in found):
            # An answer that stands in two files is another finding.
            variations = [variation for variation in found if variation.document.path == path]
            yield from _default(name, variations)
            yield from _overlaps(name, variations)
            for variation in variations:
                yield from _values(variation)


def _default(name: str, variations: list[Variation]) -> Iterator[Finding]:
    free = [variation for variation in variations if "condition" not in variation.entry]
    for variation in free[1:]:
        wrong = f"`{name}` has two variations without a condition (the first on line {free[0].at.line})"
        yield Finding(variation.at, wrong, "only the first would be said: give one a condition, or delete it")
    if not free:
        wrong = f"`{name}` has no variation without a condition, so nothing is said where none of them holds"
        yield Finding(variations[0].at, wrong, "take the condition away from the one that is said otherwise")


def _overlaps(name: str, variations: list[Variation]) -> Iterator[Finding]:
    conditioned = [variation for variation in variations if variation.condition]
    for one, other in combinations(conditioned, 2):
        shared = one.condition.keys() & other.condition.keys()
        if all(one.condition[slot] == other.condition[slot] for slot in shared):
            wrong = f"two variations of `{name}` can hold at once (the other on line {one.at.line})"
            change = "let their conditions ask for different values of one slot"
            yield Finding(other.at, wrong, change)


def _values(variation: Variation) -> Iterator[Finding]:
    for entry in maps_in(variation.entry, "condition"):
        slot, value = str(entry.get("name")), entry.get("value")
        known = _VALUES.get(slot)
        if known and value not in known:
            change = nearest(str(value), known, f"it can be {', '.join(known)}")
            yield Finding(mark_of(entry, "value"), f"the slot `{slot}` never has the value `{value}`", change)
