"""How many lines no clinician has signed yet, and of how many nobody has said where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from staff.check.finding import Finding, Mark, warning
from staff.check.marked import Items, Map, mark_of
from staff.check.project import Project

# So `./bot new story` begins a source that nobody knows yet.
SOURCE_TO_COME = "to be filled in"


def check(project: Project) -> Iterator[Finding]:
    """One warning with the number of lines that say `reviewed: null`, at the first of them."""
    marks = list(unsigned(project))
    if marks:
        folders = Counter(mark.path.partition("/")[0] for mark in marks)
        where = ", ".join(f"{number} in {folder}/" for folder, number in folders.items())
        wrong = f"{len(marks)} lines wait for a clinician's signature ({where})"
        change = "a clinician writes name and date at `reviewed:`; this one is the first"
        unknown = list(_without_source(project))
        if unknown:
            change += f". {len(unknown)} of them have no `source:` yet; the first is {unknown[0]}"
        yield warning(marks[0], wrong, change)


def unsigned(project: Project) -> Iterator[Mark]:
    """Every line of clinical/ and data/ that is not signed."""
    for path, document in project.documents.items():
        if path.startswith(("clinical/", "data/")):
            yield from sorted({mark_of(entry, "reviewed") for entry in _unsigned_in(document.value)})


def _without_source(project: Project) -> Iterator[Mark]:
    for path, document in project.documents.items():
        if path.startswith(("clinical/", "data/")):
            entries = _unsigned_in(document.value)
            yield from sorted(mark_of(e, "source") for e in entries if str(e.get("source")).startswith(SOURCE_TO_COME))


def _unsigned_in(value: Any) -> Iterator[Map]:
    if isinstance(value, Map):
        if "reviewed" in value and value["reviewed"] is None:
            yield value
        for inner in value.values():
            yield from _unsigned_in(inner)
    elif isinstance(value, Items):
        for inner in value:
            yield from _unsigned_in(inner)
