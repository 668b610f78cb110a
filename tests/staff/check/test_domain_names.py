"""Slots, forms, entities and actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.domain_names import check
from tests.staff.check.made import DOMAIN, found, made

RULE = """\
rules:
- rule: a
  condition:
  - active_loop: triage_form
  - slot_was_set:
    - triaged: true
  steps:
  - intent: ask_cost
  - action: triage_form
responses:
  utter_a:
  - text: a
    condition:
    - {type: slot, name: disposition, value: self_care}
  utter_ask_patient:
  - text: b
"""


def findings(root: Path, rule: str = RULE, domain: str = DOMAIN) -> list[str]:
    return found(check, made(root, {"domain.yml": domain, "data/topics/a.yml": rule}))


def test_names_that_are_there_have_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("find", "replace", "line", "says"),
    [
        ("action: triage_form", "action: triage_from", 9, "no action `triage_from`: did you mean `triage_form`?"),
        ("active_loop: triage_form", "active_loop: form", 4, "there is no form `form`"),
        ("- triaged: true", "- traiged: true", 5, "there is no slot `traiged`: did you mean `triaged`?"),
        ("- triaged: true", "- patient: other", 5, "the slot `patient` makes no difference"),
        ("name: disposition", "name: level", 14, "a slot that does not exist (`level`)"),
    ],
)
def test_names_that_are_not(tmp_path: Path, find: str, replace: str, line: int, says: str) -> None:
    said = findings(tmp_path, RULE.replace(find, replace))
    assert any(finding.startswith(f"data/topics/a.yml:{line}: ") and says in finding for finding in said), said


@pytest.mark.parametrize(
    ("find", "replace", "says"),
    [
        ("- affirm", "- affirm\n- affirm", "`affirm` stands here a second time"),
        ("[patient]", "[patient, age]", "`triage_form` asks for a slot that does not exist (`age`)"),
        ("actions: []", "actions: [action_book]", "nobody has written the action `action_book`"),
        ("entities: []", "entities: [day]", "the entity `day` is never used"),
        ("slots:\n", "slots:\n  lot: {type: text}\n", "the slot `lot` is never used"),
    ],
)
def test_what_is_wrong_in_the_domain(tmp_path: Path, find: str, replace: str, says: str) -> None:
    said = findings(tmp_path, domain=DOMAIN.replace(find, replace))
    assert any(finding.startswith("domain.yml:") and says in finding for finding in said), said


def test_an_action_that_is_written_and_not_named(tmp_path: Path) -> None:
    (tmp_path / "actions").mkdir()
    (tmp_path / "actions" / "a.py").write_text('return "action_course"')
    assert "the action `action_course` is missing" in findings(tmp_path)[0]


def test_brackets_in_an_example(tmp_path: Path) -> None:
    nlu = "nlu:\n- intent: ask_cost\n  examples: |\n    - on [sunday](day)\n"
    assert any(":20: there is no entity `day`" in finding for finding in findings(tmp_path, RULE + nlu))


def test_requested_slot_is_rasas_own(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE.replace("- triaged: true", "- triaged: true\n    - requested_slot: null")) == []
