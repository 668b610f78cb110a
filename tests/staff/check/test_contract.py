"""What the contract requires."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.clinical_tables import DISPOSITIONS, RED_FLAGS
from staff.check.contract import check, contract
from tests.staff.check.copied import ROOT
from tests.staff.check.made import found, made

FILES = ("domain.yml", "config.yml", "endpoints.yml", "clinic.yml", RED_FLAGS, DISPOSITIONS)


def findings(root: Path, path: str = "", find: str = "", replace: str = "") -> list[str]:
    files = {name: (ROOT / name).read_text("utf-8") for name in FILES}
    if path:
        assert find in files[path]
        files[path] = files[path].replace(find, replace, 1)
    return found(check, made(root, files))


def test_the_project_keeps_the_contract(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


@pytest.mark.parametrize("flag", contract().flags)
def test_no_flag_may_go(tmp_path: Path, flag: str) -> None:
    said = findings(tmp_path, "clinical/red_flags.yml", f"\n  {flag}:\n", f"\n  x_{flag}:\n")
    assert any(f"the red flag `{flag}` is missing" in finding for finding in said)


def test_a_flag_may_be_more_urgent_and_never_less(tmp_path: Path) -> None:
    find = "suggests: motor deficit\n    disposition: see_doctor_today"
    path = "clinical/red_flags.yml"
    assert findings(tmp_path, path, find, find.replace("see_doctor_today", "call_911")) == []
    (finding,) = findings(tmp_path, path, find, find.replace("see_doctor_today", "self_care"))
    assert "it must be at least see_doctor_today" in finding


def test_levels_from_most_to_least_urgent() -> None:
    assert contract().is_less("self_care", "call_911")
    assert not contract().is_less("call_911", "self_care")
    assert contract().is_less("nonsense", "none")
    assert not contract().is_less("none", "none")


def test_a_file_of_the_bot_that_is_gone(tmp_path: Path) -> None:
    assert any("clinic.yml:1: is not there" in finding for finding in found(check, made(tmp_path, {})))
