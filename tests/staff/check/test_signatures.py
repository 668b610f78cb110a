"""Lines that nobody has signed."""

from __future__ import annotations

from pathlib import Path

from staff.check.signatures import check
from tests.staff.check.made import found, made

NULL = "a:\n  reviewed: null\nb:\n- reviewed: null\n"
SIGNED = 'a:\n  reviewed: "Jane Doe, PT"\n'


def test_one_warning_counts_them_all(tmp_path: Path) -> None:
    project = made(tmp_path, {"clinical/causes.yml": NULL, "data/topics/a.yml": NULL, "clinical/first_aid.yml": SIGNED})
    (finding,) = check(project)
    assert finding.level == "warning"
    assert str(finding.at) == "clinical/causes.yml:2"
    assert "4 lines wait for a clinician's signature (2 in clinical/, 2 in data/)" in finding.wrong


def test_where_all_is_signed_nothing_is_said(tmp_path: Path) -> None:
    assert found(check, made(tmp_path, {"clinical/causes.yml": SIGNED})) == []
