"""All findings of a project, in the order of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from staff.check import (
    buttons,
    clinic_facts,
    clinical,
    conditions,
    contract,
    contradictions,
    conversations,
    courses,
    domain_names,
    examples,
    held_out,
    intents,
    lexicon,
    must_say,
    pictures,
    placeholders,
    questions,
    responses,
    schema_form,
    signatures,
    taught,
    vignettes,
    wording,
    written_out,
    yaml_form,
)
from staff.check.finding import ERROR, Finding
from staff.check.project import Project

CHECKS: tuple[Callable[[Project], Iterator[Finding]], ...] = (
    yaml_form.check,
    schema_form.check,
    clinic_facts.check,
    domain_names.check,
    intents.check,
    responses.check,
    courses.check,
    contradictions.check,
    examples.check,
    held_out.check,
    conditions.check,
    buttons.check,
    questions.check,
    placeholders.check,
    pictures.check,
    wording.check,
    written_out.check,
    must_say.check,
    contract.check,
    clinical.check,
    lexicon.check,
    signatures.check,
    taught.check,
    conversations.check,
    vignettes.check,
)


def check(root: Path) -> list[Finding]:
    """Everything that is wrong with the project in a folder, each finding once, by file and line."""
    project = Project(root)
    return once(finding for found in CHECKS for finding in found(project))


def once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by place; what two checks say of one line in the same words stands once."""
    return sorted(set(findings), key=lambda finding: (finding.at, finding.level, finding.wrong))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Those that must be mended before the bot goes out."""
    return [finding for finding in findings if finding.level == ERROR]
