"""SafetyPolicy carries out what the triage decides, before any other policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    LoopInterrupted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts import safety_policy
from rasa_parts.safety_policy import PLAN, SafetyPolicy
from tests.talking import CLINIC
from triage.state import TriageState
from triage.turn import FORM, Turn

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = Domain.from_yaml(
    (ROOT / "domain.yml").read_text("utf-8")
    + """
responses:
  utter_safe: [{text: safe}]
  utter_go_to_er: [{text: er}]
  utter_start_over_done: [{text: again}]
  utter_one: [{text: one}]
  utter_two: [{text: two}]
"""
)


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SafetyPolicy:
    monkeypatch.setenv("BOT_CLINIC", CLINIC)
    return SafetyPolicy(
        SafetyPolicy.get_default_config(),
        LocalModelStorage.create(tmp_path),
        Resource("safety"),
        ExecutionContext(GraphSchema({})),
    )


@pytest.fixture
def decides(monkeypatch: pytest.MonkeyPatch) -> Callable[[Turn], None]:
    """Puts a decision in place of the triage's."""

    def put(turn: Turn) -> None:
        monkeypatch.setattr(safety_policy, "respond", lambda *_: turn)

    return put


def tracker_with(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("p", list(events), slots=DOMAIN.slots)


def typed(text: str, *flags: str) -> UserUttered:
    entities = [
        {"entity": "red_flag", "value": f, "role": "present", "start": 0, "end": 1, "sense": "stated"} for f in flags
    ]
    return UserUttered(text, intent={"name": "thanks"}, entities=entities, metadata={"at": "2026-11-16T17:00:00+00:00"})


def predicted(policy: SafetyPolicy, tracker: DialogueStateTracker) -> PolicyPrediction:
    return policy.predict_action_probabilities(tracker, DOMAIN)


def action_of(prediction: PolicyPrediction) -> str | None:
    if max(prediction.probabilities) == 0:
        return None
    return DOMAIN.action_names_or_texts[prediction.probabilities.index(max(prediction.probabilities))]


def set_slots(prediction: PolicyPrediction) -> dict[str, Any]:
    return {e.key: e.value for e in prediction.events if isinstance(e, SlotSet)}


def test_it_comes_before_the_rules() -> None:
    assert SafetyPolicy.get_default_config()["priority"] > RulePolicy.get_default_config()["priority"]


def test_an_emergency_is_told_whatever_the_intent(policy: SafetyPolicy) -> None:
    prediction = predicted(policy, tracker_with(typed("thanks, I can't pee", "urinary_retention")))
    assert action_of(prediction) == "utter_go_to_er"
    assert set_slots(prediction)["disposition"] == "go_to_er"
    assert set_slots(prediction)["red_flags"] == {"urinary_retention": "present"}


def test_it_interrupts_an_active_form(policy: SafetyPolicy) -> None:
    tracker = tracker_with(
        ActiveLoop(FORM), SlotSet("requested_slot", "onset"), typed("I can't pee", "urinary_retention")
    )
    prediction = predicted(policy, tracker)
    assert prediction.is_no_user_prediction
    assert ActiveLoop(None) in prediction.events
    assert set_slots(prediction)["requested_slot"] is None


def test_what_is_not_its_business_is_left_to_the_rules(policy: SafetyPolicy) -> None:
    prediction = predicted(policy, tracker_with(typed("thanks")))
    assert action_of(prediction) is None
    assert prediction.max_confidence == 0.0


def test_what_a_message_said_is_kept_also_when_the_rules_answer(policy: SafetyPolicy) -> None:
    assert set_slots(predicted(policy, tracker_with(typed("thanks"))))["last_message_at"]


def test_a_turn_of_several_actions_is_carried_out_in_order(
    policy: SafetyPolicy, decides: Callable[[Turn], None]
) -> None:
    decides(Turn(TriageState(), ("utter_one", "utter_two")))
    events: list[Event] = [typed("hm")]
    done = []
    for _ in range(3):
        prediction = predicted(policy, tracker_with(*events))
        action = action_of(prediction)
        assert action is not None
        done.append(action)
        events += [*prediction.events, ActionExecuted(action), BotUttered("…")]
    assert done == ["utter_one", "utter_two", "action_listen"]
    assert action_of(predicted(policy, tracker_with(*events))) is None


def test_a_new_message_drops_what_was_planned(policy: SafetyPolicy) -> None:
    tracker = tracker_with(SlotSet(PLAN, ["utter_two"]), typed("I can't pee", "urinary_retention"))
    assert action_of(predicted(policy, tracker)) == "utter_go_to_er"


def test_a_form_that_has_its_answer_asks_on_without_reading_it_again(
    policy: SafetyPolicy, decides: Callable[[Turn], None]
) -> None:
    decides(Turn(TriageState(), (FORM,)))
    active = predicted(policy, tracker_with(ActiveLoop(FORM), typed("none")))
    assert action_of(active) == FORM
    assert LoopInterrupted(True) in active.events
    assert LoopInterrupted(True) not in predicted(policy, tracker_with(typed("none"))).events


def test_when_the_check_fails_the_safe_message_is_said(
    policy: SafetyPolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> Turn:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(safety_policy, "respond", fails)
    prediction = predicted(policy, tracker_with(typed("hm")))
    assert action_of(prediction) == "utter_safe"
    assert prediction.is_no_user_prediction


def test_an_action_that_does_not_exist_is_the_safe_message(
    policy: SafetyPolicy, decides: Callable[[Turn], None]
) -> None:
    decides(Turn(TriageState(), ("utter_not_written_yet",)))
    assert action_of(predicted(policy, tracker_with(typed("hm")))) == "utter_safe"


def test_starting_over_empties_every_slot(policy: SafetyPolicy) -> None:
    again = UserUttered("start over", intent={"name": "start_over"}, metadata={"at": "2026-11-16T17:00:00+00:00"})
    tracker = tracker_with(
        SlotSet("red_flags", {"fever": "present"}),
        SlotSet("first_aid_step", "ice"),
        SlotSet("last_message_at", "2026-11-16T16:59:00+00:00"),
        again,
    )
    prediction = predicted(policy, tracker)
    tracker.update_with_events(prediction.events, DOMAIN)
    assert tracker.get_slot("first_aid_step") is None
    assert not tracker.get_slot("red_flags")
    assert action_of(prediction) == "utter_start_over_done"


def test_a_patient_of_whom_nothing_is_known_yet_is_not_started_over(policy: SafetyPolicy) -> None:
    tracker = tracker_with(
        ActiveLoop(FORM),
        SlotSet("requested_slot", "emergency_signs"),
        SlotSet("last_message_at", "2026-11-16T16:59:00+00:00"),
        UserUttered("what are your hours?", intent={"name": "ask_hours"}, metadata={"at": "2026-11-16T17:00:00+00:00"}),
    )
    tracker.update_with_events(predicted(policy, tracker).events, DOMAIN)
    assert tracker.get_slot("requested_slot") == "emergency_signs"


def test_a_summary_of_before_the_emergency_is_not_kept(policy: SafetyPolicy) -> None:
    told = [SlotSet("disposition", "self_care"), SlotSet("triaged", True), SlotSet("summary", "no danger signs")]
    thanks = UserUttered("thanks", intent={"name": "thanks"}, metadata={"at": "2026-11-16T17:00:00+00:00"})
    harmless = tracker_with(*told, thanks)
    harmless.update_with_events(predicted(policy, harmless).events, DOMAIN)
    assert harmless.get_slot("summary") == "no danger signs"
    danger = tracker_with(*told, typed("I can't pee", "urinary_retention"))
    danger.update_with_events(predicted(policy, danger).events, DOMAIN)
    assert danger.get_slot("disposition") == "go_to_er"
    assert danger.get_slot("summary") is None
