"""A rule answers what is beside the point, and the open question is asked again."""

from __future__ import annotations

import pytest
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph

from rasa_parts.resuming_rule_policy import ResumingRulePolicy
from triage.turn import FORM

DOMAIN = Domain.from_yaml(
    """
    intents: [ask_hours, thanks]
    slots:
      onset: {type: text, influence_conversation: false, mappings: [{type: custom}]}
      asking: {type: text, influence_conversation: false, mappings: [{type: custom}]}
      confirm: {type: any, influence_conversation: false, mappings: [{type: custom}]}
    forms:
      triage_form: {required_slots: [onset]}
    responses:
      utter_hours: [{text: nine to five}]
      utter_ask_onset: [{text: "when?"}]
      utter_ask_better_or_worse: [{text: "how?"}]
      utter_ask_confirm_fever: [{text: "fever?"}]
      utter_clarify_yes_no: [{text: "pardon?"}]
    """
)
RULES = """
rules:
- rule: hours
  steps:
  - intent: ask_hours
  - action: utter_hours
"""
ANSWERED = [ActionExecuted("utter_hours"), BotUttered("nine to five", metadata={"utter_action": "utter_hours"})]


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> ResumingRulePolicy:
    policy = ResumingRulePolicy(
        {
            **ResumingRulePolicy.get_default_config(),
            "core_fallback_threshold": 0.3,
            "core_fallback_action_name": "utter_clarify_yes_no",
            "enable_fallback_prediction": True,
        },
        LocalModelStorage.create(tmp_path_factory.mktemp("rules")),
        Resource("rules"),
        ExecutionContext(GraphSchema({})),
    )
    graph = StoryGraph(YAMLStoryReader().read_from_string(RULES))
    policy.train(TrainingDataGenerator(graph, DOMAIN, use_story_concatenation=False).generate(), DOMAIN)
    return policy


def predicted(policy: ResumingRulePolicy, *events: Event) -> tuple[str, PolicyPrediction]:
    tracker = DialogueStateTracker.from_events("p", [ActionExecuted("action_listen"), *events], slots=DOMAIN.slots)
    prediction = policy.predict_action_probabilities(tracker, DOMAIN)
    best = prediction.probabilities.index(max(prediction.probabilities))
    return DOMAIN.action_names_or_texts[best], prediction


def says(intent: str) -> UserUttered:
    return UserUttered(f"some {intent}", intent={"name": intent, "confidence": 1.0})


def form_asks(slot: str) -> list[Event]:
    return [ActiveLoop(FORM), SlotSet("requested_slot", slot)]


def test_without_a_question_the_turn_is_over(policy: ResumingRulePolicy) -> None:
    assert predicted(policy, says("ask_hours"))[0] == "utter_hours"
    assert predicted(policy, says("ask_hours"), *ANSWERED)[0] == "action_listen"


def test_after_the_answer_the_form_goes_on(policy: ResumingRulePolicy) -> None:
    rejected = ActionExecutionRejected(FORM)
    asked = [*form_asks("onset"), says("ask_hours"), rejected]
    assert predicted(policy, *asked)[0] == "utter_hours"
    assert predicted(policy, *asked, *ANSWERED)[0] == FORM


def test_a_question_that_is_not_the_forms_is_asked_again(policy: ResumingRulePolicy) -> None:
    asking = SlotSet("asking", "better_or_worse")
    assert predicted(policy, asking, says("ask_hours"), *ANSWERED)[0] == "utter_ask_better_or_worse"


def test_a_confirming_question_comes_before_the_forms(policy: ResumingRulePolicy) -> None:
    asking = [*form_asks("onset"), SlotSet("confirm", ["fever"])]
    rejected = ActionExecutionRejected(FORM)
    turn = [*asking, says("ask_hours"), rejected, *ANSWERED]
    assert predicted(policy, *turn)[0] == "utter_ask_confirm_fever"
    asked = BotUttered("fever?", metadata={"utter_action": "utter_ask_confirm_fever"})
    assert predicted(policy, *turn, ActionExecuted("utter_ask_confirm_fever"), asked)[0] == "action_listen"


def test_a_question_asked_in_this_turn_is_not_asked_twice(policy: ResumingRulePolicy) -> None:
    asked = BotUttered("how?", metadata={"utter_action": "utter_ask_better_or_worse"})
    asking = [SlotSet("asking", "better_or_worse"), says("ask_hours"), *ANSWERED]
    assert predicted(policy, *asking, ActionExecuted("utter_ask_better_or_worse"), asked)[0] == "action_listen"


def test_what_no_rule_answers_falls_back_once(policy: ResumingRulePolicy) -> None:
    assert predicted(policy, says("thanks"))[0] == "utter_clarify_yes_no"
    said = BotUttered("pardon?", metadata={"utter_action": "utter_clarify_yes_no"})
    assert predicted(policy, says("thanks"), ActionExecuted("utter_clarify_yes_no"), said)[0] == "action_listen"


def test_a_question_without_words_is_not_asked(policy: ResumingRulePolicy) -> None:
    asking = SlotSet("asking", "cold_heat_cautions")
    assert predicted(policy, asking, says("ask_hours"), *ANSWERED)[0] == "action_listen"
