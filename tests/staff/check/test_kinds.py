"""Which files there are, and that each has one schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from staff.check.kinds import DEFINITIONS, kinds_of, schemas, yaml_files
from tests.staff.check.copied import ROOT


@pytest.mark.parametrize("path", yaml_files(ROOT))
def test_every_yaml_file_has_one_schema(path: str) -> None:
    assert len(kinds_of(path)) == 1


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("data/topics/parking.yml", ["rasa_data"]),
        ("data/events/summer.yml", ["rasa_data"]),
        ("data/clinic/page.yml", ["page_words"]),
        ("data/triage/phrases.yml", ["outcome_phrases"]),
        ("clinical/lexicon/words.yml", ["word_lists"]),
        ("clinical/lexicon/bites.yml", ["lexicon"]),
        ("tests/conversations/openings.yml", ["openings"]),
        ("stories.yml", []),
        ("data/topics/deep/parking.yml", ["rasa_data"]),
    ],
)
def test_a_file_is_known_by_its_place(path: str, kind: list[str]) -> None:
    assert kinds_of(path) == kind


def test_what_others_made_is_passed_over(tmp_path: Path) -> None:
    for folder in (".venv", "models", "data"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yml").write_text("a: b")
    assert list(yaml_files(tmp_path)) == ["data/a.yml"]


def test_the_editor_is_told_of_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    with_files = {name: schema for name, schema in schemas().items() if "x-files" in schema}
    told = {f"./staff/schemas/{name}.json": schema["x-files"] for name, schema in with_files.items()}
    assert settings["yaml.schemas"] == told
    assert set(schemas()) - {Path(name).stem for name in told} == {DEFINITIONS}


def test_an_editor_never_holds_a_file_against_two_schemas() -> None:
    patterns = [pattern for schema in schemas().values() for pattern in schema.get("x-files", ())]
    assert len(patterns) == len(set(patterns))
    assert all(pattern.startswith("/") for pattern in patterns)
