"""Slots, forms, entities and actions that do not exist, are never used or stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from staff.check.domain import FILE
from staff.check.finding import Finding, Mark, nearest, warning
from staff.check.marked import maps_in, mark_of
from staff.check.project import Project

# Rasa's own.
REQUESTED_SLOT = "requested_slot"
_OF_RASA = frozenset({"action_listen", "action_restart", "action_session_start", "action_deactivate_loop"})


def check(project: Project) -> Iterator[Finding]:
    """Everything about the names of domain.yml but its intents."""
    domain = project.domain
    if not domain.known:
        return
    for name, at, first in domain.twice:
        yield Finding(at, f"`{name}` stands here a second time (first on line {first.line})", "delete one of them")
    yield from _steps(project)
    yield from _conditions(project)
    yield from _forms(project)
    yield from _actions(project)
    yield from _unused(project)
    for example in project.data.examples:
        for entity in example.entities:
            if entity and entity not in domain.entities:
                change = nearest(entity, domain.entities, "take the brackets away: the bot finds its entities itself")
                yield Finding(example.at, f"there is no entity `{entity}`", change)


def _steps(project: Project) -> Iterator[Finding]:
    domain = project.domain
    for course in (*project.data.courses, *project.test_stories.courses):
        for step in (*course.conditions, *course.steps):
            name = step.name or ""
            if step.kind == "action" and not name.startswith("utter_"):
                known = {*domain.actions, *domain.forms}
                if name not in known | _OF_RASA:
                    otherwise = f"the bot has only the actions of {FILE}; an answer's name begins with utter_"
                    yield Finding(step.at, f"there is no action `{name}`", nearest(name, known, otherwise))
            elif step.kind == "loop" and name and name not in domain.forms:
                yield Finding(step.at, f"there is no form `{name}`", nearest(name, domain.forms, _only(domain.forms)))
            for slot, _ in step.slots:
                yield from _slot_in_course(project, slot, step.at)


def _slot_in_course(project: Project, slot: str, at: Mark) -> Iterator[Finding]:
    slots = project.domain.slots
    if slot not in slots and slot != REQUESTED_SLOT:
        yield Finding(at, f"there is no slot `{slot}`", nearest(slot, slots, _only(slots)))
    elif not project.domain.influences(slot):
        wrong = f"the slot `{slot}` makes no difference to rules and stories"
        yield Finding(at, wrong, f"take it out here ({FILE} says `influence_conversation: false` of it)")


def _conditions(project: Project) -> Iterator[Finding]:
    slots = project.domain.slots
    for variation in project.data.variations:
        for entry in maps_in(variation.entry, "condition"):
            slot = str(entry.get("name"))
            if slot not in slots:
                wrong = f"the condition names a slot that does not exist (`{slot}`)"
                yield Finding(mark_of(entry, "name"), wrong, nearest(slot, slots, _only(slots)))


def _forms(project: Project) -> Iterator[Finding]:
    domain = project.domain
    for form, required in domain.required.items():
        for slot in required:
            if slot not in domain.slots:
                change = nearest(slot, domain.slots, "add it to the slots, or take it out here")
                yield Finding(domain.forms[form], f"`{form}` asks for a slot that does not exist (`{slot}`)", change)
            elif f"utter_ask_{slot}" not in {*project.data.responses, *project.unreadable_names}:
                wrong = f"`utter_ask_{slot}` is missing, so the question is never asked"
                if slot not in project.code.quoted:
                    yield Finding(domain.forms[form], wrong, "write the question in data/triage/questions.yml")


def _actions(project: Project) -> Iterator[Finding]:
    domain, written = project.domain, project.code.actions
    for name, at in domain.actions.items():
        if name not in written:
            yield Finding(at, f"nobody has written the action `{name}`", nearest(name, written, "take it out here"))
    for name in sorted(written - set(domain.actions)):
        yield Finding(Mark(FILE, 1), f"the action `{name}` is missing, which the bot needs", "put it back")


def _unused(project: Project) -> Iterator[Finding]:
    domain = project.domain
    steps = [step for course in project.data.courses for step in (*course.conditions, *course.steps)]
    named = {str(step.name) for step in steps} | {slot for step in steps for slot, _ in step.slots}
    named |= {slot for variation in project.data.variations for slot in variation.condition}
    named |= {slot for required in domain.required.values() for slot in required}
    used = named | project.code.words | project.unreadable_names
    for kind, names in (("slot", domain.slots), ("form", domain.forms), ("entity", domain.entities)):
        for name, at in names.items():
            if name not in used:
                yield warning(at, f"the {kind} `{name}` is never used", "take it out here")
    for name, at in domain.actions.items():
        if name not in named | project.code.quoted:
            yield warning(at, f"the action `{name}` is never used", "take it out here")


def _only(names: object) -> str:
    listed = ", ".join(sorted(names)) if isinstance(names, dict) else ""
    return f"use one of {FILE}: {listed}"
