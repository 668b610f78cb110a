"""The project as the check sees it."""

from __future__ import annotations

from pathlib import Path

from tests.staff.check.made import made, topic


def test_files_are_found_by_kind_and_only_those_that_can_be_read(tmp_path: Path) -> None:
    project = made(tmp_path, {"data/topics/a.yml": "version: '3.1'\n", "data/topics/b.yml": "a: 'b\n", "x.yml": "a: b"})
    assert set(project.documents) == {"data/topics/a.yml", "data/topics/b.yml", "domain.yml"}
    assert [document.path for document in project.of_kind("rasa_data")] == ["data/topics/a.yml"]


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert topic(tmp_path, "version: '3.1'").value("clinic.yml") == {}


def test_the_names_in_a_file_that_cannot_be_read_are_kept(tmp_path: Path) -> None:
    project = topic(tmp_path, "responses:\n  utter_parking: 'a\n")
    assert "utter_parking" in project.unreadable_names
    assert "ask_cost" not in project.unreadable_names
