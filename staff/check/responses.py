"""Answers that do not exist, stand in two files, or are never said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches

from staff.check.copies import copy_and_original
from staff.check.finding import Finding, Mark, nearest, warning
from staff.check.project import Project
from staff.check.rasa_data import Course


def check(project: Project) -> Iterator[Finding]:
    """Everything about the names of answers."""
    responses = project.data.responses
    for name, places in responses.items():
        for place in places[1:]:
            at, other = copy_and_original(name, places[0], place)
            wrong = f"`{name}` stands here and in {other}: patients would read only one of them"
            yield Finding(at, wrong, "rename this one if it is another answer (a copied file?), or delete one")
    known = frozenset(responses) | project.unreadable_names
    for name, at in _tested(project):
        if name not in known:
            change = nearest(name, responses, "use the name of an answer in data/")
            yield Finding(at, f"there is no answer `{name}`", change)
    needed = project.code.responses(frozenset(project.clinical.flags), project.clinical.locked)
    named = list(_named(project))
    said = {name for name, _ in named}
    idle = responses.keys() - said - needed
    for name, at in named:
        if name not in known:
            yield Finding(at, f"there is no answer `{name}`, so nothing would be said", _instead(project, name, idle))
    yield from _missing(project, frozenset(needed - known), said)
    for name, places in responses.items():
        if name not in said | needed | project.unreadable_names:
            yield warning(places[0], f"`{name}` is never said", "name it in a rule or a story, or delete it")


def _instead(project: Project, name: str, idle: Set[str]) -> str:
    """What to do about an answer that is named and does not exist: one that nobody names is most likely meant."""
    responses = project.data.responses
    for alike in get_close_matches(name, sorted(idle), n=1, cutoff=0.8):
        return f"did you mean `{alike}`? Nobody names that one, at {responses[alike][0]}: write both names alike"
    return nearest(name, responses, "write it under `responses:` in a file of data/")


def _named(project: Project) -> Iterator[tuple[str, Mark]]:
    """Every answer that a rule, a story, a clinical table or config.yml names."""
    yield from _in_courses(project.data.courses)
    for name in project.clinical.responses():
        yield str(name), name.at
    config = project.documents.get("config.yml")
    for number, line in enumerate(config.lines if config else (), start=1):
        _, found, rest = line.partition("core_fallback_action_name:")
        if found and config and rest.strip().startswith("utter_"):
            yield rest.split()[0], config.mark(number)


def _tested(project: Project) -> Iterator[tuple[str, Mark]]:
    """Every answer that a test story names, which does not make it one that is said."""
    yield from _in_courses(project.test_stories.courses)


def _in_courses(courses: Iterable[Course]) -> Iterator[tuple[str, Mark]]:
    for course in courses:
        for step in course.steps:
            if step.kind == "action" and step.name and step.name.startswith("utter_"):
                yield step.name, step.at


def _missing(project: Project, missing: frozenset[str], said: set[str]) -> Iterator[Finding]:
    """What the bot says by itself, without a rule, and what no file of data/ has."""
    for name in sorted(missing - said):
        if name.startswith("utter_explain_"):
            wrong, change = f"`{name}` is missing", "write how the question is asked again in other words"
        elif name.startswith("utter_ask_confirm_"):
            flag = name.removeprefix("utter_ask_confirm_")
            wrong, change = f"`{name}` is missing", f"write the question that asks whether there is `{flag}`"
        elif name.startswith("utter_ask_"):
            wrong, change = f"`{name}` is missing, so the question is never asked", "write the question and its options"
        else:
            wrong, change = f"`{name}` is missing, which the bot says by itself", "put it back"
        yield Finding(_nearest_place(project, name), wrong, change)


def _nearest_place(project: Project, name: str) -> Mark:
    """Where a missing answer most likely belongs: beside the answer with the nearest name."""
    responses = project.data.responses
    alike = max(responses, key=lambda other: (_common(other, name), other), default=None)
    flag = name.removeprefix("utter_ask_confirm_")
    if flag in project.clinical.flags.keys_at and "confirm_" in name:
        return project.clinical.flags.keys_at[flag]
    return Mark(responses[alike][0].path, 1) if alike else Mark("data", 1)


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
