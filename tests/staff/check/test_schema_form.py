"""What differs from a schema, in plain words; and that the schemas know what the code knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from rasa_parts.site_page import ALL_WORDS
from staff.check.contract import contract
from staff.check.document import Document
from staff.check.kinds import schemas
from staff.check.project import Project
from staff.check.schema_form import check, differences
from tests.conversation_file import CONVERSATION_KEYS, EXPECTATIONS, SECTION_6
from tests.staff.check.copied import ROOT
from tests.staff.check.made import found, topic
from triage.clinic import load_clinic

PROJECT = Project(ROOT)
TOPIC = """\
version: "3.1"
nlu:
- intent: ask_parking
  examples: |
    - where can I park
responses:
  utter_parking:
  - text: There.
    buttons:
    - {title: "Cost", payload: /ask_cost}
rules:
- rule: Parking
  steps:
  - intent: ask_parking
  - action: utter_parking
"""


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("document", PROJECT.documents.values(), ids=lambda document: document.path)
def test_every_file_of_the_project_is_as_its_schema_says(document: Document) -> None:
    assert differences(document) == ()


def test_a_clean_topic_has_no_finding(tmp_path: Path) -> None:
    assert found(check, topic(tmp_path, TOPIC)) == []


@pytest.mark.parametrize(
    ("find", "replace", "line", "says"),
    [
        ("examples:", "exampels:", 4, "unknown key `exampels`: did you mean `examples`?"),
        ("nlu:", "colour:", 2, "unknown key `colour`: remove it; the keys here are version, nlu, responses"),
        ("nlu:", "intents:", 2, "`intents` belongs into domain.yml: move it there"),
        ("  - text: There.", "  - image: a.svg", 8, "`text` is missing"),
        ("text: There.", "text: 42", 8, "`text` is read as a number, not as text: put it in quotes"),
        ("text: There.", "text: 2026-11-30", 8, "`text` is read as a date, not as text"),
        ("text: There.", "text:", 8, "`text` is empty"),
        ("text: There.", 'text: ""', 8, "`text` is empty"),
        ("text: There.", "text: [There]", 8, "`text` has a list where a text must be"),
        ("- text: There.", "- text:There.", 8, "colon"),
        ("  - action: utter_parking", "  - utter_parking", 15, "a colon is missing (utter_parking)"),
        ("intent: ask_parking\n  ex", "intent: Ask Parking\n  ex", 3, "`Ask Parking` is no name of an intent"),
        ("utter_parking:", "parking:", 7, "`parking` is no name of an answer"),
        ('"3.1"', '"2.0"', 1, "`version` cannot be 2.0"),
        ("examples: |\n    - where", "examples:\n    - where", 4, "`examples` has a list where a text must be"),
        ("  - action: utter_parking", "    action: utter_parking", 14, "in one step"),
    ],
)
def test_what_differs_is_said_in_plain_words(tmp_path: Path, find: str, replace: str, line: int, says: str) -> None:
    assert find in TOPIC
    findings = [*_form(tmp_path, TOPIC.replace(find, replace, 1))]
    assert any(f":{line}: " in finding and says in finding for finding in findings), findings


def _form(root: Path, text: str) -> list[str]:
    project = topic(root, text)
    broken = [str(document.broken) for document in project.documents.values() if document.broken]
    return [*found(check, project), *broken]


# --- the schemas know what the code knows ---------------------------------------------------------


def names(definition: str) -> set[str]:
    return set(schemas()["names"]["definitions"][definition]["enum"])


def test_the_names_are_the_contracts() -> None:
    assert names("flag") == set(contract().flags)
    assert tuple(schemas()["names"]["definitions"]["disposition"]["enum"]) == contract().dispositions
    assert names("question") == {*contract().questions, *(f"confirm_{flag}" for flag in contract().flags)}
    assert names("tick_list") == set(contract().asked_in)


def test_a_conversation_may_expect_what_the_tests_know() -> None:
    conversation = schemas()["conversations"]["items"]["properties"]
    turn = conversation["turns"]["items"]["properties"]
    assert set(conversation) == CONVERSATION_KEYS
    assert set(turn) == {*EXPECTATIONS, "patient", "press", "after"}
    assert set(conversation["section6"]["else"]["enum"]) == set(SECTION_6)


def test_the_page_has_the_words_that_it_is_read_with() -> None:
    assert set(schemas()["page_words"]["properties"]) == set(ALL_WORDS)


def test_a_clinic_that_the_bot_reads_is_as_the_schema_says() -> None:
    load_clinic(ROOT / "examples" / "clinics" / "pro_physio.yml")
    assert _valid("clinic", PROJECT.value("examples/clinics/pro_physio.yml"))


@pytest.mark.parametrize(
    ("key", "value"),
    [("ice_minutes", 45), ("ice_minutes", "20"), ("hours", {"monday": "closed"}), ("treatments", []), ("colour", "")],
)
def test_a_clinic_that_the_bot_refuses_is_not(key: str, value: Any) -> None:
    assert not _valid("clinic", {**PROJECT.value("examples/clinics/pro_physio.yml"), key: value})


def _valid(kind: str, value: Any) -> bool:
    return bool(Draft7Validator(schemas()[kind]).is_valid(value))
