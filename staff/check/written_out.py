"""What must not be written out: a phone number, a clinic's name, a dose, a medicine, a promise, a diagnosis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from staff.check.finding import Finding
from staff.check.project import Project
from staff.check.said import Said, everything_said
from staff.check.words import Phrases, phrases_of, words

_PHONE = re.compile(r"(?:\+?1[-. ])?(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b|\b\d{3}[-. ]\d{4}\b|\b\d{10}\b")
_TIME = re.compile(r"\b\d+(?: ?(?:-|to) ?\d+)? (?:minutes?|hours?)\b")
_STEPS = "data/first_aid/"
_MEANINGS = {
    "promises": ("promises", "nobody can promise that: say what may help"),
    "doses": ("gives a dose", "leave it to a doctor or a pharmacist"),
    "drugs": ("names a medicine", "leave it to a doctor or a pharmacist"),
    "diagnoses": ("says what a patient has", "the bot never diagnoses: say what it can mean, or who should look at it"),
}


def check(project: Project) -> Iterator[Finding]:
    """Everything that is said and must not be."""
    clinic = project.value("clinic.yml").get("name") if isinstance(project.value("clinic.yml"), dict) else None
    names = phrases_of([*words().clinics, *([str(clinic)] if clinic else [])])
    for said in everything_said(project):
        yield from _facts(said, names)
        yield from _times(said)
        for kind, found in _forbidden(str(said.text)):
            wrong, change = _MEANINGS[kind]
            yield Finding(said.line_with(found), f"`{said.name}` {wrong} ({' '.join(found.split())})", change)


@lru_cache(maxsize=8192)
def _forbidden(text: str) -> tuple[tuple[str, str], ...]:
    """Each kind of words in a text that must not be there, with the first of them."""
    found = ((kind, words().forbidden[kind].find(text)) for kind in _MEANINGS)
    return tuple((kind, said) for kind, said in found if said)


def _facts(said: Said, names: Phrases) -> Iterator[Finding]:
    phone, name = _written(str(said.text), names)
    if phone:
        wrong = f"`{said.name}` has a phone number written out ({phone})"
        yield Finding(said.line_with(phone), wrong, "write {clinic_phone}; the number itself stands in clinic.yml")
    if name:
        wrong = f"`{said.name}` has a clinic's name written out ({name})"
        yield Finding(said.line_with(name), wrong, "write {clinic_name}; the name itself stands in clinic.yml")


def _times(said: Said) -> Iterator[Finding]:
    """How long and how often a step is done is the clinic's number."""
    found = _TIME.search(str(said.text)) if said.document.path.startswith(_STEPS) else None
    if found:
        wrong = f"`{said.name}` has a time written out ({found[0]})"
        change = "write {ice_minutes}, {ice_every_hours} or {heat_after_hours}; the numbers stand in clinic.yml"
        yield Finding(said.line_with(found[0]), wrong, change)


@lru_cache(maxsize=8192)
def _written(text: str, names: Phrases) -> tuple[str | None, str | None]:
    """The phone number and the clinic's name in a text."""
    for number in words().national_numbers:
        text = text.replace(number, " " * len(number))
    phone = _PHONE.search(text)
    return phone[0] if phone else None, names.find(text)
