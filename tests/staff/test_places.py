"""Each thing is found in its file and on its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.places import Place, Places

ROOT = Path(__file__).resolve().parents[2]
HOURS = """version: "3.1"

nlu:
- intent: ask_hours
  examples: |
    - when are you open
    # a note
    - hours?

responses:
  utter_hours:
  - text: We are open.
  - text: They are open.
    condition:
    - type: slot
      name: patient
      value: other
"""
OTHER = {"condition": [{"type": "slot", "name": "patient", "value": "other"}]}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "data/hours.yml": HOURS,
        "domain.yml": "intents:\n- ask_hours\n- answer\nforms:\n  triage_form:\n    required_slots:\n    - onset\n",
        "clinical/red_flags.yml": "flags:\n  fever:\n    disposition: none\n",
        "clinical/dispositions.yml": "levels:\n  call_911: {reply: x}\n",
        "clinical/lexicon/a.yml": "chills:\n  says: [shivering]\n",
        "clinical/lexicon/b.yml": 'fever:\n  says:\n    - "hot"\n  denies:\n    - "not hot"\n',
        "clinical/phrasings/fever.yml": 'present:\n- "burning up"\n- "38.9"\nlook_alike: []\n',
        "config.yml": "a: 1\nb: 2\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_response_is_found_by_the_variation_that_was_said(project: Path) -> None:
    places = Places(project)
    assert places.response("utter_hours") == Place("data/hours.yml", 12)
    assert places.response("utter_hours", OTHER["condition"]) == Place("data/hours.yml", 13)
    assert places.response("utter_none") is None


def test_an_intent_stands_with_its_examples_or_in_the_domain(project: Path) -> None:
    places = Places(project)
    assert str(places.intent("ask_hours")) == "data/hours.yml:4"
    assert str(places.intent("answer")) == "domain.yml:3"
    assert places.intent("nothing") is None
    assert [(e.text, e.place.line) for e in places.examples("ask_hours")] == [("when are you open", 6), ("hours?", 8)]


def test_the_clinical_lines_are_found(project: Path) -> None:
    places = Places(project)
    assert str(places.flag("fever")) == "clinical/red_flags.yml:2"
    assert str(places.level("call_911")) == "clinical/dispositions.yml:2"
    assert [(s.text, s.place.line) for s in places.phrasings("fever")] == [("burning up", 2), ("38.9", 3)]
    assert places.phrasings("nothing") == ()
    line = places.lexicon_line("fever", "not hot")
    assert line is not None
    assert (line.kind, str(line.place)) == ("denies", "clinical/lexicon/b.yml:5")
    assert places.lexicon_line("fever", "cold") is None


def test_a_question_of_the_form_and_a_line_by_its_words_are_found(project: Path) -> None:
    places = Places(project)
    assert places.form_question("onset") == Place("domain.yml", 7)
    assert places.form_question("recurring") is None
    assert places.line_with("config.yml", "b:") == Place("config.yml", 2)


def test_everything_of_the_project_is_found_where_it_stands() -> None:
    places = Places(ROOT)
    lines = (ROOT / "data/topics/hours.yml").read_text("utf-8").splitlines()
    for sentence in places.examples("ask_hours"):
        assert lines[sentence.place.line - 1].strip() == f"- {sentence.text}"
    for flag in ("fever", "chest_pain", "clot_signs"):
        place = places.flag(flag)
        assert place is not None
        assert (ROOT / place.file).read_text("utf-8").splitlines()[place.line - 1].strip() == f"{flag}:"
