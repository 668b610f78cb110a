"""Stories are looked for only where one can be found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rasa.core.policies.memoization import AugmentedMemoizationPolicy

from tests.talking import Patient


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The intents for which stories were searched."""
    found: list[str] = []
    search = AugmentedMemoizationPolicy.predict_action_probabilities

    def noted(self: AugmentedMemoizationPolicy, tracker: Any, *args: Any, **kwargs: Any) -> Any:
        found.append(tracker.latest_message.intent_name)
        return search(self, tracker, *args, **kwargs)

    monkeypatch.setattr(AugmentedMemoizationPolicy, "predict_action_probabilities", noted)
    return found


def test_an_intent_of_a_story_is_searched_for(
    new_patient: Callable[[], Patient], searches: list[str]
) -> None:
    patient = new_patient()
    reply = patient.types("I was lifting boxes")
    assert "tell_lifting" in searches
    assert "utter_cause_lifting" in reply.responses, patient.said()


def test_an_intent_of_rules_only_is_not(new_patient: Callable[[], Patient], searches: list[str]) -> None:
    patient = new_patient()
    reply = patient.types("what are your opening hours?")
    assert reply.understood["intent"] == "ask_hours", patient.said()
    assert searches == []
