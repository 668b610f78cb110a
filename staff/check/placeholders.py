"""Words in braces that nothing fills: patients would get the safe message instead of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from staff.check.finding import Finding, nearest, shown
from staff.check.marked import Items, Map, Text
from staff.check.project import Project
from staff.check.rasa_data import Variation
from staff.check.said import stand_ins
from staff.check.words import words

_BRACES = re.compile(r'\{([^{}"\n]*)\}')
_OTHER_BRACKETS = re.compile(r"(?:\[|<|\(|\$)((?:clinic|ice|heat|step|persistent)_\w+)(?:\]|>|\)|\$)")
_OPEN = re.compile(r"\{[^{}\n]*|(?:\A|(?<=\}))[^{}]*\}")
_TWICE = re.compile(r"\{\{|\}\}")
# A slot of another type cannot stand in a sentence.
_SHOWN = frozenset({"text", "float", "categorical"})


def check(project: Project) -> Iterator[Finding]:
    """Every placeholder that stays open."""
    always = _known(project)
    for variation in project.data.variations:
        known = always | _of_actions(variation.response)
        for key in ("text", "image", "custom", "buttons"):
            for text in _texts(variation.entry.get(key)):
                if not text.startswith("/"):
                    yield from _in_text(known, variation, text)


def _in_text(known: set[str], variation: Variation, text: Text) -> Iterator[Finding]:
    for found in _BRACES.finditer(text):
        if found[1] not in known:
            at = variation.document.line_with(text, _start(text, found.start()))
            otherwise = f"take it out; nothing fills it in `{variation.response}`"
            change = nearest(found[1].replace(" ", "_"), known, otherwise)
            yield Finding(at, f"nothing fills {{{found[1]}}}", change)
    without = _BRACES.sub(lambda found: " " * len(found[0]), text)
    for wrong in (_OTHER_BRACKETS.search(text), _TWICE.search(text) or _OPEN.search(without)):
        if wrong:
            there = wrong[0].strip().rpartition("\n")[2] if wrong[0].endswith("}") else _start(text, wrong.start())
            at = variation.document.line_with(text, there)
            yield Finding(at, f"a brace is missing or too many ({shown(there, 30)})", "write it like {clinic_phone}")


def _of_actions(response: str) -> set[str]:
    """What the actions fill in one answer."""
    return {name for name, starts in words().filled_by_actions.items() if response.startswith(starts)}


def _known(project: Project) -> set[str]:
    """What is filled in every answer: the clinic's facts, and slots."""
    slots = {
        name
        for name, definition in project.domain.definitions.items()
        if isinstance(definition, dict) and definition.get("type") in _SHOWN
    }
    return (set(stand_ins()) - set(words().filled_by_actions)) | slots


def _start(text: str, place: int) -> str:
    """The word of a text in which a place is, and what follows on its line."""
    begun = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    return text[begun:].partition("\n")[0]


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Map | Items):
        for inner in value.values() if isinstance(value, Map) else value:
            yield from _texts(inner)
