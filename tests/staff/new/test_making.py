"""A new topic or story is one file and one word, and explains itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from staff.check.signatures import SOURCE_TO_COME
from staff.new import making
from staff.new.kinds import KINDS, STORY, TOPIC, Kind
from staff.new.making import filled, make
from staff.new.naming import BadNameError
from staff.places import Places

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "domain.yml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.word)
def test_one_file_and_one_word_are_all_that_changes(kind: Kind, project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    made = make(project, kind, "tax_forms")
    changed = {p for p in project.rglob("*") if p.is_file() and before.get(p) != p.read_bytes()}
    assert changed == {project / made.file, project / "domain.yml"}
    added = (project / "domain.yml").read_text("utf-8").replace(f"- {made.intent}\n", "")
    assert added == (ROOT / "domain.yml").read_text("utf-8")
    places = Places(project)
    assert all(places.response(response) for response in kind.responses("tax_forms"))
    assert len(places.examples(made.intent)) >= 8


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.word)
def test_the_file_has_its_names_and_its_notes(kind: Kind) -> None:
    text = filled(kind, "tax_forms")
    assert "$" not in text
    assert "# 1." in text and "# 2." in text
    content = yaml.safe_load(text)
    assert content["version"] == "3.1"
    assert content["nlu"][0]["intent"] == kind.intent("tax_forms")
    assert set(content["responses"]) == set(kind.responses("tax_forms"))
    said = [v for variations in content["responses"].values() for v in variations]
    assert all(set(v["metadata"]) == {"source", "reviewed"} for v in said)
    # Which `./bot check` asks about.
    assert kind is TOPIC or all(v["metadata"]["source"].startswith(SOURCE_TO_COME) for v in said)


def test_the_unchanged_answer_of_a_topic_is_true_and_gives_the_number() -> None:
    content = yaml.safe_load(filled(TOPIC, "cloakroom"))
    assert "{clinic_phone}" in content["responses"]["utter_cloakroom"][0]["text"]


def test_a_second_one_is_refused_and_changes_nothing(project: Path) -> None:
    made = make(project, TOPIC, "cloakroom")
    (project / made.file).write_text("mine", "utf-8")
    domain = (project / "domain.yml").read_bytes()
    with pytest.raises(BadNameError):
        make(project, TOPIC, "cloakroom")
    assert (project / made.file).read_text("utf-8") == "mine"
    assert (project / "domain.yml").read_bytes() == domain


def test_a_disk_that_fails_leaves_no_half_story(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(making, "_replace", fails)
    with pytest.raises(OSError, match="disk"):
        make(project, STORY, "juggling")
    assert not (project / "data" / "stories" / "juggling.yml").exists()
