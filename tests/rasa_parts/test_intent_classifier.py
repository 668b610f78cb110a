"""The intent classifier: it learns, is stored without code in its file, and ranks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_parts import intent_classifier
from rasa_parts.intent_classifier import SentenceIntentClassifier

EXAMPLES = {
    "report_spasm": ["my back locked up", "my back just seized", "my back went out", "I can't straighten my back"],
    "ask_hours": ["when do you open", "what are your hours", "are you open on monday", "when do you close"],
    "thanks": ["thank you", "thanks a lot", "thanks so much", "many thanks"],
}
CONTEXT = ExecutionContext(GraphSchema({}))
RESOURCE = Resource("intents")


def message(text: str | None) -> Message:
    return Message(data={} if text is None else {TEXT: text})


def ranked(classifier: SentenceIntentClassifier, text: str | None) -> tuple[str | None, list[tuple[str, float]]]:
    (processed,) = classifier.process([message(text)])
    ranking = [(r["name"], r["confidence"]) for r in processed.get("intent_ranking")]
    return processed.get(INTENT)["name"], ranking


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage.create(tmp_path)


def trained(storage: LocalModelStorage) -> SentenceIntentClassifier:
    classifier = SentenceIntentClassifier.create(
        SentenceIntentClassifier.get_default_config(), storage, RESOURCE, CONTEXT
    )
    examples = [Message(data={TEXT: t, INTENT: i}) for i, texts in EXAMPLES.items() for t in texts]
    classifier.train(TrainingData(examples))
    return classifier


def test_it_understands_other_words_than_those_it_learned(storage: LocalModelStorage) -> None:
    classifier = trained(storage)
    assert ranked(classifier, "a muscle in my lower back cramped")[0] == "report_spasm"
    assert ranked(classifier, "is the clinic open on friday?")[0] == "ask_hours"


def test_it_bears_misspellings_and_shouting(storage: LocalModelStorage) -> None:
    classifier = trained(storage)
    assert ranked(classifier, "THANSK ALOT")[0] == "thanks"


def test_the_ranking_is_of_probabilities_the_best_first(storage: LocalModelStorage) -> None:
    name, ranking = ranked(trained(storage), "thank you")
    confidences = [confidence for _, confidence in ranking]
    assert name == ranking[0][0] == "thanks"
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) == pytest.approx(1.0, abs=1e-3)


def test_what_is_loaded_ranks_as_what_was_trained(storage: LocalModelStorage) -> None:
    before = ranked(trained(storage), "my back is stuck")[1]
    loaded = SentenceIntentClassifier.load(SentenceIntentClassifier.get_default_config(), storage, RESOURCE, CONTEXT)
    after = ranked(loaded, "my back is stuck")[1]
    assert [name for name, _ in before] == [name for name, _ in after]
    assert [c for _, c in before] == pytest.approx([c for _, c in after], abs=1e-4)


def test_its_file_holds_no_python_objects(storage: LocalModelStorage) -> None:
    trained(storage)
    with storage.read_from(RESOURCE) as folder:
        for file in folder.iterdir():
            with np.load(file, allow_pickle=False) as arrays:
                assert all(arrays[name].dtype.kind in "fiU" for name in arrays.files)


@pytest.mark.parametrize("text", ['/answer{"onset": "today"}', "/next_step", None])
def test_a_payload_is_not_classified_but_has_an_intent_of_no_name(
    storage: LocalModelStorage, text: str | None
) -> None:
    """Rasa's own handler reads payloads afterwards; FallbackClassifier in between wants an intent."""
    (processed,) = trained(storage).process([message(text)])
    assert processed.get(INTENT) == {"name": None, "confidence": 0.0}
    assert processed.get("intent_ranking") == []


def test_untrained_it_ranks_nothing(storage: LocalModelStorage) -> None:
    classifier = SentenceIntentClassifier.create(
        SentenceIntentClassifier.get_default_config(), storage, RESOURCE, CONTEXT
    )
    assert ranked(classifier, "thank you") == (None, [])


def test_it_works_without_the_sentence_model(
    storage: LocalModelStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intent_classifier, "load_sentence_model", lambda: None)
    assert ranked(trained(storage), "thanks")[0] == "thanks"
