"""Tabs, quotes, keys that stand twice, and what two readers of YAML read differently."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.yaml_form import check
from tests.staff.check.made import found, topic

CLEAN = 'version: "3.1"\nresponses:\n  utter_a:\n  - text: a\n'


def test_a_clean_file_has_no_finding(tmp_path: Path) -> None:
    assert found(check, topic(tmp_path, CLEAN)) == []


@pytest.mark.parametrize("value", ["yes", "No", "OFF", "8:30", "1:30:00", "010", "1_000", "y"])
def test_values_that_are_read_differently_need_quotes(tmp_path: Path, value: str) -> None:
    (finding,) = found(check, topic(tmp_path, CLEAN.replace("text: a", f"text: {value}")))
    assert finding.startswith("data/topics/parking.yml:4: ")
    assert finding.endswith(f'put it in quotes: "{value}"')


@pytest.mark.parametrize("value", ['"yes"', "'8:30'", "yes please", "8:00-5:30", "none", "null", "true", "3.1", "42"])
def test_others_need_none(tmp_path: Path, value: str) -> None:
    assert found(check, topic(tmp_path, CLEAN.replace("text: a", f"text: {value}"))) == []


def test_a_key_that_is_read_as_false(tmp_path: Path) -> None:
    assert "`no` without quotes" in found(check, topic(tmp_path, CLEAN + "no: a\n"))[0]


def test_every_tab_is_said_and_nothing_else(tmp_path: Path) -> None:
    findings = found(check, topic(tmp_path, CLEAN.replace("  - text", "\t- text") + "\tb: c\n"))
    assert [finding.split(": ")[0] for finding in findings] == [f"data/topics/parking.yml:{n}" for n in (4, 5)]


def test_a_key_that_stands_twice_names_the_first(tmp_path: Path) -> None:
    (finding,) = found(check, topic(tmp_path, CLEAN + "version: a\n"))
    assert "`version` stands here a second time (first on line 1)" in finding


def test_an_apostrophe_from_word_is_fine_and_quotes_are_not(tmp_path: Path) -> None:
    assert found(check, topic(tmp_path, CLEAN.replace("text: a", "text: don’t say “no” to it"))) == []
    assert "typographic" in found(check, topic(tmp_path, CLEAN.replace("text: a", "text: “no”")))[0]


def test_what_a_comment_cuts_off(tmp_path: Path) -> None:
    assert "left out" in found(check, topic(tmp_path, CLEAN.replace("text: a", "text: the #1 reason")))[0]
    assert found(check, topic(tmp_path, CLEAN.replace("text: a", "text: a  # a comment"))) == []


def test_files_that_the_bot_does_not_read(tmp_path: Path) -> None:
    project = topic(tmp_path, CLEAN)
    for name in ("a.yaml", "b.docx"):
        (tmp_path / "data" / "topics" / name).write_text("a: b\n")
    (tmp_path / "notes.yml").write_text("a: b\n")
    assert [finding.split(":")[0] for finding in found(check, project)] == [
        "data/topics/a.yaml",
        "notes.yml",
        "data/topics/b.docx",
    ]
