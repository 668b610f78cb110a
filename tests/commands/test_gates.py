"""The check and the tests that a publish must pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import gates
from commands.gates import check_project, draw_map, failed_tests, run_tests, so_far
from commands.problem import Problem
from staff.check.finding import Finding, Mark
from staff.triage_map.documents import out_of_date
from tests.staff.triage_map.project import change, copy_of_the_project


@pytest.mark.parametrize(("level", "passes"), [("warning", True), ("error", False)])
def test_an_error_of_the_check_refuses_and_a_warning_does_not(tmp_path, monkeypatch, level, passes):
    found = [Finding(Mark("data/x.yml", 3), "a tab", "use spaces", level)]
    monkeypatch.setattr(gates, "check", lambda root: found)
    if passes:
        check_project(tmp_path)
    else:
        with pytest.raises(Problem, match=r"(?s)data/x\.yml:3: a tab: use spaces.*mend 1 error"):
            check_project(tmp_path)


@pytest.mark.parametrize(("code", "passes"), [("print('[ 50%]')", True), ("print('FAILED a'); exit(1)", False)])
def test_the_tests_are_run(tmp_path, monkeypatch, code, passes):
    monkeypatch.setattr(gates, "ensure_test_packages", lambda root: None)
    (tmp_path / "var").mkdir()
    if passes:
        run_tests(tmp_path, ("-c", code))
    else:
        with pytest.raises(Problem, match=r"(?s)  a\n.*1 test failed"):
            run_tests(tmp_path, ("-c", code))


def test_failed_tests_are_named_and_not_all_of_them():
    said = failed_tests("\n".join(f"FAILED tests/x.py::test_{n} - wrong" for n in range(30)))
    assert "tests/x.py::test_0 - wrong" in said
    assert "… and 10 more" in said
    assert "30 tests failed" in said
    assert "The test run failed" in failed_tests("no such option")


def test_while_they_run_it_is_said_how_far_they_are_and_how_many_failed():
    assert "0%, none failed (0 s)" in so_far("", 9.0)
    said = "....s. [ 10%]\n..F.E. [ 20%]\nSee the FILE [ 99 ]\n"
    assert "20%, 2 failed (60 s)" in so_far(said, 61.0)


def test_a_map_that_is_out_of_date_is_drawn_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_of_the_project(tmp_path)
    draw_map(project)
    assert capsys.readouterr().err == ""
    change(project / "domain.yml", "    - onset\n    - recurring", "    - recurring\n    - onset")
    draw_map(project)
    assert "Drawn anew: docs/triage_map.svg\n" in capsys.readouterr().err
    assert out_of_date(project) == []
