"""clinic.yml and the page's words, by the bot's own readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.clinic_facts import READERS, check
from staff.check.schema_form import HAVE_READERS
from tests.staff.check.copied import ROOT
from tests.staff.check.made import found, made


def findings(root: Path, path: str, find: str, replace: str) -> list[str]:
    text = (ROOT / path).read_text("utf-8")
    assert find in text
    return found(check, made(root, {path: text.replace(find, replace, 1)}))


def test_the_files_with_readers_of_their_own() -> None:
    assert set(READERS) == HAVE_READERS


@pytest.mark.parametrize("path", READERS)
def test_the_project_has_no_finding(tmp_path: Path, path: str) -> None:
    assert findings(tmp_path, path, ":", ":") == []


@pytest.mark.parametrize(
    ("path", "find", "replace", "says"),
    [
        ("clinic.yml", "ice_minutes: 20", "ice_minutes: 21", "`ice_minutes` is too large (21): write a whole number"),
        ("clinic.yml", "name:", "nmae:", "unknown key `nmae`: did you mean `name`?"),
        ("data/clinic/phrases.yml", "{times} (open now)", "(open now)", "`today_open` has other words in braces"),
        ("data/clinic/page.yml", "Call 911", "Call", ""),
    ],
)
def test_a_finding_has_its_place(tmp_path: Path, path: str, find: str, replace: str, says: str) -> None:
    said = findings(tmp_path, path, find, replace)
    if says:
        assert any(finding.startswith(f"{path}:") and says in finding for finding in said), said
