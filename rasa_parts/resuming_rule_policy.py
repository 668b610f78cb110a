"""Rules that come back to the open question after they have answered something else."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, LoopInterrupted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.tracked import requested_slot, state_of
from triage.asking import confirming
from triage.state import open_question
from triage.turn import FORM


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class ResumingRulePolicy(RulePolicy):
    """RulePolicy, but where it would listen while a question waits, the question is asked again.

    So a topic's rule is only `intent -> answer`, and works in the middle of the triage too.
    """

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Rule prediction (see parent class), with the question again before listening."""
        prediction = super().predict_action_probabilities(
            tracker, domain, rule_only_data, **kwargs
        )
        best = domain.action_names_or_texts[prediction.probabilities.index(
            max(prediction.probabilities)
        )]
        turn = _bot_turn(tracker)
        # After any answer the turn is over: the fallback is for messages without one.
        over = best == ACTION_LISTEN_NAME or (best == self._fallback_action_name and bool(turn))
        again = _question_to_ask_again(tracker, domain, turn)
        # The form would come back by itself, but another question waits before it.
        beside_the_form = best == FORM and bool(turn) and _another_question_waits(tracker)
        if not over and not beside_the_form:
            return prediction
        prediction.probabilities = [0.0] * domain.num_actions
        prediction.probabilities[domain.index_for_action(again or ACTION_LISTEN_NAME)] = 1.0
        if again == FORM:
            # The message has been answered: the form asks on, without validating it again.
            prediction.events.append(LoopInterrupted(True))
        if again:
            prediction.is_no_user_prediction = True
        return prediction


def _another_question_waits(tracker: DialogueStateTracker) -> bool:
    requested = requested_slot(tracker)
    return open_question(state_of(tracker), requested) not in (None, requested)


def _question_to_ask_again(
    tracker: DialogueStateTracker, domain: Domain, turn: set[str]
) -> str | None:
    """The action that asks the open question, if this turn has not asked it."""
    requested, state = requested_slot(tracker), state_of(tracker)
    question = open_question(state, requested)
    if question is None:
        return None
    asks = confirming(state)[-1] if state.confirm else f"utter_ask_{question}"
    if asks in turn:
        return None
    action = FORM if question == requested else asks
    return action if action in domain.action_names_or_texts else None


def _bot_turn(tracker: DialogueStateTracker) -> set[str]:
    """The actions and responses since the latest message."""
    done: set[str] = set()
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, ActionExecuted) and event.action_name:
            done.add(event.action_name)
        if isinstance(event, BotUttered):
            done.add(str((event.metadata or {}).get("utter_action")))
    return done
