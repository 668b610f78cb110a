"""Adds the red flags and signs of a message as entities, by the clinical lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_parts.clinical_knowledge import clinical_table, lexicon, speller
from triage.asked_answers import answer_about, is_contrasted
from triage.patient import is_someone_else
from triage.red_flags import DENIED, PRESENT, Finding

RED_FLAG, SIGN, SOMEONE_ELSE = "red_flag", "sign", "someone_else"
# In a message, for the detector: the flags that a line takes for a look-alike.
SILENCED = "silenced_flags"
# In a message's metadata: "other" when the conversation is about another person.
PATIENT = "patient"
# There too: the question that the message answers, if the channel knows it. One about a flag begins so.
ASKING, CONFIRM = "asking", "confirm_"


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False
)
class RedFlagExtractor(GraphComponent):
    """Entities `red_flag` and `sign` (value: the id, role: present | denied | unsure), and
    `someone_else` when the message is about another person."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RedFlagExtractor:
        """Creates the component; the clinical files are read here, so that a fault stops the start."""
        speller()
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entities to each message; a pressed option's payload is left as it is."""
        for message in messages:
            text = message.get(TEXT)
            if not text or str(text).startswith("/"):
                continue
            other = (message.get("metadata") or {}).get(PATIENT) == "other"
            reading = lexicon().read(str(text), speller(), other)
            asked = (message.get("metadata") or {}).get(ASKING)
            findings = with_answer(str(text), reading.findings, flag_asked(asked), other)
            entities = [*(message.get(ENTITIES) or []), *_entities(str(text), findings)]
            message.set(ENTITIES, entities, add_to_output=True)
            message.set(SILENCED, sorted(reading.silenced & set(clinical_table().flags)))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is learned."""
        return training_data


def flag_asked(question: object) -> str | None:
    """The flag that a confirming question is about; None for another question or none."""
    name = str(question or "").removeprefix(CONFIRM)
    return name if name in clinical_table().flags and name != question else None


def with_answer(text: str, findings: Sequence[Finding], flag: str | None, other: bool) -> list[Finding]:
    """The findings of a text, and what it says of `flag`, in answer to the question about it, without naming it.

    What is denied so counts only where nothing is found beside it.
    """
    found = [finding for finding in findings if finding.name == flag]
    if flag is None or any(finding.state == PRESENT for finding in found):
        return list(findings)
    answer = answer_about(lexicon(), flag, text, speller(), other)
    if answer is None:
        return list(findings)
    # "Did not faint but my forehead is wet and cold": what is stated goes before what is denied.
    denied = [f for f in found if f.state == DENIED]
    if denied and (answer.state == DENIED or not is_contrasted(text[denied[0].end : answer.start])):
        return list(findings)
    # "Chest is fine" says of a vague "chest" what it means.
    explained = [f for f in found if answer.start <= f.start and f.end <= answer.end]
    if answer.state == DENIED and any(f.state != DENIED for f in findings if f not in explained):
        return list(findings)
    return [*(finding for finding in findings if finding.name != flag), answer]


def entities_of(text: str, for_someone_else: bool = False) -> list[dict[str, Any]]:
    """The entities of a text, as plain values."""
    return _entities(text, lexicon().find(text, speller(), for_someone_else))


def _entities(text: str, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    flags = clinical_table().flags
    found = [_entity(RED_FLAG if finding.name in flags else SIGN, finding) for finding in findings]
    if is_someone_else(text):
        found.append(
            {"entity": SOMEONE_ELSE, "value": "yes", "start": 0, "end": len(text),
             "extractor": RedFlagExtractor.__name__}
        )
    return found


def _entity(kind: str, finding: Finding) -> dict[str, Any]:
    return {
        "entity": kind,
        "value": finding.name,
        "role": finding.state,
        "start": finding.start,
        "end": finding.end,
        "sense": finding.sense.value,
        "pattern": finding.pattern,
        "extractor": RedFlagExtractor.__name__,
    }
