"""The conversations of tests/conversations: the answers and openings that they name exist, and no two are alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from staff.check.buttons import payload_intent
from staff.check.document import Document
from staff.check.finding import Finding, Mark, nearest, shown
from staff.check.marked import Items, Map, maps_in, text_in, texts_in
from staff.check.project import Project
from staff.check.questions import answered

_OPENINGS = "tests/conversations/openings.yml"
_RESPONSES = ("responses", "not_responses", "only_responses")
_OPTIONS = ("press", "options", "not_options")
_STATES = ("present", "denied", "unsure")
_EXPECTED = frozenset({*_RESPONSES, *_STATES, "asking", "disposition", "about", "options", "not_options"})


def check(project: Project) -> Iterator[Finding]:
    """Every name that a conversation expects and that does not exist."""
    openings, names = project.value(_OPENINGS), _Names.of(project)
    for document in project.of_kind("conversations"):
        yield from _conversations(names, document, openings if isinstance(openings, Map) else Map())
    if isinstance(openings, Map):
        for turns in openings.values():
            yield from _turns(names, turns)


@dataclass(frozen=True)
class _Names:
    """The answers that there are, and what a patient can press: an option's words, what it answers, its intent."""

    responses: frozenset[str]
    options: frozenset[str]

    @classmethod
    def of(cls, project: Project) -> _Names:
        options: set[str | None] = set()
        for variation in project.data.variations:
            for button in variation.buttons:
                payload = button.get("payload")
                options |= {text_in(button, "title"), answered(payload), payload_intent(payload)}
        responses = frozenset(project.data.responses) | project.unreadable_names
        options |= project.unreadable_names
        return cls(responses, frozenset(str(one) for one in options if one is not None))


def _conversations(known: _Names, document: Document, openings: Map) -> Iterator[Finding]:
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
        if turns and not any(_EXPECTED & turn.keys() for turn in turns):
            yield Finding(entry.at, "expects nothing, so it always passes", "say in a turn what must be true after it")
        yield from _turns(known, entry.get("turns") if isinstance(entry, Map) else None)


def _turns(known: _Names, turns: object) -> Iterator[Finding]:
    for turn in turns if isinstance(turns, Items) else ():
        for key in _RESPONSES:
            for name in texts_in(turn, key):
                if name not in known.responses:
                    change = nearest(name, known.responses, "use the name of an answer in data/")
                    yield Finding(name.at, f"there is no answer `{name}`", change)
        for key in _OPTIONS:
            for name in texts_in(turn, key):
                if name not in known.options and known.options:
                    change = nearest(name, known.options, "use an option's words, or the last word of its payload")
                    yield Finding(name.at, f"no question has an option `{name}`", change)
