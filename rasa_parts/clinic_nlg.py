"""Chooses and fills the answers that Rasa gives, with this clinic's facts in them."""

from __future__ import annotations

import copy
import logging
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rasa.core.nlg.generator import ResponseVariationFilter
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from rasa_parts.tracked import value_of
from triage.answers import NONE, NOT_SURE
from triage.clinic import Clinic, load_clinic
from triage.clinic_wording import Phrases, last_resort, load_phrases, placeholders
from triage.watched_file import WatchedFile

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parent.parent
PHRASES_PATH = ROOT / "data" / "clinic" / "phrases.yml"
SAFE_RESPONSE = "utter_safe"
# In the metadata of a safe answer: the response that could not be given.
INSTEAD_OF = "instead_of"

# A payload's own braces have quotes in them: /answer{"onset": "today"}.
_PLACEHOLDER = re.compile(r'\{([^{}"\n]*)\}')
_NOT_SHOWN = frozenset({"condition", "channel", "id", "metadata"})
_CONTENT = ("text", "image", "custom", "buttons", "attachment", "quick_replies", "elements")


class UnanswerableError(Exception):
    """A response cannot be given to a patient; says why."""


def clinic_path() -> Path:
    """The clinic's file: clinic.yml of the project, or the one that BOT_CLINIC names."""
    return ROOT / os.environ.get("BOT_CLINIC", "clinic.yml")


class ClinicNLG(TemplatedNaturalLanguageGenerator):
    """Takes the first variation that fits, never a random one, and fills every placeholder.

    What cannot be filled or found never reaches a patient: `utter_safe` is said instead, and
    the log says why.
    """

    def __init__(
        self,
        endpoint_config: EndpointConfig | None = None,
        domain: Domain | None = None,
    ) -> None:
        """Reads the clinic's files. Raises ClinicError if they cannot be used."""
        super().__init__(domain.responses if domain else {})
        self._clinic: WatchedFile[Clinic] = WatchedFile(clinic_path(), load_clinic)
        self._phrases: WatchedFile[Phrases] = WatchedFile(PHRASES_PATH, load_phrases)

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """The answer as Rasa's message, its times by the moment of the patient's message."""
        try:
            slots = tracker.current_slot_values()
            at = moment_of(tracker)
        except Exception:
            logger.exception("The conversation could not be read for %s.", utter_action)
            slots, at = {}, datetime.now(UTC)
        return self._answer(utter_action, slots, output_channel, at, kwargs)

    def generate_from_slots(
        self,
        utter_action: str,
        filled_slots: dict[str, Any],
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """The answer as Rasa's message, at this moment."""
        return self._answer(utter_action, filled_slots, output_channel, datetime.now(UTC), kwargs)

    def _answer(
        self,
        name: str,
        slots: Mapping[str, Any],
        channel: str,
        at: datetime,
        extra: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Never raises and never returns an empty answer."""
        clinic, phrases = self._clinic.current(), self._phrases.current()
        for candidate in dict.fromkeys((name, SAFE_RESPONSE)):
            try:
                facts = placeholders(clinic, phrases, at)
                filled = self._filled(candidate, channel, slots, {**slots, **extra, **facts})
            except UnanswerableError as error:
                logger.error("%s cannot be said: %s.", candidate, error)
            except Exception:
                logger.exception("%s cannot be said.", candidate)
            else:
                return filled if candidate == name else {**filled, INSTEAD_OF: name}
        return {"text": last_resort(clinic, phrases), INSTEAD_OF: name}

    def _filled(
        self, name: str, channel: str, slots: Mapping[str, Any], values: Mapping[str, Any]
    ) -> dict[str, Any]:
        response = _narrowed(copy.deepcopy(self._variation(name, channel, slots)), slots)
        shown = {
            key: fill(value, values) for key, value in response.items() if key not in _NOT_SHOWN
        }
        if not any(shown.get(key) for key in _CONTENT) or not str(shown.get("text", "…")).strip():
            raise UnanswerableError("it is empty")
        return {**response, **shown}

    def _variation(self, name: str, channel: str, slots: Mapping[str, Any]) -> dict[str, Any]:
        if name not in self.responses:
            raise UnanswerableError("no response has this name")
        suitable: list[dict[str, Any]] = ResponseVariationFilter(
            self.responses
        ).responses_for_utter_action(name, channel, dict(slots))
        if not suitable:
            raise UnanswerableError("none of its variations fits")
        return suitable[0]


def _narrowed(response: dict[str, Any], slots: Mapping[str, Any]) -> dict[str, Any]:
    """A tick list `of` a slot shows only the options that the slot holds, and those for none and not sure."""
    held = slots.get((response.get("custom") or {}).get("of", ""))
    if held is None:
        return response
    shown = {*held, NONE, NOT_SURE}
    return {**response, "buttons": [b for b in response["buttons"] if value_of(b["payload"]) in shown]}


def moment_of(tracker: DialogueStateTracker) -> datetime:
    """When the patient's last message was sent: its metadata's `at`, else now."""
    message = tracker.latest_message
    return moment_in(message.metadata if message is not None else None)


def moment_in(metadata: object) -> datetime:
    """The time zone aware moment under `at` in a message's metadata, else now."""
    at = metadata.get("at") if isinstance(metadata, Mapping) else None
    if isinstance(at, str):
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            logger.warning("A message's time cannot be read; now is used.")
        else:
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.now(UTC)


def fill(value: Any, values: Mapping[str, Any]) -> Any:
    """A response's content with every {placeholder} in it replaced.

    Raises UnanswerableError for one that has no value.
    """
    if isinstance(value, str):
        return _PLACEHOLDER.sub(lambda match: _worded(match.group(1), values), value)
    if isinstance(value, list):
        return [fill(item, values) for item in value]
    if isinstance(value, dict):
        return {key: fill(item, values) for key, item in value.items()}
    return value


def _worded(name: str, values: Mapping[str, Any]) -> str:
    value = values.get(name)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnanswerableError(f"nothing is known for {{{name}}}")
    return str(value)
