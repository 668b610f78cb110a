"""The intent of a message: sentence embedding and character n-grams, logistic regression.

Rasa's own LogisticRegressionClassifier gets the same features as one sparse matrix and then
needs about six times as long to train on this data; kept dense, training takes seconds. What is
learned is kept as plain arrays: nothing is unpickled, and skops alone takes seconds to import.
"""

from __future__ import annotations

import logging
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
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from rasa_parts.remembered_sentences import embed_remembered
from rasa_parts.sentence_model import DIMENSIONS, load_sentence_model

logger = logging.getLogger(__name__)

Matrix = npt.NDArray[np.float32]
_FILE = "intents.npz"


@dataclass(frozen=True)
class Learned:
    """What training learns.

    terms, weights  the character n-grams and their inverse document frequencies (n,)
    directions      from n-grams to the reduced character numbers (n, d)
    intents         names (k,); coefficients (k, 384 + d) and intercepts (k,)
    """

    terms: npt.NDArray[np.str_]
    weights: Matrix
    directions: Matrix
    intents: npt.NDArray[np.str_]
    coefficients: Matrix
    intercepts: Matrix


class CharacterFeatures:
    """Character n-grams of words, weighed, reduced and scaled to length 1."""

    def __init__(self, terms: npt.NDArray[np.str_], weights: Matrix, directions: Matrix) -> None:
        self._vectorizer = _vectorizer({str(term): i for i, term in enumerate(terms)})
        self._vectorizer.idf_ = weights.astype(np.float64)
        self._directions = directions

    def of(self, texts: list[str]) -> Matrix:
        """One row for each text; zeros where no n-gram is known."""
        reduced = self._vectorizer.transform(texts) @ self._directions
        lengths = np.linalg.norm(reduced, axis=1, keepdims=True)
        return np.asarray(reduced / np.maximum(lengths, 1e-9), dtype=np.float32)


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
            "character_dimensions": 150,
            "character_weight": 0.6,
            "max_iter": 40,
            "ranking_length": 10,
            "random_state": 7,
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        learned: Learned | None = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._sentences = load_sentence_model()
        self._learned = learned
        self._characters = (
            CharacterFeatures(learned.terms, learned.weights, learned.directions)
            if learned
            else None
        )

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
        vectorizer = _vectorizer(None, min_df=2 if len(texts) > 100 else 1)
        counted = vectorizer.fit_transform(texts)
        dimensions = min(int(self._config["character_dimensions"]), *counted.shape)
        svd = TruncatedSVD(dimensions, random_state=self._config["random_state"]).fit(counted)
        terms, weights = vectorizer.get_feature_names_out(), vectorizer.idf_
        directions = svd.components_.T.astype(np.float32)
        self._characters = CharacterFeatures(terms, weights, directions)
        regression = LogisticRegression(
            C=float(self._config["c"]),
            class_weight="balanced",
            max_iter=int(self._config["max_iter"]),
            tol=0.01,
            random_state=self._config["random_state"],
        ).fit(self._features(texts), [m.get(INTENT) for m in examples])
        self._learned = Learned(
            terms=terms.astype(np.str_),
            weights=weights.astype(np.float32),
            directions=directions,
            intents=regression.classes_.astype(np.str_),
            coefficients=regression.coef_.astype(np.float32),
            intercepts=regression.intercept_.astype(np.float32),
        )
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(folder / _FILE, **vars(self._learned))
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
        with model_storage.read_from(resource) as folder, np.load(
            folder / _FILE, allow_pickle=False
        ) as arrays:
            learned = Learned(**{name: arrays[name] for name in arrays.files})
        return cls(config, model_storage, resource, learned)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds `intent` and `intent_ranking`; a pressed option's intent is Rasa's own to read."""
        for message in messages:
            text = message.get(TEXT)
            pressed = text is None or str(text).startswith("/")
            ranking = [] if pressed or self._learned is None else self._rank(_plain(message))
            intent = ranking[0] if ranking else {"name": None, "confidence": 0.0}
            message.set("intent", intent, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Classifies the training examples, for components that come later."""
        return training_data

    def _rank(self, text: str) -> list[dict[str, Any]]:
        assert self._learned is not None
        scores = self._learned.coefficients @ self._features([text])[0] + self._learned.intercepts
        probabilities = np.exp(scores - scores.max())
        probabilities /= probabilities.sum()
        best = np.argsort(-probabilities)[: int(self._config["ranking_length"])]
        return [
            {"name": str(self._learned.intents[i]), "confidence": float(probabilities[i])}
            for i in best
        ]

    def _features(self, texts: list[str]) -> Matrix:
        assert self._characters is not None
        if self._sentences is None:
            embedded = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        elif len(texts) == 1:
            embedded = self._sentences.embed_all(texts)
        else:
            embedded = embed_remembered(self._sentences, texts)
        characters = self._characters.of(texts) * float(self._config["character_weight"])
        return np.hstack([embedded, characters]).astype(np.float32)


def _vectorizer(vocabulary: dict[str, int] | None, min_df: int = 1) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(2, 4),
        sublinear_tf=True,
        min_df=min_df,
        vocabulary=vocabulary,
    )


def _plain(message: Message) -> str:
    return str(message.get(TEXT)).lower()
