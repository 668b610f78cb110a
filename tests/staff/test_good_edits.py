"""Edits that are right: `./bot check` finds nothing in any of good_edits/."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml

from staff.check.run import check
from tests.staff.check.copied import changed, copy_project
from tests.staff.edits import apply

pytestmark = pytest.mark.as_delivered

FOLDER = Path(__file__).with_name("good_edits")
EDITS = [
    pytest.param(entry["edits"], id=entry["name"])
    for file in sorted(FOLDER.glob("*.yml"))
    for entry in yaml.safe_load(file.read_text("utf-8"))
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, which each test leaves as it was."""
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.mark.parametrize("edits", EDITS)
def test_a_good_edit_has_no_finding(edits: list[dict[str, Any]], project: Path) -> None:
    with ExitStack() as undone:
        for edit in edits:
            undone.enter_context(changed(project / edit["file"]))
            apply(edit, project)
        found = [str(finding) for finding in check(project) if "clinician's signature" not in finding.wrong]
    assert found == []
