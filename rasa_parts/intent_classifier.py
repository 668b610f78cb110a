"""The intent of a message: sentence embedding and character n-grams, logistic regression.

Rasa's own LogisticRegressionClassifier gets the same features as one sparse matrix and then
needs about six times as long to train on this data; kept dense, training takes seconds.
"""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
import numpy.typing as npt
import skops.io as sio
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import Normalizer

from rasa_parts.sentence_model import DIMENSIONS, load_sentence_model

logger = logging.getLogger(__name__)

Matrix = npt.NDArray[np.float32]
_FILE = "intents.skops"
# Types in our own file that skops does not know by name; anything else is refused.
_TRUSTED = frozenset({"numpy.dtype", "scipy.sparse._csr.csr_matrix"})


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True
)
class SentenceIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks the intents of a message with their probabilities."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`c`: inverse regularisation; the character part is reduced to `character_dimensions`
        numbers that weigh `character_weight` against the embedding's 1."""
        return {
            "c": 20.0,
            "character_dimensions": 300,
            "character_weight": 0.6,
            "max_iter": 100,
            "ranking_length": 10,
            "random_state": 7,
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        characters: Pipeline | None = None,
        regression: LogisticRegression | None = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._sentences = load_sentence_model()
        self._characters = characters
        self._regression = regression

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
        texts = [_plain(m) for m in examples]
        dimensions = min(int(self._config["character_dimensions"]), max(1, len(texts) - 1))
        self._characters = make_pipeline(
            TfidfVectorizer(
                analyzer="char_wb",
                ngram_range=(2, 4),
                sublinear_tf=True,
                min_df=2 if len(texts) > 100 else 1,
            ),
            TruncatedSVD(dimensions, random_state=self._config["random_state"]),
            Normalizer(),
        )
        self._regression = LogisticRegression(
            C=float(self._config["c"]),
            class_weight="balanced",
            max_iter=int(self._config["max_iter"]),
            tol=0.01,
            random_state=self._config["random_state"],
        )
        self._characters.fit(texts)
        self._regression.fit(self._features(texts), [m.get(INTENT) for m in examples])
        with self._model_storage.write_to(self._resource) as folder:
            sio.dump((self._characters, self._regression), folder / _FILE)
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
        """Loads the trained component. Raises ValueError for a file with foreign types in it."""
        with model_storage.read_from(resource) as folder:
            path = folder / _FILE
            foreign = set(sio.get_untrusted_types(file=path)) - _TRUSTED
            if foreign:
                raise ValueError(f"{_FILE} holds types that are not its own: {sorted(foreign)}")
            characters, regression = sio.load(path, trusted=sorted(_TRUSTED))
        return cls(config, model_storage, resource, characters, regression)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds `intent` and `intent_ranking`; a pressed option's intent is left as it is."""
        for message in messages:
            text = message.get(TEXT)
            if text is None or str(text).startswith("/") or self._regression is None:
                continue
            ranking = self._rank(_plain(message))
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Classifies the training examples, for components that come later."""
        return training_data

    def _rank(self, text: str) -> list[dict[str, Any]]:
        assert self._regression is not None
        probabilities = self._regression.predict_proba(self._features([text]))[0]
        best = np.argsort(-probabilities)[: int(self._config["ranking_length"])]
        return [
            {"name": str(self._regression.classes_[i]), "confidence": float(probabilities[i])}
            for i in best
        ]

    def _features(self, texts: list[str]) -> Matrix:
        assert self._characters is not None
        embedded = (
            np.stack([self._sentences.embed(text) for text in texts])
            if self._sentences
            else np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        )
        characters = self._characters.transform(texts) * float(self._config["character_weight"])
        return np.hstack([embedded, characters]).astype(np.float32)


def _plain(message: Message) -> str:
    return str(message.get(TEXT)).lower()
