"""The first-aid steps for one patient: ice or heat by the hours, without what they must not use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ICE, HEAT = "ice", "heat"
THERMAL = (ICE, HEAT)


@dataclass(frozen=True)
class Step:
    """One step of `clinical/first_aid.yml`: the responses that tell it."""

    id: str
    response: str
    why: str
    easier: str
    excluded_by: frozenset[str]
    alternative: str | None
    alternative_response: str | None
    skipped: str | None


@dataclass(frozen=True)
class FirstAid:
    """All steps in their order, what is said before and after, and the cautions asked."""

    steps: tuple[Step, ...]
    intro: str
    done: str
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class PlannedStep:
    """A step for this patient. `out`: a caution takes it out, and `step.skipped` is said."""

    step: Step
    out: bool
    with_alternative: bool


def plan(
    first_aid: FirstAid,
    hours_since_onset: float | None,
    heat_after_hours: float,
    cautions: Collection[str],
) -> tuple[PlannedStep, ...]:
    """The steps in their order, with ice or heat as the hours since onset say.

    An unknown onset counts as fresh, unless the clinic gives heat from the start; the other
    pack is named as the alternative, where the patient may use it (clinical brief, section 5).
    """
    hours = 0.0 if hours_since_onset is None else hours_since_onset
    thermal = HEAT if hours >= heat_after_hours else ICE
    by_id = {step.id: step for step in first_aid.steps}
    planned: list[PlannedStep] = []
    for step in first_aid.steps:
        if step.id in THERMAL and step.id != thermal:
            continue
        other = by_id.get(step.alternative or "")
        planned.append(
            PlannedStep(
                step,
                out=not step.excluded_by.isdisjoint(cautions),
                with_alternative=other is not None and other.excluded_by.isdisjoint(cautions),
            )
        )
    return tuple(planned)


def position(steps: tuple[PlannedStep, ...], step_id: str | None) -> int | None:
    """Where a step stands in a plan; ice and heat stand in the same place."""
    wanted = THERMAL if step_id in THERMAL else (step_id,)
    return next((i for i, planned in enumerate(steps) if planned.step.id in wanted), None)


def load_first_aid(path: Path) -> FirstAid:
    """Reads `clinical/first_aid.yml`."""
    content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return FirstAid(
        steps=tuple(_step(entry) for entry in content["steps"]),
        intro=content["intro"],
        done=content["done"],
        cautions=tuple(content["cautions"]["answers"]),
    )


def _step(entry: dict[str, Any]) -> Step:
    return Step(
        id=entry["id"],
        response=entry["response"],
        why=entry["why"],
        easier=entry["easier"],
        excluded_by=frozenset(entry["excluded_by"]),
        alternative=entry.get("alternative"),
        alternative_response=entry.get("alternative_response"),
        skipped=entry.get("skipped"),
    )
