"""The clinical tables with their lines, also when something in them is wrong."""

from __future__ import annotations

from pathlib import Path

from staff.check.clinical_tables import RED_FLAGS
from staff.check.project import Project
from tests.staff.check.copied import ROOT
from tests.staff.check.made import made

TABLES = Project(ROOT).clinical


def test_what_the_tables_of_the_project_say() -> None:
    assert TABLES.flags.keys_at["collapse"].path == RED_FLAGS
    assert "chest_pain" in TABLES.asked_in("emergency_signs")
    assert TABLES.locked == ("crisis_line", "call_911", "go_to_er")
    assert "raynauds" in TABLES.cautions
    assert [step["id"] for step in TABLES.steps][:2] == ["lie_down", "breathe"]


def test_the_names_in_the_tables_have_their_lines() -> None:
    assert {"utter_call_911", "utter_step_ice", "utter_cause_lifting"} <= {str(name) for name in TABLES.responses()}
    intents = {name: at.path for name, at in TABLES.intents()}
    assert intents["tell_lifting"] == "clinical/causes.yml"
    assert intents["ask_stretching"] == intents["ask_human"] == "clinical/dispositions.yml"


def test_tables_that_are_not_there_or_say_nonsense_are_empty(tmp_path: Path) -> None:
    tables = made(tmp_path, {RED_FLAGS: "flags: [a]\nsigns: b\n", "clinical/first_aid.yml": "cautions: c\n"}).clinical
    assert (dict(tables.flags), tables.signs, tables.steps, list(tables.cautions)) == ({}, [], [], [])
    assert tables.flags.at.path == RED_FLAGS
    assert list(tables.intents()) == []
