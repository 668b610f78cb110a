"""Small projects for the tests of the check, made of a few files."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

from staff.check.finding import Finding
from staff.check.project import Project

Check = Callable[[Project], Iterator[Finding]]

DOMAIN = """
version: "3.1"
intents:
- ask_parking
- ask_cost
- affirm
- answer
entities: []
slots:
  patient: {type: text, influence_conversation: false, mappings: [{type: custom}]}
  disposition: {type: text, influence_conversation: false, mappings: [{type: custom}]}
  triaged: {type: bool, initial_value: false, influence_conversation: true, mappings: [{type: custom}]}
forms:
  triage_form:
    required_slots: [patient]
actions: []
session_config: {session_expiration_time: 0, carry_over_slots_to_new_session: true}
"""


def made(root: Path, files: dict[str, str]) -> Project:
    """A project with these files; a domain is there if none is given."""
    for path, text in {"domain.yml": DOMAIN, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return Project(root)


def found(check: Check, project: Project) -> list[str]:
    """What a check finds, each as file:line: what is wrong: what to change."""
    return [str(finding) for finding in check(project)]


def topic(root: Path, text: str) -> Project:
    """A project with one file of data."""
    return made(root, {"data/topics/parking.yml": text})
