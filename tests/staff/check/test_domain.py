"""The names of domain.yml."""

from __future__ import annotations

from pathlib import Path

from staff.check.domain import read_domain
from tests.staff.check.made import made

TEXT = """\
intents:
- greet
- ask: {use_entities: true}
- greet
entities:
- red_flag:
    roles: [present]
slots:
  triaged: {type: bool, initial_value: false, influence_conversation: true}
  patient: {type: text, influence_conversation: false}
forms:
  triage_form: {required_slots: [patient]}
actions: [action_a]
"""


def test_names_have_their_lines(tmp_path: Path) -> None:
    domain = made(tmp_path, {"domain.yml": TEXT}).domain
    assert {name: at.line for name, at in domain.intents.items()} == {"greet": 2, "ask": 3}
    assert [(name, at.line, first.line) for name, at, first in domain.twice] == [("greet", 4, 2)]
    assert set(domain.entities) == {"red_flag"}
    assert domain.required == {"triage_form": ("patient",)}
    assert set(domain.actions) == {"action_a"}


def test_slots_say_what_they_hold_first_and_whether_rules_see_them(tmp_path: Path) -> None:
    domain = made(tmp_path, {"domain.yml": TEXT}).domain
    assert domain.initial("triaged") is False
    assert domain.initial("patient") is None
    assert domain.influences("triaged") and not domain.influences("patient")


def test_a_domain_that_cannot_be_read_is_not_known() -> None:
    assert not read_domain({}).known
