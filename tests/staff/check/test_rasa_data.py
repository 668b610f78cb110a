"""Examples, answers, rules and stories with their lines."""

from __future__ import annotations

from pathlib import Path

from staff.check.finding import Mark
from staff.check.rasa_data import RasaData
from tests.staff.check.made import topic

TEXT = """\
version: "3.1"
nlu:
- intent: ask_parking
  examples: |
    - where can I park

    - is there [parking](place)
    no example
responses:
  utter_parking:
  - text: There.
    buttons:
    - {title: "Cost", payload: /ask_cost}
  - condition:
    - {type: slot, name: patient, value: other}
    text: Over there.
rules:
- rule: Parking
  condition:
  - active_loop: null
  - slot_was_set:
    - triaged: true
  steps:
  - or:
    - intent: ask_parking
    - intent: ask_cost
  - action: utter_parking
stories:
- story: Parking
  steps:
  - intent: ask_parking
  - action: triage_form
  - active_loop: triage_form
"""
PATH = "data/topics/parking.yml"


def data(root: Path) -> RasaData:
    return topic(root, TEXT).data


def test_examples_have_their_lines_and_no_brackets(tmp_path: Path) -> None:
    found = [(example.text, example.at.line, example.entities) for example in data(tmp_path).examples]
    assert found == [("where can I park", 5, ()), ("is there parking", 7, ("place",))]


def test_answers_have_their_places_conditions_and_options(tmp_path: Path) -> None:
    said = data(tmp_path)
    assert said.responses == {"utter_parking": [Mark(PATH, 10)]}
    first, second = said.by_response["utter_parking"]
    assert (first.text, first.condition, first.at.line, first.number) == ("There.", {}, 11, 1)
    assert [button["title"] for button in first.buttons] == ["Cost"]
    assert (second.condition, second.at.line) == ({"patient": "other"}, 14)


def test_a_rule_with_alternatives_is_one_for_each(tmp_path: Path) -> None:
    rules = [course for course in data(tmp_path).courses if course.kind == "rule"]
    assert [[step.name for step in rule.steps] for rule in rules] == [
        ["ask_parking", "utter_parking"],
        ["ask_cost", "utter_parking"],
    ]
    loop, slot = rules[0].conditions
    assert (loop.kind, loop.name, slot.slots) == ("loop", None, (("triaged", True),))


def test_a_story_has_its_steps_and_lines(tmp_path: Path) -> None:
    (story,) = [course for course in data(tmp_path).courses if course.kind == "story"]
    assert [(step.kind, step.name, step.at.line) for step in story.steps] == [
        ("intent", "ask_parking", 31),
        ("action", "triage_form", 32),
        ("loop", "triage_form", 33),
    ]


def test_whatever_stands_there_is_passed_over(tmp_path: Path) -> None:
    said = topic(tmp_path, "nlu: 1\nresponses: [a]\nrules: {a: b}\nstories:\n- 1\n- steps: a\n").data
    assert (said.examples, said.variations, [course.steps for course in said.courses]) == ([], [], [()])
