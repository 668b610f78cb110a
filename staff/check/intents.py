"""Intents that do not exist, stand twice, cannot be understood, or are understood and then not answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from staff.check.buttons import payload_intent
from staff.check.copies import copy_and_original
from staff.check.domain import FILE
from staff.check.finding import Finding, Mark, nearest
from staff.check.project import Project

# Meant by an option or by nobody: no example says them.
WITHOUT_EXAMPLES = frozenset({"answer", "nlu_fallback"})
_NEW = f"add it to {FILE}, and examples to data/"


def check(project: Project) -> Iterator[Finding]:
    """Everything about intents."""
    if not project.domain.known:
        return
    yield from _unknown(project)
    yield from _twice(project)
    yield from _never(project)


def _unknown(project: Project) -> Iterator[Finding]:
    intents = project.domain.intents
    for said in project.data.intents:
        if said not in intents and said not in project.unreadable_names:
            yield Finding(said.at, f"there is no intent `{said}` in {FILE}", _named_there(said, intents))
    for name, at in _named(project):
        if name not in intents and name not in project.unreadable_names:
            has_examples = name in project.data.intents
            change = _named_there(name, intents) if has_examples else nearest(name, intents, _NEW)
            yield Finding(at, f"there is no intent `{name}`", change)


def _named_there(name: str, intents: Iterable[str]) -> str:
    """What to do with a name that has examples: most likely its line was forgotten."""
    meant = nearest(name, intents, "")
    return (f"{meant} If it is a new one, " if meant else "") + f"add the line `- {name}` to `intents:` in {FILE}"


def _named(project: Project) -> Iterator[tuple[str, Mark]]:
    """Every intent that a rule, a story, a test story or a clinical table names."""
    for course in (*project.data.courses, *project.test_stories.courses):
        for step in course.steps:
            if step.kind == "intent" and step.name:
                yield step.name, step.at
    yield from project.clinical.intents()


def _twice(project: Project) -> Iterator[Finding]:
    first: dict[str, Mark] = {}
    for name in project.data.intents:
        if name in first:
            at, other = copy_and_original(name, first[name], name.at)
            wrong = f"`{name}` has examples here and in {other}"
            yield Finding(at, wrong, "rename this one if it is another (a copied file?), or put them together")
        first.setdefault(name, name.at)


def _never(project: Project) -> Iterator[Finding]:
    said = {str(name) for name in project.data.intents}
    begun = {
        step.name for course in project.data.courses for step in course.steps if step.kind == "intent"
    }
    answered = begun | project.code.quoted | project.unreadable_names
    pressed = {
        payload_intent(button.get("payload")) for variation in project.data.variations for button in variation.buttons
    }
    for name, at in project.domain.intents.items():
        if name not in said and name not in WITHOUT_EXAMPLES and name not in project.unreadable_names:
            wrong = f"no file of data/ has examples of `{name}`, so it is never understood"
            yield Finding(at, wrong, "give it examples (`- intent:` in a file of data/), or take it out here")
        elif name not in answered | WITHOUT_EXAMPLES:
            also = " and there is an option for it" if name in pressed else ""
            wrong = f"`{name}` is understood{also}, but nothing answers it"
            yield Finding(at, wrong, f"add a rule with `- intent: {name}` to its file in data/, or take it out here")
