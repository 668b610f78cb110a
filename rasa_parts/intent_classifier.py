"""The intent of a message: sentence embedding and character n-grams, regression and nearest examples.

Rasa's own LogisticRegressionClassifier gets the same features as one sparse matrix and then needs about six times as
long to train on this data; kept dense, training takes seconds. skops, which it stores with, takes seconds to import.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_parts.blended_classifier import DEFAULTS, BlendedClassifier
from rasa_parts.character_features import CharacterFeatures
from rasa_parts.remembered_sentences import embed_remembered
from rasa_parts.sentence_model import DIMENSIONS, known_words, load_sentence_model, plain
from rasa_parts.stored_arrays import store, stored
from triage.spelling import SWAP_ONLY_LENGTH, Speller

Matrix = npt.NDArray[np.float32]
_FILE = "intents.npz"
_WORD = re.compile(r"[a-z]+")
# A word that English does not know, and that stands in fewer examples, may be a misspelling itself.
_TIMES_OF_A_NEW_WORD = 3


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True
)
class SentenceIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks the intents of a message with their probabilities."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`c`: inverse regularisation; the character part is reduced to `character_dimensions` numbers that weigh
        `character_weight` against the embedding's 1; the nearest `neighbours` examples have `neighbour_share` of the
        vote, the nearer the more by `neighbour_sharpness`."""
        return {**DEFAULTS, "character_dimensions": 150, "character_weight": 0.6, "ranking_length": 10}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        characters: CharacterFeatures | None = None,
        intents: BlendedClassifier | None = None,
        words: Vocabulary | None = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._sentences = load_sentence_model()
        self._characters = characters
        self._intents = intents
        self._speller = Speller(words.words.tolist(), known_words()) if words else None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceIntentClassifier:
        """Creates an untrained component (see parent class for full docstring)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the intent examples."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        texts = [plain(str(m.get(TEXT))) for m in examples]
        words = Vocabulary.of(texts)
        self._characters = CharacterFeatures.fit(
            texts, int(self._config["character_dimensions"]), self._config["random_state"]
        )
        features = self._features(self._characters, texts)
        self._intents = BlendedClassifier.fit(
            features, [m.get(INTENT) for m in examples], self._config, balanced=True
        )
        with self._model_storage.write_to(self._resource) as folder:
            store(folder / _FILE, {"characters": self._characters, "intents": self._intents, "words": words})
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceIntentClassifier:
        """Loads the trained component; no Python objects are in its file."""
        with model_storage.read_from(resource) as folder:
            parts = stored(folder / _FILE)
        return cls(
            config,
            model_storage,
            resource,
            CharacterFeatures(**parts["characters"]),
            BlendedClassifier(**parts["intents"]),
            Vocabulary(**parts["words"]),
        )

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds `intent` and `intent_ranking`; a pressed option's intent is Rasa's own to read."""
        for message in messages:
            text = message.get(TEXT)
            pressed = text is None or str(text).startswith("/")
            ranking = [] if pressed else self._ranked(str(text))
            intent = ranking[0] if ranking else {"name": None, "confidence": 0.0}
            message.set("intent", intent, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Classifies the training examples, for components that come later."""
        return training_data

    def _ranked(self, text: str) -> list[dict[str, Any]]:
        if self._intents is None or self._characters is None:
            return []
        text = plain(self._speller.mended(text) if self._speller else text)
        chances = self._intents.probabilities(self._features(self._characters, [text]), self._config)[0]
        best = np.argsort(-chances)[: int(self._config["ranking_length"])]
        return [{"name": str(self._intents.labels[i]), "confidence": float(chances[i])} for i in best]

    def _features(self, characters: CharacterFeatures, texts: Sequence[str]) -> Matrix:
        """One row for each text: the embedding (384) and the character numbers."""
        if self._sentences is None:
            embedded = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        elif len(texts) == 1:
            embedded = self._sentences.embed_all(texts)
        else:
            embedded = embed_remembered(self._sentences, texts)
        by_letters = characters.of(texts) * float(self._config["character_weight"])
        return np.hstack([embedded, by_letters]).astype(np.float32)


@dataclass(frozen=True)
class Vocabulary:
    """The words toward which misspelt ones are mended (n,)."""

    words: npt.NDArray[np.str_]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Vocabulary:
        """The longer words that stand in at least two of `texts` and that English knows, or that stand in many."""
        counted = Counter(word for text in texts for word in set(_WORD.findall(text)) if len(word) >= SWAP_ONLY_LENGTH)
        known = known_words()
        usual = sorted(w for w, times in counted.items() if times >= (2 if w in known else _TIMES_OF_A_NEW_WORD))
        return cls(np.array(usual, dtype=np.str_))
