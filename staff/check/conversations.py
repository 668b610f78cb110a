"""The conversations of tests/conversations: the answers and openings that they name exist, and no two are alike."""

from __future__ import annotations

from collections.abc import Iterator

from staff.check.document import Document
from staff.check.finding import Finding, Mark, nearest, shown
from staff.check.marked import Items, Map, maps_in, text_in, texts_in
from staff.check.project import Project

_OPENINGS = "tests/conversations/openings.yml"
_RESPONSES = ("responses", "not_responses", "only_responses")
_EXPECTED = frozenset({*_RESPONSES, "asking", "disposition", "about", "present", "denied", "unsure", "options"})


def check(project: Project) -> Iterator[Finding]:
    """Every name that a conversation expects and that does not exist."""
    openings = project.value(_OPENINGS)
    for document in project.of_kind("conversations"):
        yield from _conversations(project, document, openings if isinstance(openings, Map) else Map())
    if isinstance(openings, Map):
        for turns in openings.values():
            yield from _turns(project, turns)


def _conversations(project: Project, document: Document, openings: Map) -> Iterator[Finding]:
    names: dict[str, Mark] = {}
    for entry in document.value if isinstance(document.value, Items) else ():
        name, opening = text_in(entry, "name"), text_in(entry, "opening")
        if name is not None:
            if name in names:
                wrong = f"two conversations are named `{shown(name)}` (first on line {names[name].line})"
                yield Finding(name.at, wrong, "give one another name")
            names.setdefault(str(name), name.at)
        if opening is not None and opening not in openings and openings:
            change = nearest(opening, openings, f"use one of {', '.join(openings)}")
            yield Finding(opening.at, f"there is no opening `{opening}`", change)
        turns = maps_in(entry, "turns")
        if turns and not any(_EXPECTED & turn.keys() or "not_options" in turn for turn in turns):
            yield Finding(entry.at, "expects nothing, so it always passes", "say in a turn what must be true after it")
        yield from _turns(project, entry.get("turns") if isinstance(entry, Map) else None)


def _turns(project: Project, turns: object) -> Iterator[Finding]:
    known = {*project.data.responses, *project.unreadable_names}
    for turn in turns if isinstance(turns, Items) else ():
        for key in _RESPONSES:
            for name in texts_in(turn, key):
                if name not in known:
                    change = nearest(name, project.data.responses, "use the name of an answer in data/")
                    yield Finding(name.at, f"there is no answer `{name}`", change)
