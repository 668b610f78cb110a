"""clinic.yml and the words of the page, by the rules of the readers that the running bot uses, and by their schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from rasa_parts.site_page import load_words
from staff.check.finding import Finding, Mark
from staff.check.project import Project
from staff.check.schema_form import differences
from triage.clinic import load_clinic
from triage.clinic_wording import load_phrases
from triage.marked_yaml import FileFindings, shown_path

READERS: dict[str, Callable[[Path], object]] = {
    "clinic.yml": load_clinic,
    "data/clinic/page.yml": load_words,
    "data/clinic/phrases.yml": load_phrases,
}
_FINDING = re.compile(r":(?P<line>\d+): (?P<wrong>.*?): (?P<change>.*)", re.DOTALL)


def check(project: Project) -> Iterator[Finding]:
    """Everything that the bot itself would say of these files when it starts."""
    for path, read in READERS.items():
        document = project.documents.get(path)
        if document is None or document.broken or document.value is None:
            continue
        findings = list(_said_by(read, project.root / path, path))
        yield from findings or differences(document)


def _said_by(read: Callable[[Path], object], file: Path, path: str) -> Iterator[Finding]:
    try:
        read(file)
    except FileFindings as findings:
        for line in findings.findings:
            found = _FINDING.match(line.removeprefix(shown_path(file)))
            if found:
                yield Finding(Mark(path, int(found["line"])), found["wrong"], found["change"])
