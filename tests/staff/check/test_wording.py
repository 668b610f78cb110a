"""Whether what patients read is easy."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.wording import check
from tests.staff.check.made import found, topic

LONG = "word " * 21


def said(root: Path, text: str, name: str = "utter_parking") -> list[str]:
    return found(check, topic(root, f"responses:\n  {name}:\n  - text: |-\n      There.\n      {text}\n"))


def test_an_easy_answer_has_no_finding(tmp_path: Path) -> None:
    assert said(tmp_path, "You can park behind the house.") == []


def test_a_long_sentence_is_found_on_its_line(tmp_path: Path) -> None:
    (finding,) = said(tmp_path, f"{LONG.strip()}.")
    assert finding.startswith("data/topics/parking.yml:5: a sentence of 21 words in `utter_parking`")


def test_placeholders_count_as_what_stands_for_them(tmp_path: Path) -> None:
    assert said(tmp_path, "word " * 20 + "{clinic_treatments}.") != []


def test_hard_words_are_named(tmp_path: Path) -> None:
    findings = said(tmp_path, "Administrative reimbursement documentation necessitates organizational clarification.")
    assert any("is hard to read" in finding and "organizational" in finding for finding in findings)


@pytest.mark.parametrize("name", ["utter_parking", "utter_call_911"])
def test_an_emergency_must_be_easier(tmp_path: Path, name: str) -> None:
    text = "Visitor parking is behind the clinic, on the river side, near the water tower."
    assert (said(tmp_path, text, name) != []) is (name == "utter_call_911")


def test_another_language_is_not_measured(tmp_path: Path) -> None:
    assert said(tmp_path, f"{LONG.strip()}.", "utter_spanish") == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Shall we go on? Call 911 for danger.", True),
        ("Shall we go on? If not, stop.", True),
        ("Call 911 for danger. Shall we go on?", False),
        ("Shall we go on? Tap all that fit.", False),
    ],
)
def test_nothing_stands_below_a_question(tmp_path: Path, text: str, is_found: bool) -> None:
    assert any("below its question" in finding for finding in said(tmp_path, text)) is is_found
