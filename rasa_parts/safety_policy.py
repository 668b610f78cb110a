"""The policy that sees every message first.

Tried on Rasa 3.6.21: only a prediction with `is_no_user_prediction` interrupts an active form,
whatever its priority; without it "I lost control of my bladder" was stored as the answer to
another question. What staff edit in `data/` cannot switch it off.
"""

from __future__ import annotations

import logging
from typing import Any

from rasa.core.featurizers.tracker_featurizers import TrackerFeaturizer
from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    AllSlotsReset,
    Event,
    LoopInterrupted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.clinic_nlg import clinic_path
from rasa_parts.clinical_knowledge import clinical_table
from rasa_parts.tracked import message_of, state_of
from triage.clinic import Clinic, load_clinic
from triage.conversation import respond
from triage.turn import FORM, Turn
from triage.watched_file import WatchedFile

logger = logging.getLogger(__name__)

# Actions of the turn that are still to come.
PLAN = "plan"
SAFE_RESPONSE = "utter_safe"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False
)
class SafetyPolicy(Policy):
    """Runs `triage.conversation.respond` on every message and carries its turn out.

    An empty turn leaves the message to the rules, forms and stories.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Above RulePolicy's priority of 6."""
        return {"priority": 10}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        featurizer: TrackerFeaturizer | None = None,
    ) -> None:
        """Reads the clinical table and the clinic. Raises TableError or ClinicError."""
        super().__init__(config, model_storage, resource, execution_context, featurizer)
        self._table = clinical_table()
        self._clinic: WatchedFile[Clinic] = WatchedFile(clinic_path(), load_clinic)

    def train(
        self,
        training_trackers: list[TrackerWithCachedStates],
        domain: Domain,
        **kwargs: Any,
    ) -> Resource:
        """Nothing is learned."""
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """The next action of the turn, or no opinion."""
        if not _is_fresh(tracker):
            plan = tracker.get_slot(PLAN) or []
            return self._do(plan, [], tracker, domain) if plan else self._abstain(domain, [])
        try:
            turn = respond(
                self._table, self._clinic.current(), state_of(tracker), message_of(tracker)
            )
        except Exception:
            logger.exception("The safety check failed; the safe message is said instead.")
            return self._do([SAFE_RESPONSE], [], tracker, domain)
        events = _events(tracker, turn)
        if not turn.actions:
            return self._abstain(domain, events)
        return self._do(list(turn.actions), events, tracker, domain)

    def _do(
        self,
        plan: list[str],
        events: list[Event],
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> PolicyPrediction:
        action, rest = plan[0], plan[1:]
        if action not in (FORM, ACTION_LISTEN_NAME) and not rest:
            rest = [ACTION_LISTEN_NAME]
        events = [*events, SlotSet(PLAN, rest or None)]
        if action == FORM and tracker.active_loop_name == FORM:
            # The message has been read already: the form asks on, without validating it again.
            events.append(LoopInterrupted(True))
        if action not in domain.action_names_or_texts:
            logger.error("There is no action or response %s; the safe message is said.", action)
            action = SAFE_RESPONSE
        probabilities = [0.0] * domain.num_actions
        probabilities[domain.index_for_action(action)] = 1.0
        return self._prediction(probabilities, events=events, is_no_user_prediction=True)

    def _abstain(self, domain: Domain, events: list[Event]) -> PolicyPrediction:
        return self._prediction([0.0] * domain.num_actions, events=events)

    def _metadata(self) -> dict[str, Any]:
        return {}

    @classmethod
    def _metadata_filename(cls) -> str:
        return "safety_policy.json"


def _is_fresh(tracker: DialogueStateTracker) -> bool:
    """Whether the latest message has not been answered by any action yet."""
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return True
        if isinstance(event, ActionExecuted):
            return False
    return False


def _events(tracker: DialogueStateTracker, turn: Turn) -> list[Event]:
    """What makes the tracker's slots those of the turn's state; a form that is over is ended."""
    events: list[Event] = []
    if turn.over_again:
        events.append(AllSlotsReset())
    known = tracker.current_slot_values()
    events += [
        SlotSet(name, value)
        for name, value in turn.state.to_slots().items()
        if events or known.get(name) != value
    ]
    if known.get("summary") and known.get("disposition") != turn.state.disposition:
        # It was made before what changed the level: "none of the danger signs" above "call 911".
        events.append(SlotSet("summary", None))
    if not turn.form and tracker.active_loop_name:
        events += [ActiveLoop(None), SlotSet(REQUESTED_SLOT, None)]
    return events
