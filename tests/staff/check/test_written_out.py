"""What must not be written out."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.written_out import check
from tests.staff.check.made import found, made


def said(root: Path, text: str) -> list[str]:
    answer = f'version: "3.1"\nresponses:\n  utter_parking:\n  - text: |-\n      There.\n      {text}\n'
    return found(check, made(root, {"clinic.yml": 'name: "Back Care"\n', "data/topics/parking.yml": answer}))


@pytest.mark.parametrize(
    "text",
    [
        "Call {clinic_name} at {clinic_phone}.",
        "Call 911, or Poison Control at 1-800-222-1222.",
        "Use ice for {ice_minutes} minutes, every {ice_every_hours} hours.",
        "Step 1 of 6. Past 70, see a doctor.",
        "Tell us of your back, care and all.",
    ],
)
def test_what_may_be_said(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Call (406) 388-8118.", "a phone number written out ((406) 388-8118)"),
        ("Call 406-388-8118.", "phone number"),
        ("Call 388-8118.", "phone number"),
        ("Call 4063888118.", "phone number"),
        ("Call Back Care.", "a clinic's name written out (Back Care)"),
        ("Call Movement Concepts.", "clinic's name"),
        ("This cures it.", "promises (cures)"),
        ("Take 400 mg.", "gives a dose"),
        ("Take Tylenol.", "names a medicine"),
        ("It is sciatica.", "says what a patient has"),
    ],
)
def test_what_must_not(tmp_path: Path, text: str, says: str) -> None:
    (finding,) = said(tmp_path, text)
    assert finding.startswith("data/topics/parking.yml:6: ")
    assert says in finding
