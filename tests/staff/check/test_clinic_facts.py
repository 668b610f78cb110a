"""clinic.yml and the page's words, by the bot's own readers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from staff.check.clinic_facts import READERS, check
from staff.check.schema_form import HAVE_READERS
from tests.staff.check.copied import ROOT
from tests.staff.check.made import found, made


def findings(root: Path, path: str, key: str = "", value: object = None, to: str = "") -> list[str]:
    """What is said of a file with another value at `key`, or with the key renamed `to`, whatever stood there."""
    entries = yaml.safe_load((ROOT / path).read_text("utf-8"))
    if to:
        entries[to] = entries.pop(key)
    elif key:
        entries[key] = value
    return found(check, made(root, {path: yaml.safe_dump(entries, allow_unicode=True)}))


def test_the_files_with_readers_of_their_own() -> None:
    assert set(READERS) == HAVE_READERS


@pytest.mark.parametrize("path", READERS)
def test_the_project_has_no_finding(tmp_path: Path, path: str) -> None:
    assert findings(tmp_path, path) == []


@pytest.mark.parametrize(
    ("path", "key", "value", "says"),
    [
        ("clinic.yml", "ice_minutes", 21, "`ice_minutes` is too large (21): write a whole number"),
        ("data/clinic/phrases.yml", "today_open", "(open now)", "`today_open` has other words in braces"),
        ("data/clinic/page.yml", "emergency", "Emergency? Call 912", "`emergency` does not give 911"),
    ],
)
def test_a_finding_has_its_place(tmp_path: Path, path: str, key: str, value: object, says: str) -> None:
    said = findings(tmp_path, path, key, value)
    assert any(finding.startswith(f"{path}:") and says in finding for finding in said), said


def test_a_misspelt_key_is_named(tmp_path: Path) -> None:
    said = findings(tmp_path, "clinic.yml", "name", to="nmae")
    assert any("unknown key `nmae`: did you mean `name`?" in finding for finding in said), said
