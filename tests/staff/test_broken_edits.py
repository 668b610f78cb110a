"""Every broken edit of broken_edits/ is found by `./bot check`, in the right file and line; nothing else is."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from staff.check.finding import WARNING, Finding
from staff.check.run import check, errors
from tests.staff.check.copied import ROOT, changed, copy_project
from tests.staff.edits import apply

pytestmark = pytest.mark.as_delivered

FOLDER = Path(__file__).with_name("broken_edits")
EDITS = [
    pytest.param(edit, id=f"{file.stem}: {edit['name']}")
    for file in sorted(FOLDER.glob("*.yml"))
    for edit in yaml.safe_load(file.read_text("utf-8"))
]
LEAST = 80


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the project, which each test leaves as it was."""
    root = copy_project(tmp_path_factory.mktemp("project"))
    check(root)
    # What was read once stays: the garbage collector need not look through it after each edit.
    gc.freeze()
    yield root
    gc.unfreeze()


def is_expected(finding: Finding, edit: dict[str, Any], root: Path) -> bool:
    """Whether a finding is the one that an edit should bring."""
    wanted = edit["expect"]
    path = wanted.get("file", edit["file"])
    if finding.at.path != path or wanted["says"] not in str(finding):
        return False
    if finding.level != wanted.get("level", "error"):
        return False
    lines = (root / path).read_text("utf-8").splitlines() if (root / path).exists() else []
    line = lines[finding.at.line - 1] if finding.at.line <= len(lines) else ""
    return finding.at.line == wanted.get("line", finding.at.line) and wanted.get("line_with", "") in line


@pytest.mark.parametrize("edit", EDITS)
def test_a_broken_edit_is_found(edit: dict[str, Any], project: Path) -> None:
    file = project / edit["file"]
    with changed(file):
        apply(edit, project)
        found = check(project)
        assert any(is_expected(finding, edit, project) for finding in found), "\n".join(map(str, found))
        if edit["expect"].get("level") == WARNING:
            assert errors(found) == []


@pytest.mark.parametrize("folder", ["data/stories", "data/conversation", "data/triage", "data/first_aid"])
def test_a_file_that_cannot_be_read_brings_no_error_in_another(folder: str, project: Path) -> None:
    """Whoever mends what the other errors say spoils files that are right."""
    for file in sorted((project / folder).glob("*.yml")):
        with changed(file):
            lines = file.read_text("utf-8").splitlines()
            indented = next(number for number, line in enumerate(lines) if line.startswith("  "))
            file.write_text("\n".join([*lines[:indented], f"\t{lines[indented]}", *lines[indented + 1 :]]), "utf-8")
            assert {finding.at.path for finding in errors(check(project))} == {f"{folder}/{file.name}"}


def test_the_catalogue_is_long_enough_and_touches_every_folder() -> None:
    files = {param.values[0]["file"] for param in EDITS}  # type: ignore[index]
    assert len(EDITS) >= LEAST
    assert {"clinic.yml", "domain.yml", "config.yml", "endpoints.yml", "credentials.yml"} <= files
    folders = [
        *("data/topics", "data/conversation", "data/stories", "data/first_aid", "data/triage", "data/clinic"),
        *("clinical", "clinical/lexicon", "clinical/phrasings", "tests/conversations", "tests/vignettes"),
    ]
    for folder in folders:
        assert any(file.startswith(folder + "/") for file in files), folder


def test_the_clean_project_has_no_finding_but_the_missing_signatures() -> None:
    found = [str(finding) for finding in check(ROOT) if "wait for a clinician's signature" not in finding.wrong]
    assert found == []
