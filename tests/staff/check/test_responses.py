"""Answers that do not exist, stand in two files or are never said."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.responses import check
from tests.staff.check.made import found, made

ANSWER = "responses:\n  utter_parking:\n  - text: a\n"
TOPIC = ANSWER + "rules:\n- rule: a\n  steps:\n  - intent: b\n  - action: utter_parking\n"


def findings(root: Path, needed: str = "", **files: str) -> list[str]:
    (root / "triage").mkdir(exist_ok=True)
    (root / "triage" / "a.py").write_text(needed)
    paths = {f"data/topics/{name}.yml": text for name, text in files.items()}
    every = found(check, made(root, paths))
    # What the triage asks by itself stands in none of these small projects.
    return [finding for finding in every if "utter_parking" in finding or "utter_unclear" in finding]


def test_an_answer_that_is_said_has_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, parking=TOPIC) == []


def test_an_answer_that_is_not_there(tmp_path: Path) -> None:
    missing, unused = findings(tmp_path, parking=TOPIC.replace("  utter_parking:", "  utter_parkings:"))
    assert missing.startswith("data/topics/parking.yml:8: there is no answer `utter_parking`")
    assert "`utter_parkings` is never said" in unused


def test_an_answer_in_two_files(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, parking=TOPIC, address="responses:\n  utter_parking:\n  - text: b\n")
    assert finding.startswith("data/topics/address.yml:2: `utter_parking` stands here and in data/topics/parking.yml:2")


@pytest.mark.parametrize("there", [True, False])
def test_an_answer_that_the_code_says(tmp_path: Path, there: bool) -> None:
    topic = TOPIC.replace("rules:", "  utter_unclear:\n  - text: c\nrules:") if there else TOPIC
    said = findings(tmp_path, 'say("utter_unclear")', parking=topic)
    assert [("which the bot says by itself" in finding) for finding in said] == ([] if there else [True])


def test_names_in_a_file_that_cannot_be_read_are_not_missing(tmp_path: Path) -> None:
    answer, _, rule = TOPIC.partition("rules:")
    assert findings(tmp_path, parking="rules:" + rule, broken=answer + "  b: 'c\n") == []
