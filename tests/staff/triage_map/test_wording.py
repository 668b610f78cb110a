"""Where wordings stand, what questions offer, and what begins the form."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.triage_map.wording import Wording, answer_in, find_openings, find_options, find_wordings
from tests.patients import OPTIONS
from tests.staff.triage_map.project import ROOT

_QUESTIONS = """version: "3.1"
# A comment.
responses:
  utter_ask_age:
  - text: How old?
    buttons:
    - {title: Young, payload: '/answer{"age": "young"}'}
    - {title: Why, payload: /ask_why}
  - text: How old are they?
    buttons:
    - {title: Young, payload: '/answer{"age": "young"}'}
    - {title: Old, payload: '/answer{"age": "old"}'}
  utter_hello:
  - text: Hello.
rules:
- rule: one
  steps:
  - intent: greet
  - action: utter_hello
  - action: the_form
- rule: during it
  condition:
  - active_loop: the_form
  steps:
  - intent: bye
  - action: the_form
- rule: another
  steps:
  - intent: thanks
  - action: utter_hello
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data" / "deep").mkdir(parents=True)
    (tmp_path / "data" / "deep" / "questions.yml").write_text(_QUESTIONS, "utf-8")
    (tmp_path / "data" / "empty.yml").write_text("", "utf-8")
    return tmp_path


def test_each_wording_is_found_with_its_place(root: Path) -> None:
    assert list(find_wordings(root).values()) == [
        Wording("utter_ask_age", "data/deep/questions.yml", 4, 2),
        Wording("utter_hello", "data/deep/questions.yml", 13, 1),
    ]


def test_options_are_those_of_all_variations(root: Path) -> None:
    assert find_options(root) == {"age": ("young", "old")}


def test_what_begins_the_form_is_found(root: Path) -> None:
    assert find_openings(root, "the_form") == {"greet": ("utter_hello", "data/deep/questions.yml")}


def test_the_payload_of_an_intent_answers_nothing() -> None:
    assert answer_in("/ask_why") == {}
    assert answer_in('/answer{"onset": "today"}') == {"onset": "today"}


def test_the_projects_own_options_are_found() -> None:
    found = {question: set(values) for question, values in find_options(ROOT).items()}
    for question, values in OPTIONS.items():
        assert set(values) <= found[question]
