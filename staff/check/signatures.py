"""How many lines no clinician has signed yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from staff.check.finding import Finding, Mark, warning
from staff.check.marked import Items, Map, mark_of
from staff.check.project import Project


def check(project: Project) -> Iterator[Finding]:
    """One warning with the number of lines that say `reviewed: null`, at the first of them."""
    marks = list(unsigned(project))
    if marks:
        folders = Counter(mark.path.partition("/")[0] for mark in marks)
        where = ", ".join(f"{number} in {folder}/" for folder, number in folders.items())
        wrong = f"{len(marks)} lines wait for a clinician's signature ({where})"
        yield warning(marks[0], wrong, "a clinician writes name and date at `reviewed:`; this one is the first")


def unsigned(project: Project) -> Iterator[Mark]:
    """Every line of clinical/ and data/ that is not signed."""
    for path, document in project.documents.items():
        if path.startswith(("clinical/", "data/")):
            yield from sorted(set(_in(document.value)))


def _in(value: Any) -> Iterator[Mark]:
    if isinstance(value, Map):
        if "reviewed" in value and value["reviewed"] is None:
            yield mark_of(value, "reviewed")
        for inner in value.values():
            yield from _in(inner)
    elif isinstance(value, Items):
        for inner in value:
            yield from _in(inner)
