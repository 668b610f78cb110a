"""Adds when the pain began, and whether it has happened before, as entities."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_parts.clinic_nlg import clinic_path, moment_in
from rasa_parts.red_flag_extractor import ASKING
from triage.clinic import Clinic, load_clinic
from triage.onset import parse_onset
from triage.recurring import says_recurring
from triage.watched_file import WatchedFile

ONSET, RECURRING = "onset", "recurring"


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class OnsetExtractor(GraphComponent):
    """Entities `onset` (value: ISO 8601 in UTC, with `earliest`, `latest` and `ambiguous`) and
    `recurring` (value: yes | no), at most one of each.

    "Now" is the message's `at`, else the present; "yesterday" goes by the clinic's time zone.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> OnsetExtractor:
        """Creates the component. Raises ClinicError if the clinic's file cannot be used."""
        return cls()

    def __init__(self) -> None:
        """Reads the clinic's time zone. Raises ClinicError."""
        self._clinic: WatchedFile[Clinic] = WatchedFile(clinic_path(), load_clinic)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entities to each message; a pressed option's payload is left as it is."""
        zone = self._clinic.current().time_zone
        for message in messages:
            text = str(message.get(TEXT) or "")
            if not text.strip() or text.lstrip().startswith("/"):
                continue
            metadata = message.get("metadata") or {}
            now = moment_in(metadata).astimezone(zone)
            found = entities_of(text, now, str(metadata.get(ASKING)))
            if found:
                entities = list(message.get(ENTITIES) or [])
                message.set(ENTITIES, entities + found, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is learned."""
        return training_data


def entities_of(text: str, now: datetime, asking: str | None = None) -> list[dict[str, Any]]:
    """The entities of a text sent at `now`, in answer to the question `asking`."""
    found: list[dict[str, Any]] = []
    onset = parse_onset(text, now, awaiting=asking == ONSET)
    if onset is not None:
        times = {
            "value": onset.moment.isoformat(),
            "earliest": onset.earliest.isoformat(),
            "latest": onset.latest.isoformat(),
            "ambiguous": onset.ambiguous(now),
        }
        found.append(_entity(ONSET, text) | times)
    recurring = says_recurring(text, awaiting=asking == RECURRING)
    if recurring is not None:
        found.append(_entity(RECURRING, text) | {"value": "yes" if recurring else "no"})
    return found


def _entity(name: str, text: str) -> dict[str, Any]:
    return {
        "entity": name,
        "start": 0,
        "end": len(text),
        "extractor": OnsetExtractor.__name__,
    }
