"""The clinical tables: understood, tested, and every name exists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from staff.check.clinical import check
from staff.check.project import Project
from tests.staff.check.copied import ROOT, changed, copy_project
from tests.staff.check.made import found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture
def edit(project: Path) -> Iterator[object]:
    def findings(path: str, find: str, replace: str) -> list[str]:
        file = project / path
        text = file.read_text("utf-8")
        assert find in text
        with changed(file):
            file.write_text(text.replace(find, replace, 1), encoding="utf-8")
            return found(check, Project(project))

    yield findings


def test_the_project_has_no_finding() -> None:
    assert found(check, Project(ROOT)) == []


@pytest.mark.parametrize(
    ("path", "find", "replace", "says"),
    [
        ("clinical/red_flags.yml", "said_back: trouble breathing", "said_back: trouble!", "ends a sentence"),
        ("clinical/red_flags.yml", "or the lungs. It cannot wait.", "or the lungs", "is no whole sentence"),
        ("clinical/red_flags.yml", "when: long_standing_leak", "when: old_leak", "there is no sign `old_leak`"),
        ("clinical/red_flags.yml", "all: [stuck_on_floor]", "all: [stuck]", "there is no sign `stuck`"),
        ("clinical/dispositions.yml", "reply: utter_self_care", "reply: utter_safe", "is told by another answer"),
        ("clinical/dispositions.yml", "advice_topics:\n", "advice_topics:\n  - ask_human\n", "both advice and always"),
        ("clinical/first_aid.yml", "alternative: heat", "alternative: hot", "there is no step `hot`"),
        ("clinical/first_aid.yml", "    alternative: heat\n", "", "has only one of `alternative`"),
        ("clinical/causes.yml", "told_by: tell_lifting", "told_by: tell_sitting", "is told by `tell_lifting`"),
        ("clinical/first_aid.yml", 'source: "section 5: no ice, no heat"', 'source: " "', "`source` is empty"),
    ],
)
def test_what_is_wrong_in_the_tables(edit, path: str, find: str, replace: str, says: str) -> None:
    said = edit(path, find, replace)
    assert any(says in finding for finding in said), said
