"""Questions and their options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from staff.check.questions import answered, check
from tests.staff.check.made import found, made

FLAGS = "flags:\n  fever: {asked_in: health_risks}\n  weight_loss: {asked_in: health_risks}\n"


def question(name: str, *values: str, custom: str = "", asked: str | None = None) -> str:
    asked = asked or name.removeprefix("utter_ask_")
    payloads = [f"/answer{json.dumps({asked: value})}" for value in values]
    buttons = "".join(f"    - title: \"{n}\"\n      payload: '{payload}'\n" for n, payload in enumerate(payloads))
    return f"responses:\n  {name}:\n  - text: a\n{custom}" + (f"    buttons:\n{buttons}" if buttons else "")


def findings(root: Path, text: str) -> list[str]:
    return found(check, made(root, {"clinical/red_flags.yml": FLAGS, "data/triage/questions.yml": text}))


ALL = ("fever", "weight_loss", "none", "not_sure")
TICKED = "    custom: {tick_list: true}\n"


@pytest.mark.parametrize(
    "text",
    [
        question("utter_ask_recurring", "yes", "no", "not_sure"),
        question("utter_ask_health_risks", *ALL, custom=TICKED),
        question("utter_ask_confirm_fever", "yes", "no", "not_sure", asked="confirm"),
        question("utter_ask_confirm_several", *ALL, custom=TICKED, asked="confirm"),
        question("utter_anything"),
    ],
)
def test_questions_that_are_whole(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (question("utter_ask_recurring"), 3, "the question `utter_ask_recurring` has no options"),
        (question("utter_ask_recurring", "yes", "no"), 4, "does not offer not_sure"),
        (question("utter_ask_recurring", "yes", "no", "not_sure", "no"), 12, "two options answer `no` (first on"),
        (question("utter_ask_recurring", "yes", "no", "not_sure", "maybe"), 12, "`maybe` does not belong to"),
        (question("utter_ask_confirm_fever", "yes", "no", asked="confirm"), 4, "does not offer not_sure"),
        (
            question("utter_ask_health_risks", "fever", "weight_loss", "none", "not_sure"),
            3,
            "is a list to tick, and does not say so",
        ),
        (
            question("utter_ask_health_risks", "none", "fever", "weight_loss", "not_sure", custom=TICKED),
            5,
            "does not end with none of these and not sure",
        ),
    ],
)
def test_questions_that_lost_something(tmp_path: Path, text: str, line: int, says: str) -> None:
    (finding,) = findings(tmp_path, text)
    assert finding.startswith(f"data/triage/questions.yml:{line}: ")
    assert says in finding


def test_what_an_option_answers() -> None:
    assert answered('/answer{"onset": "today"}') == "today"
    assert answered("/ask_cost") is None
    assert answered("/answer{") is None
    assert answered(None) is None
