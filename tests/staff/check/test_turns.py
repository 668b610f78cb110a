"""The turns of rules and stories."""

from __future__ import annotations

from pathlib import Path

from staff.check.turns import LISTEN, Turn, condition, turns
from tests.staff.check.made import topic

STORY = """\
stories:
- story: a
  steps:
  - slot_was_set:
    - triaged: true
    - patient: other
  - intent: ask_cost
  - action: utter_a
  - action: triage_form
  - active_loop: triage_form
  - active_loop: null
  - action: utter_b
  - intent: affirm
  - action: utter_c
"""


def story(root: Path) -> list[Turn]:
    project = topic(root, STORY)
    return list(turns(project.data.courses[0], project.domain))


def test_a_turn_goes_to_the_next_intent_or_a_form(tmp_path: Path) -> None:
    assert [(turn.intent, turn.actions) for turn in story(tmp_path)] == [
        ("ask_cost", ("utter_a", "triage_form")),
        (None, ("utter_b", LISTEN)),
        ("affirm", ("utter_c", LISTEN)),
    ]


def test_each_action_has_its_line(tmp_path: Path) -> None:
    assert [at.line for _, at in story(tmp_path)[2].does] == [14, 14]


def test_a_turn_knows_the_form_and_the_slots_that_rules_see(tmp_path: Path) -> None:
    first, between, last = story(tmp_path)
    assert first.known == {"active_loop": None, "slot triaged": True}
    assert between.loop is None
    assert last.history[-1] == ("affirm", None, (("triaged", True),))
    assert last.history[1:3] == ("utter_a", "triage_form")


def test_a_rule_that_goes_on_by_itself_does_not_wait(tmp_path: Path) -> None:
    text = "rules:\n- rule: a\n  wait_for_user_input: false\n  steps:\n  - intent: b\n  - action: utter_c\n"
    project = topic(tmp_path, text)
    assert next(turns(project.data.courses[0], project.domain)).actions == ("utter_c",)


def test_the_condition_of_a_rule_leaves_out_what_rules_do_not_see(tmp_path: Path) -> None:
    held = "  condition:\n  - active_loop: null\n  - slot_was_set:\n    - triaged: true\n    - patient: b\n"
    project = topic(tmp_path, f"rules:\n- rule: a\n{held}  steps:\n  - intent: b\n  - action: utter_c\n")
    assert condition(project.data.courses[0], project.domain) == {"active_loop": None, "slot triaged": True}
