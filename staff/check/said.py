"""Everything that a patient may read, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from staff.check.document import Document
from staff.check.finding import Mark
from staff.check.marked import Map, Text, text_in
from staff.check.project import Project
from staff.check.words import words
from triage.clinic import load_clinic
from triage.clinic_wording import load_phrases, placeholders

_ROOT = Path(__file__).resolve().parents[2]
# A Monday morning at the clinic.
_OPEN = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)
_WORDS_OF_THE_PAGE = ("page_words", "clinic_phrases", "outcome_phrases")


@dataclass(frozen=True)
class Said:
    """A text that patients read. `name` is its answer or where it stands; `kind` is answer, option, reason or words."""

    name: str
    kind: str
    text: Text
    document: Document

    def line_with(self, part: str) -> Mark:
        """The line of the text on which a part of it begins."""
        return self.document.line_with(self.text, part)


def everything_said(project: Project) -> Iterator[Said]:
    """Every answer, option, reason and word of the page."""
    yield from answers(project)
    for variation in project.data.variations:
        for button in variation.buttons:
            title = text_in(button, "title")
            if title is not None:
                yield Said(variation.response, "option", title, variation.document)
    yield from reasons(project)
    for document in project.of_kind(*_WORDS_OF_THE_PAGE):
        yield from _words(document, document.value)


def answers(project: Project) -> Iterator[Said]:
    """Every wording of every answer, and what its picture shows."""
    for variation in project.data.variations:
        if variation.text is not None:
            yield Said(variation.response, "answer", variation.text, variation.document)
        described = text_in(variation.entry.get("custom"), "description")
        if described is not None:
            yield Said(variation.response, "answer", described, variation.document)


def reasons(project: Project) -> Iterator[Said]:
    """What the clinical tables put into answers: what is said back, and why."""
    clinical = project.clinical
    named = [*clinical.flags.items(), *clinical.unsure.items()]
    named += [(f"signs {number}", entry) for number, entry in enumerate(clinical.signs, start=1)]
    for name, entry in named:
        for key in ("said_back", "why"):
            text = text_in(entry, key)
            document = project.documents.get(text.at.path) if text is not None else None
            if text is not None and document is not None:
                yield Said(name, "reason" if key == "why" else "words", text, document)


def _words(document: Document, value: object) -> Iterator[Said]:
    for key, inner in value.items() if isinstance(value, Map) else ():
        if isinstance(inner, Text):
            yield Said(key, "words", inner, document)
        else:
            yield from _words(document, inner)


@cache
def stand_ins() -> dict[str, str]:
    """What stands for each placeholder when a wording is measured: as most patients read it."""
    clinic = load_clinic(_ROOT / "examples" / "clinics" / "pro_physio.yml")
    facts = placeholders(clinic, load_phrases(_ROOT / "data" / "clinic" / "phrases.yml"), _OPEN)
    return {**facts, **words().stand_ins}
