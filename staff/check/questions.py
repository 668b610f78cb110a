"""Questions: their options, all of them in each variation, and the marks of a tick list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from staff.check.code_names import OTHER_QUESTIONS
from staff.check.finding import Finding, Mark
from staff.check.marked import mark_of
from staff.check.options import NONE, NOT_SURE, flags_to_confirm, known_answers
from staff.check.project import Project
from staff.check.rasa_data import Variation
from triage.state import FORM_QUESTIONS
from triage.table import TICK_LISTS

_SEVERAL = "utter_ask_confirm_several"
_TICKED = frozenset({*(f"utter_ask_{question}" for question in (*TICK_LISTS, "cold_heat_cautions")), _SEVERAL})
# What a single flag's confirming question offers.
_CONFIRMING = ("yes", "no", NOT_SURE)


def check(project: Project) -> Iterator[Finding]:
    """Everything about the options of questions."""
    answers = known_answers(project)
    for variation in project.data.variations:
        name = variation.response
        if name.startswith("utter_ask_") and not variation.buttons:
            wrong = f"the question `{name}` has no options"
            yield Finding(variation.at, wrong, "give it `buttons:`, as its other variations or other questions have")
            continue
        wanted = _wanted(answers, name)
        if wanted:
            yield from _complete(variation, wanted)
        if name in _TICKED:
            yield from _ticked(variation)


def _wanted(answers: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """The answers that a question must offer; none of any other response."""
    flags = flags_to_confirm(answers)
    asked = name.removeprefix("utter_ask_")
    if name == _SEVERAL:
        return (*flags, NONE, NOT_SURE)
    if asked.removeprefix("confirm_") in flags and asked.startswith("confirm_"):
        return _CONFIRMING
    if name.startswith("utter_ask_") and asked in (*FORM_QUESTIONS, *OTHER_QUESTIONS):
        return answers[asked]
    return ()


def _complete(variation: Variation, wanted: tuple[str, ...]) -> Iterator[Finding]:
    offered: dict[str, Mark] = {}
    for button in variation.buttons:
        value = answered(button.get("payload"))
        if value in offered:
            wrong = f"two options answer `{value}` (first on line {offered[value].line})"
            yield Finding(mark_of(button, "payload"), wrong, "change one payload")
        elif value is not None:
            offered[value] = mark_of(button, "payload")
            if value not in wanted:
                wrong = f"the option `{value}` does not belong to `{variation.response}`"
                yield Finding(offered[value], wrong, f"its options are {', '.join(wanted)}")
    missing = [value for value in wanted if value not in offered]
    if missing:
        wrong = f"`{variation.response}` does not offer {', '.join(missing)}"
        yield Finding(mark_of(variation.entry, "buttons"), wrong, "put the option back, with its payload")


def _ticked(variation: Variation) -> Iterator[Finding]:
    custom = variation.entry.get("custom")
    name = variation.response
    if not isinstance(custom, dict) or custom.get("tick_list") is not True:
        change = "write `custom: {tick_list: true}` beside its text"
        yield Finding(variation.at, f"`{name}` is a list to tick, and does not say so", change)
    values = [answered(button.get("payload")) for button in variation.buttons]
    if {NONE, NOT_SURE} <= set(values) and values[-2:] != [NONE, NOT_SURE]:
        at = mark_of(variation.entry, "buttons")
        yield Finding(at, f"`{name}` does not end with none of these and not sure", "put these two last, in this order")


def answered(payload: Any) -> str | None:
    """What an option answers; None if its payload is no answer that can be read."""
    if not isinstance(payload, str) or not payload.startswith("/answer"):
        return None
    try:
        answer = json.loads(payload.removeprefix("/answer"))
    except ValueError:
        return None
    return str(next(iter(answer.values()))) if isinstance(answer, dict) and answer else None
