"""The rule or story behind an action is the one that fits the turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.places import Places
from staff.trying.courses import Course, courses_behind, read_courses
from staff.trying.facts import turns
from tests.staff.trying.events import Event, action, loop, slot, user

DATA = """version: "3.1"
rules:
- rule: told first
  condition:
  - active_loop: null
  - slot_was_set:
    - triaged: false
  steps:
  - intent: tell
  - action: utter_cause
  - action: triage_form
  - active_loop: triage_form
- rule: told in the form
  condition:
  - active_loop: triage_form
  steps:
  - intent: tell
  - action: utter_cause
- rule: hello
  steps:
  - or:
    - intent: greet
    - intent: thanks
  - action: utter_greet
- rule: the form is over
  condition:
  - active_loop: triage_form
  steps:
  - action: triage_form
  - active_loop: null
  - action: action_disposition
stories:
- story: tips wanted
  steps:
  - intent: tell
  - action: utter_offer
  - intent: affirm
  - action: utter_tips
- story: something else is confirmed
  steps:
  - intent: worse
  - action: utter_sorry
  - intent: affirm
  - action: utter_tips
"""


@pytest.fixture
def courses(tmp_path: Path) -> tuple[Course, ...]:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text(DATA, "utf-8")
    return read_courses(Places(tmp_path))


def behind(courses: tuple[Course, ...], kind: str, name: str, *events: Event) -> list[str]:
    return [course.name for course in courses_behind(courses, turns(events)[-1], kind, name)]


def test_they_are_read_with_their_lines(courses: tuple[Course, ...]) -> None:
    assert [(c.kind, c.name, c.place.line) for c in courses[:2]] == [
        ("rule", "told first", 3),
        ("rule", "told in the form", 13),
    ]
    assert courses[-1].kind == "story"


def test_the_conditions_of_a_rule_choose(courses: tuple[Course, ...]) -> None:
    told = user("x", "tell"), action("utter_cause")
    assert behind(courses, "rule", "utter_cause", *told) == ["told first"]
    assert behind(courses, "rule", "utter_cause", loop("triage_form"), *told) == ["told in the form"]
    assert behind(courses, "rule", "utter_cause", slot("triaged", True), *told) == []


def test_either_intent_of_a_rule_fits(courses: tuple[Course, ...]) -> None:
    for intent in ("greet", "thanks"):
        assert behind(courses, "rule", "utter_greet", user("x", intent), action("utter_greet")) == ["hello"]
    assert behind(courses, "rule", "utter_greet", user("x", "goodbye"), action("utter_greet")) == []


def test_what_follows_from_a_form_that_is_over_has_its_rule(courses: tuple[Course, ...]) -> None:
    events = loop("triage_form"), user("x", "deny"), action("triage_form"), action("action_disposition")
    assert behind(courses, "rule", "action_disposition", *events) == ["the form is over"]
    # The form itself is not the rule's doing.
    assert behind(courses, "rule", "triage_form", *events) == []


def test_the_story_that_tells_most_of_what_was_said_is_taken(courses: tuple[Course, ...]) -> None:
    begun = user("x", "tell"), action("utter_offer")
    now = user("yes", "affirm"), action("utter_tips")
    assert behind(courses, "story", "utter_tips", *begun, *now) == ["tips wanted"]
    assert behind(courses, "story", "utter_tips", *now) == ["tips wanted", "something else is confirmed"]
