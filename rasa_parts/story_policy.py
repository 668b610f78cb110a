"""The multi-turn stories, word for word, without the search that cannot find one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rasa.core.policies.memoization import AugmentedMemoizationPolicy
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

_INTENTS = "intents"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class StoryPolicy(AugmentedMemoizationPolicy):
    """AugmentedMemoizationPolicy, but it looks only when the latest intent stands in a story.

    To find nothing took it a third of the time of a turn, and most intents stand in rules only.
    """

    _intents: frozenset[str] = frozenset()

    def train(
        self,
        training_trackers: list[TrackerWithCachedStates],
        domain: Domain,
        **kwargs: Any,
    ) -> Resource:
        """Remembers the stories (see parent class) and their intents."""
        self._intents = frozenset(
            event.intent_name
            for tracker in training_trackers
            if not getattr(tracker, "is_rule_tracker", False)
            for event in tracker.events
            if isinstance(event, UserUttered) and event.intent_name
        )
        return super().train(training_trackers, domain, **kwargs)

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """The next action of a story that has come to this point, or no opinion."""
        if _latest_intent(tracker) not in self._intents:
            return self._prediction(self._default_predictions(domain))
        return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)

    def _metadata(self) -> dict[str, Any]:
        return {**super()._metadata(), _INTENTS: sorted(self._intents)}

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> StoryPolicy:
        """Loads a trained policy (see parent class)."""
        policy: StoryPolicy = super().load(config, model_storage, resource, execution_context, **kwargs)
        with model_storage.read_from(resource) as folder:
            metadata = json.loads((Path(folder) / cls._metadata_filename()).read_text("utf-8"))
        policy._intents = frozenset(metadata[_INTENTS])
        return policy


def _latest_intent(tracker: DialogueStateTracker) -> str | None:
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return event.intent_name
    return None
