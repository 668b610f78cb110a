"""Options that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.buttons import check, payload_intent
from tests.staff.check.made import found, topic


def findings(root: Path, payload: str, title: str = "Cost") -> list[str]:
    buttons = f"    - title: {title}\n      payload: {payload}\n    - {{title: Parking, payload: /ask_parking}}\n"
    return found(check, topic(root, f"responses:\n  utter_a:\n  - text: a\n    buttons:\n{buttons}"))


@pytest.mark.parametrize("payload", ["/ask_cost", "'/answer{\"onset\": \"today\"}'"])
def test_options_that_lead_somewhere(tmp_path: Path, payload: str) -> None:
    assert findings(tmp_path, payload) == []


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        ("ask_cost", "has no slash"),
        ("/ask_costs", "leads nowhere: there is no intent `ask_costs`: did you mean `ask_cost`?"),
        ("/ask cost", "cannot be read"),
        ("/answer", "answer cannot be read"),
        ("'/answer{onset: today}'", "answer cannot be read"),
        ("'/answer{\"onset\": \"today\", \"recurring\": \"no\"}'", "answer cannot be read"),
        ("'/answer{“onset”: “today”}'", "typographic quotes"),
        ("'/answer{\"onsets\": \"today\"}'", "a question that does not exist (`onsets`): did you mean `onset`?"),
        ("'/answer{\"onset\": \"todday\"}'", "no answer `todday` to `onset`: did you mean `today`?"),
        ("'/ask_cost{\"onset\": \"todday\"}'", "no answer `todday`"),
    ],
)
def test_options_that_lead_nowhere(tmp_path: Path, payload: str, says: str) -> None:
    (finding,) = findings(tmp_path, payload)
    assert finding.startswith("data/topics/parking.yml:6: ")
    assert says in finding


def test_two_options_with_the_same_words(tmp_path: Path) -> None:
    assert "two options say `Parking` (first on line 5)" in findings(tmp_path, "/ask_cost", "Parking")[0]


def test_the_intent_of_a_payload() -> None:
    assert payload_intent('/answer{"a": "b"}') == "answer"
    assert payload_intent("typed") is None
    assert payload_intent(3) is None
