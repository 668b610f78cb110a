"""Lines that nobody has signed."""

from __future__ import annotations

from pathlib import Path

from staff.check.signatures import SOURCE_TO_COME, check
from tests.staff.check.made import found, made

NULL = "a:\n  reviewed: null\nb:\n- reviewed: null\n"
SIGNED = 'a:\n  reviewed: "Jane Doe, PT, 2026-11-30"\n'


def test_one_warning_counts_them_all(tmp_path: Path) -> None:
    project = made(tmp_path, {"clinical/causes.yml": NULL, "data/topics/a.yml": NULL, "clinical/first_aid.yml": SIGNED})
    (finding,) = check(project)
    assert finding.level == "warning"
    assert str(finding.at) == "clinical/causes.yml:2"
    assert "4 lines wait for a clinician's signature (2 in clinical/, 2 in data/)" in finding.wrong
    assert "source" not in finding.change


def test_sources_that_nobody_has_filled_in_are_counted_too(tmp_path: Path) -> None:
    to_come = f'a:\n  source: "{SOURCE_TO_COME}: a book"\n  reviewed: null\n'
    (finding,) = check(made(tmp_path, {"clinical/causes.yml": NULL, "data/stories/a.yml": to_come + NULL[3:]}))
    assert "1 of them have no `source:` yet; the first is data/stories/a.yml:2" in finding.change


def test_where_all_is_signed_nothing_is_said(tmp_path: Path) -> None:
    assert found(check, made(tmp_path, {"clinical/causes.yml": SIGNED})) == []
