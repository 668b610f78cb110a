"""The rules and stories of data/, and which of them fits what the bot did in a turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from staff.places import Place, Places, plain_value
from staff.trying.facts import TurnFacts
from triage.marked_yaml import line_of

_ANY_LOOP = object()


@dataclass(frozen=True)
class Course:
    """One rule or story: `steps` are its intents and actions, each ("intent" | "action", the names that fit)."""

    kind: str
    name: str
    place: Place
    steps: tuple[tuple[str, tuple[str, ...]], ...]
    slots: Mapping[str, Any] = field(default_factory=dict)
    loop: object = _ANY_LOOP

    def holds_in(self, turn: TurnFacts) -> bool:
        """Whether the conditions of a rule were met as the turn's message came."""
        # A slot that was never set holds nothing, which a condition may call false.
        known = all((turn.slots_before.get(name) or False) == (value or False) for name, value in self.slots.items())
        return known and self.loop in (_ANY_LOOP, turn.loop_before)


def read_courses(places: Places) -> tuple[Course, ...]:
    """All rules and stories. Raises yaml.YAMLError for a file that is not YAML."""
    return tuple(
        course
        for file, top in places.data_files()
        for kind, key in (("rule", "rules"), ("story", "stories"))
        for course in _courses(file, top, kind, key)
    )


def courses_behind(courses: Sequence[Course], turn: TurnFacts, kind: str, action: str) -> list[Course]:
    """The rules or stories (`kind`) by which `action` follows in this turn; of several, those that fit best.

    A story fits the better the more of what was said before it tells; a rule must have its conditions met.
    """
    scored = [
        (score, course)
        for course in courses
        if course.kind == kind and course.holds_in(turn) and (score := _fit(course, turn, action)) is not None
    ]
    best = max((score for score, _ in scored), default=0)
    return [course for score, course in scored if score == best]


def _fit(course: Course, turn: TurnFacts, action: str) -> int | None:
    """How many steps in a row lead to `action`, counted back from it; None if the course does not lead there."""
    past = (*turn.steps_before, ("intent", turn.intent or ""), *(("action", d.action) for d in turn.done))
    places = [i for i, step in enumerate(past) if step == ("action", action) and i > len(turn.steps_before)]
    ends = [i for i, (kind, names) in enumerate(course.steps) if kind == "action" and action in names]
    fits = [_agreeing(course.steps[:end], past[: places[0]]) for end in ends] if places else []
    told = max(fits, default=0)
    if told:
        return told
    # A rule without an intent: what follows when the form is over.
    begins_with_action = bool(course.steps) and course.steps[0][0] == "action"
    return 0 if any(ends) and begins_with_action else None


def _agreeing(steps: Sequence[tuple[str, tuple[str, ...]]], past: Sequence[tuple[str, str]]) -> int:
    count = 0
    for (kind, names), (past_kind, past_name) in zip(reversed(steps), reversed(past), strict=False):
        if kind != past_kind or past_name not in names:
            break
        count += 1
    return count


def _courses(file: str, top: yaml.Node | None, kind: str, key: str) -> Iterator[Course]:
    for item in _items(_of(top, key)):
        name = _of(item, kind)
        if name is None:
            continue
        slots, loop = _conditions(_of(item, "condition"))
        yield Course(
            kind, str(name.value), Place(file, line_of(name)), tuple(_steps(_of(item, "steps"))), slots, loop
        )


def _conditions(node: yaml.Node | None) -> tuple[dict[str, Any], object]:
    slots: dict[str, Any] = {}
    loop: object = _ANY_LOOP
    for one in plain_value(node) or ():
        for slot in one.get("slot_was_set") or ():
            slots.update(slot if isinstance(slot, dict) else {})
        loop = one.get("active_loop", loop)
    return slots, loop


def _steps(node: yaml.Node | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    for step in plain_value(node) or ():
        one_of = step.get("or") if isinstance(step.get("or"), list) else [step]
        for kind in ("intent", "action"):
            names = tuple(str(each[kind]) for each in one_of if kind in each)
            if names:
                yield kind, names


def _of(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []
