"""Rules and stories by themselves: what each must have, and names that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from staff.check.finding import Finding, Mark, shown
from staff.check.project import Project
from staff.check.rasa_data import Course, Step


def check(project: Project) -> Iterator[Finding]:
    """Everything about single rules and stories."""
    first: dict[tuple[str, str], Mark] = {}
    seen: set[Mark] = set()
    for course in project.data.courses:
        if course.at in seen:
            continue
        seen.add(course.at)
        key = (course.kind, course.name)
        if course.name and key in first:
            wrong = f"the {course.kind} `{shown(course.name)}` has the same name as the one in {first[key]}"
            yield Finding(course.at, wrong, "give this one another name (a copied file?), or delete it")
        first.setdefault(key, course.at)
        yield from _shape(course, frozenset(project.domain.forms), project.unreadable_names)


def _shape(course: Course, forms: frozenset[str], unreadable: frozenset[str]) -> Iterator[Finding]:
    turns = [step for step in course.steps if step.kind in ("intent", "action")]
    if not turns:
        return
    begins, ends = turns[0], turns[-1]
    if begins.kind == "action" and begins.name not in forms | unreadable:
        wrong = f"this {course.kind} begins with what the bot does"
        yield Finding(begins.at, wrong, "put `- intent:` before it: what the patient means")
    if ends.kind == "intent" and not _goes_on(course, ends):
        wrong = f"after `{ends.name}` this {course.kind} says nothing"
        yield Finding(ends.at, wrong, "put `- action:` after it: what the bot answers")
    for one, other in pairwise((*course.steps, None)):
        if one is not None and one.kind == "action" and one.name in forms and (other is None or other.kind != "loop"):
            wrong = f"after the form `{one.name}` this {course.kind} does not say that it begins or ends"
            yield Finding(one.at, wrong, f"put `- active_loop: {one.name}` after it, or `- active_loop: null`")
    for one, other in pairwise(turns):
        if one.kind == other.kind == "intent":
            wrong = f"`{one.name}` and `{other.name}` follow one another without an answer"
            yield Finding(other.at, wrong, "put `- action:` between them: what the bot answers")


def _goes_on(course: Course, last: Step) -> bool:
    """Whether a form begins or ends after a step."""
    return any(step.kind == "loop" for step in course.steps[course.steps.index(last) :])
