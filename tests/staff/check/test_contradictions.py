"""Rules and stories that contradict one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.contradictions import check
from tests.staff.check.made import found, topic

TRIAGED = "  condition:\n  - slot_was_set:\n    - triaged: {}\n"
IN_FORM = "  condition:\n  - active_loop: triage_form\n"


def rule(name: str, answer: str, when: str = "", intent: str = "ask_cost") -> str:
    return f"- rule: {name}\n{when}  steps:\n  - intent: {intent}\n  - action: {answer}\n"


def story(name: str, *steps: str) -> str:
    return f"- story: {name}\n  steps:\n" + "".join(f"  - {step}\n" for step in steps)


def findings(root: Path, rules: str = "", stories: str = "") -> list[str]:
    parts = (f"rules:\n{rules}" if rules else "", f"stories:\n{stories}" if stories else "")
    return found(check, topic(root, "".join(parts)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (rule("a", "utter_a"), rule("b", "utter_b", intent="ask_parking")),
        (rule("a", "utter_a"), rule("b", "utter_b", IN_FORM)),
        (rule("a", "utter_a", TRIAGED.format("true")), rule("b", "utter_b", TRIAGED.format("false"))),
    ],
)
def test_rules_that_do_not_meet(tmp_path: Path, one: str, other: str) -> None:
    assert findings(tmp_path, one + other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (rule("a", "utter_a"), rule("b", "utter_b")),
        (rule("a", "utter_a", IN_FORM), rule("b", "utter_b", IN_FORM)),
        (rule("a", "utter_a", IN_FORM), rule("b", "utter_b", TRIAGED.format("true"))),
    ],
)
def test_rules_that_contradict_one_another_name_both_places(tmp_path: Path, one: str, other: str) -> None:
    (finding,) = findings(tmp_path, one + other)
    assert "this rule goes on with `utter_b`, but the rule `a` with `utter_a` (data/topics/parking.yml:" in finding


def test_the_same_rule_twice(tmp_path: Path) -> None:
    assert "says the same as the rule `a`" in findings(tmp_path, rule("a", "utter_a") + rule("b", "utter_a"))[0]


def test_stories_that_part_where_the_patient_says_something_else(tmp_path: Path) -> None:
    one = story("a", "intent: ask_cost", "action: utter_a", "intent: affirm", "action: utter_b")
    other = story("b", "intent: ask_cost", "action: utter_a", "intent: answer", "action: utter_c")
    assert findings(tmp_path, stories=one + other) == []


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        (("action: utter_c",), "goes on with `utter_c`, but the story `a` with `utter_a` (data/topics/parking.yml:5)"),
        (("action: utter_a", "action: utter_c"), "`utter_c`, but the story `a` with waiting for the patient"),
    ],
)
def test_stories_that_go_on_differently(tmp_path: Path, steps: tuple[str, ...], says: str) -> None:
    one = story("a", "intent: ask_cost", "action: utter_a", "intent: affirm", "action: utter_b")
    (finding,) = findings(tmp_path, stories=one + story("b", "intent: ask_cost", *steps))
    assert says in finding


def test_a_story_that_goes_on_otherwise_than_the_rule(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, rule("a", "utter_a"), story("b", "intent: ask_cost", "action: utter_b"))
    assert "this story goes on with `utter_b`, but the rule `a` with `utter_a`" in finding


def test_the_rule_that_holds_at_that_moment_counts(tmp_path: Path) -> None:
    rules = rule("a", "utter_a") + rule("b", "utter_b", TRIAGED.format("true"))
    steps = ("slot_was_set:\n    - triaged: true", "intent: ask_cost", "action: utter_b")
    assert findings(tmp_path, rules, story("c", *steps)) == []
    assert len(findings(tmp_path, rules, story("c", *steps[1:]))) == 1


def test_the_same_story_twice(tmp_path: Path) -> None:
    steps = ("intent: ask_cost", "action: utter_a")
    assert "says the same as the story `a`" in findings(tmp_path, stories=story("a", *steps) + story("b", *steps))[0]
