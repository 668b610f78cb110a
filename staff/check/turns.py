"""The turns of a rule or story: what the patient means, what the bot does then, and what it knows at that moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from staff.check.domain import Domain
from staff.check.finding import Mark
from staff.check.rasa_data import Course

LISTEN = "waits for the patient"

Slots = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Turn:
    """One turn. `does` has the bot's actions with their lines, and that it waits, unless a form goes on.

    history   everything before and the intent itself, as far as rules and stories see it
    """

    course: Course
    intent: str | None
    loop: str | None
    slots: Slots
    history: tuple[Any, ...]
    does: tuple[tuple[str, Mark], ...]

    @property
    def actions(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.does)

    @property
    def known(self) -> dict[str, Any]:
        """What the conditions of rules may ask for."""
        return {"active_loop": self.loop, **{f"slot {name}": value for name, value in self.slots}}


def turns(course: Course, domain: Domain) -> Iterator[Turn]:
    """The turns of a course, in order; what the bot does before the first intent is a turn without one."""
    slots = {name: domain.initial(name) for name in domain.slots if domain.influences(name)}
    history: list[Any] = []
    loop: str | None = None
    place = 0
    while place < len(course.steps):
        step = course.steps[place]
        place += 1
        if step.kind == "loop":
            loop = step.name
        elif step.kind == "slot":
            slots |= {name: value for name, value in step.slots if name in slots}
        else:
            intent = step.name if step.kind == "intent" else None
            seen = tuple(sorted(slots.items()))
            history.append((intent, loop, seen) if intent else step.name)
            does = _does(course, place if intent else place - 1)
            yield Turn(course, intent, loop, seen, tuple(history), does)
            while intent is None and place < len(course.steps) and course.steps[place].kind == "action":
                place += 1
            if intent is not None:
                actions = [name for name, _ in does if name != LISTEN]
                history += actions
                place = _after(course, place, len(actions))


def _does(course: Course, place: int) -> tuple[tuple[str, Mark], ...]:
    done: list[tuple[str, Mark]] = []
    for step in course.steps[place:]:
        if step.kind == "intent":
            break
        if step.kind == "loop" and step.name:
            return tuple(done)
        if step.kind == "action" and step.name:
            done.append((step.name, step.at))
    last = done[-1][1] if done else course.steps[place - 1].at
    return (*done, (LISTEN, last)) if course.listens else tuple(done)


def _after(course: Course, place: int, actions: int) -> int:
    """The place behind so many actions."""
    while actions:
        actions -= course.steps[place].kind == "action"
        place += 1
    return place


def condition(rule: Course, domain: Domain) -> dict[str, Any]:
    """What must hold for a rule, as in `Turn.known`; slots that rules do not see are left out."""
    found: dict[str, Any] = {}
    for step in rule.conditions:
        if step.kind == "loop":
            found["active_loop"] = step.name
        found |= {f"slot {name}": value for name, value in step.slots if domain.influences(name)}
    return found
