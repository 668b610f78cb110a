"""What the contract requires: names and levels that nothing may take away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from staff.check.clinical_tables import DISPOSITIONS as DISPOSITIONS_FILE
from staff.check.clinical_tables import RED_FLAGS
from staff.check.domain import FILE as DOMAIN_FILE
from staff.check.finding import Finding, Mark
from staff.check.marked import Map, mark_of
from staff.check.project import Project
from triage.state import FORM_QUESTIONS

FILE = Path(__file__).with_name("contract.yml")
NO_LEVEL = "none"


@dataclass(frozen=True)
class Contract:
    """The contract as its file says it; flags come with the least level that they bring."""

    dispositions: tuple[str, ...]
    acts_alone: Mapping[str, str]
    raises_the_level: Mapping[str, str]
    questions: tuple[str, ...]
    asked_in: Mapping[str, tuple[str, ...]]
    locked: tuple[str, ...]
    first_aid: tuple[str, ...]
    unsure: Mapping[str, str]
    corrected_emergency: str
    advice_topics: tuple[str, ...]
    bands: tuple[str, ...]

    @property
    def flags(self) -> dict[str, str]:
        return {**self.acts_alone, **self.raises_the_level}

    def list_of(self, flag: str) -> str:
        """The tick list that asks about a flag; "none" if none does."""
        return next((question for question, flags in self.asked_in.items() if flag in flags), NO_LEVEL)

    def is_less(self, level: Any, least: str) -> bool:
        """Whether a level is less urgent than another; what is no level is the least of all."""
        ranks = {name: rank for rank, name in enumerate((*self.dispositions, NO_LEVEL))}
        return ranks.get(str(level), len(ranks)) > ranks[least]


@cache
def contract() -> Contract:
    """The contract as it stands in the file."""
    content: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    content["asked_in"] = {question: tuple(flags) for question, flags in content["asked_in"].items()}
    return Contract(**{key: _fixed(value) for key, value in content.items()})


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def check(project: Project) -> Iterator[Finding]:
    """Everything that the contract requires and that is gone or weaker."""
    if isinstance(project.value(RED_FLAGS), Map):
        yield from _flags(project)
    if isinstance(project.value(DISPOSITIONS_FILE), Map):
        yield from _levels(project)
        yield from _beside_levels(project)
    if project.domain.known:
        yield from _form(project)
    for path in (RED_FLAGS, DISPOSITIONS_FILE, DOMAIN_FILE, "config.yml", "endpoints.yml", "clinic.yml"):
        if path not in project.documents:
            yield Finding(Mark(path, 1), "is not there", f"get it back with `git checkout {path}`")


def _flags(project: Project) -> Iterator[Finding]:
    flags, held = project.clinical.flags, contract()
    for name, least in held.flags.items():
        entry = flags.get(name)
        if not isinstance(entry, Map):
            yield Finding(flags.at, f"the red flag `{name}` is missing", "put it back: a patient may have it")
            continue
        if held.is_less(entry.get("disposition"), least):
            wrong = f"`{name}` would send patients to {entry.get('disposition')}; it must be at least {least}"
            yield Finding(mark_of(entry, "disposition"), wrong, f"write `disposition: {least}`")
        if entry.get("acts_alone") is not (name in held.acts_alone):
            wanted = str(name in held.acts_alone).lower()
            yield Finding(mark_of(entry, "acts_alone"), f"`acts_alone` of `{name}` is changed", f"write {wanted}")
        if entry.get("asked_in") != held.list_of(name):
            wrong = f"`{name}` is no longer asked about in its list"
            yield Finding(mark_of(entry, "asked_in"), wrong, f"write `asked_in: {held.list_of(name)}`")
    nerve = project.clinical.groups.get("nerve_sign")
    missing = set(held.asked_in["nerve_signs"]) - set(nerve if isinstance(nerve, list) else ())
    if missing:
        at = mark_of(project.clinical.groups, "nerve_sign")
        yield Finding(at, f"`nerve_sign` is without {', '.join(sorted(missing))}", "put them back")


def _levels(project: Project) -> Iterator[Finding]:
    levels, held = project.clinical.levels, contract()
    for name in held.dispositions:
        entry = levels.get(name)
        if not isinstance(entry, Map):
            yield Finding(levels.at, f"the level `{name}` is missing", "put it back")
            continue
        for key, names in (("locked", held.locked), ("first_aid", held.first_aid)):
            if isinstance(entry.get(key), bool) and entry[key] is not (name in names):
                wanted = str(name in names).lower()
                yield Finding(mark_of(entry, key), f"`{key}` of `{name}` is changed", f"write `{key}: {wanted}`")
    if set(levels) == set(held.dispositions) and tuple(levels) != held.dispositions:
        yield Finding(levels.at, "the levels stand in another order", f"put them as {', '.join(held.dispositions)}")


def _beside_levels(project: Project) -> Iterator[Finding]:
    held, table = contract(), project.value(DISPOSITIONS_FILE)
    for question, least in held.unsure.items():
        entry = project.clinical.unsure.get(question)
        if isinstance(entry, Map) and held.is_less(entry.get("disposition"), least):
            wrong = f"not being sure about {question} would send to {entry.get('disposition')}"
            yield Finding(mark_of(entry, "disposition"), wrong, f"write `disposition: {least}`")
    if held.is_less(table.get("corrected_emergency"), held.corrected_emergency):
        at = mark_of(table, "corrected_emergency")
        yield Finding(at, "a corrected emergency would end too low", f"write `{held.corrected_emergency}`")
    topics = table.get("advice_topics")
    for topic in held.advice_topics:
        if topic not in (topics if isinstance(topics, list) else ()):
            wrong = f"`{topic}` would be answered before the safety questions"
            yield Finding(mark_of(table, "advice_topics"), wrong, "put it back into `advice_topics`")


def _form(project: Project) -> Iterator[Finding]:
    domain = project.domain
    asked = domain.required.get("triage_form", ())
    at = domain.forms.get("triage_form", Mark(DOMAIN_FILE, 1))
    if "triage_form" not in domain.forms:
        yield Finding(at, "the form `triage_form` is missing", "put it back: it asks the safety questions")
    elif set(asked) == set(FORM_QUESTIONS) and asked != FORM_QUESTIONS:
        yield Finding(at, "the questions stand in another order", f"put them as {', '.join(FORM_QUESTIONS)}")
    for question in FORM_QUESTIONS:
        if "triage_form" in domain.forms and question not in asked:
            yield Finding(at, f"`triage_form` no longer asks `{question}`", "put it back into `required_slots`")
    for slot in (*contract().questions, "red_flags", "disposition"):
        if slot not in domain.slots:
            yield Finding(Mark(DOMAIN_FILE, 1), f"the slot `{slot}` is missing", "put it back")
