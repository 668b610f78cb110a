"""Words in braces that nothing fills."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.placeholders import check
from tests.staff.check.made import found, topic


def findings(root: Path, text: str, name: str = "utter_a", more: str = "") -> list[str]:
    return found(check, topic(root, f"responses:\n  {name}:\n  - text: |-\n      There.\n      {text}\n{more}"))


@pytest.mark.parametrize(
    "text",
    ["Call {clinic_name} at {clinic_phone}.", "{understood} {reason} {summary}", "{disposition}", "no braces"],
)
def test_what_is_filled(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Call {clinic_phnoe}.", "nothing fills {clinic_phnoe}: did you mean `clinic_phone`?"),
        ("Call {Clinic Phone}.", "did you mean `clinic_phone`?"),
        ("Call {us}.", "nothing fills {us}: take it out"),
        ("{triaged}", "nothing fills {triaged}"),
        ("Step {step_number}", "nothing fills {step_number}"),
        ("Call {clinic_phone.", "a brace is missing or too many"),
        ("Call clinic_phone}.", "a brace is missing or too many"),
        ("Call {{clinic_phone}}.", "a brace is missing or too many"),
        ("Call [clinic_phone].", "a brace is missing or too many"),
    ],
)
def test_what_is_not(tmp_path: Path, text: str, says: str) -> None:
    (finding,) = findings(tmp_path, text)
    assert finding.startswith("data/topics/parking.yml:5: ")
    assert says in finding


def test_an_action_fills_its_own_answers_only(tmp_path: Path) -> None:
    assert findings(tmp_path, "Step {step_number} of {step_total}", "utter_step_ice") == []
    assert findings(tmp_path, "{doctor_after_weeks}", "utter_see_a_doctor_too") == []


def test_timers_descriptions_and_titles_count_and_payloads_do_not(tmp_path: Path) -> None:
    more = "    custom: {timer: {minutes: '{minutes}', label: Ice}}\n"
    assert "nothing fills {minutes}" in findings(tmp_path, "a", more=more)[0]
    more = "    buttons:\n    - title: '{a}'\n      payload: '/answer{\"onset\": \"today\"}'\n"
    (finding,) = findings(tmp_path, "a", more=more)
    assert "nothing fills {a}" in finding
