"""Suspects the red flags whose wording nobody listed, so that the bot asks about them.

It learns from the sentences of `clinical/phrasings/`, and reads the sentence embedding and the words of the whole
message and of each of its clauses. It never says that a flag is present, and never that it is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_parts.blended_classifier import DEFAULTS, BlendedClassifier, Matrix
from rasa_parts.clinical_knowledge import clinical_table, phrasings, speller
from rasa_parts.readable import is_readable
from rasa_parts.red_flag_extractor import RED_FLAG, SIGN, SILENCED
from rasa_parts.remembered_sentences import PHRASINGS, embed_remembered
from rasa_parts.sentence_model import SentenceModel, load_sentence_model, plain
from rasa_parts.stored_arrays import store, stored
from rasa_parts.word_evidence import WordEvidence
from triage.clauses import Clause, clauses
from triage.patient import is_anothers, is_someone_else
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.sense import Sense
from triage.text import tokenize

_FILE = "red_flags.npz"
# The label of a sentence that states no flag.
_NONE = ""
# About as many as the sentence model's tokens hold.
_MOST_WORDS = 100


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=True)
class RedFlagDetector(GraphComponent):
    """Entities `red_flag` with the role `unsure` and the sense `suspected`, beside those of RedFlagExtractor."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How the detector votes, and how sure it has to be; `config.yml` says why.

        thresholds         the least probability at which a flag is suspected: one that acts `alone`, and the others
                           (`together`); both once more for a message that a sign explains ("the pain shoots down my
                           leg") or a flag that the table sees; one that the table takes for a look-alike
                           (`silenced`)
        own_share          how many times that threshold it is for a flag, by its name; 1 where none is given
        word_weight        how much the words by themselves count beside the embedding's 1
        least_vote         a flag that fewer of the nearest examples than this share speak for is not suspected
        known_as_harmless  a clause that is as like a harmless example as this (cosine) is not suspected
        most               how many flags are suspected in one message
        """
        voting = {"neighbours": 16, "neighbour_sharpness": 14.0, "neighbour_share": 0.5, "least_vote": 0.05}
        regression = {"c": 5.0, "max_iter": 60, "word_weight": 0.5}
        asking = {"thresholds": {}, "own_share": {}, "known_as_harmless": 0.85, "most": 3}
        return {**DEFAULTS, **regression, **voting, **asking}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        flags: BlendedClassifier | None = None,
        words: WordEvidence | None = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._flags = flags
        self._words = words
        self._sentences = load_sentence_model()
        self._act_alone = frozenset(clinical_table().acts_alone())

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RedFlagDetector:
        """Creates an untrained component (see parent class for full docstring)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the phrasings; what looks alike and the intents' examples are what no flag is."""
        if self._sentences is not None:
            self._flags, self._words = self._learn(self._sentences, training_data)
            with self._model_storage.write_to(self._resource) as folder:
                store(folder / _FILE, {"flags": self._flags, "words": self._words})
        return self._resource

    def _learn(
        self, sentences: SentenceModel, training_data: TrainingData
    ) -> tuple[BlendedClassifier, WordEvidence]:
        stated = [(text, flag) for flag, lines in phrasings().items() for text in lines.present]
        harmless = [text for lines in phrasings().values() for text in lines.look_alike]
        examples = [plain(str(m.get(TEXT))) for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        texts = [plain(text) for text in (*(text for text, _ in stated), *harmless)]
        embedded = np.vstack([embed_remembered(sentences, texts, PHRASINGS), embed_remembered(sentences, examples)])
        labels = [*(flag for _, flag in stated), *(_NONE for _ in (*harmless, *examples))]
        flags = BlendedClassifier.fit(embedded, labels, self._config, balanced=False)
        return flags, WordEvidence.fit([*texts, *examples], labels)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> RedFlagDetector:
        """Loads the trained component; no Python objects are in its file."""
        with model_storage.read_from(resource) as folder:
            parts = stored(folder / _FILE)
        if not parts:
            return cls(config, model_storage, resource)
        learned = BlendedClassifier(**parts["flags"]), WordEvidence(**parts["words"])
        return cls(config, model_storage, resource, *learned)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entities to each message; a pressed option's payload is left as it is."""
        for message in messages:
            text = str(message.get(TEXT) or "")
            if not text.strip() or text.startswith("/"):
                continue
            entities = list(message.get(ENTITIES) or [])
            seen = [e for e in entities if e.get("entity") == RED_FLAG]
            if self._is_acted_on(seen):
                continue
            explained = any(e.get("entity") == SIGN or (e in seen and e.get("role") != DENIED) for e in entities)
            silenced = frozenset(message.get(SILENCED) or ())
            suspected = self._beside(seen, self.suspicions(text, seen, explained, silenced))
            if suspected:
                found = [_entity(text, flag, chance) for flag, chance in suspected.items()]
                message.set(ENTITIES, entities + found, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds nothing to training examples."""
        return training_data

    def chances(
        self, text: str, seen: Sequence[Mapping[str, Any]] = (), silenced: frozenset[str] = frozenset()
    ) -> dict[str, float]:
        """The probability of each flag in `text`, the highest of its clauses, but for those in which the table has
        `seen` the denial of one: "I can pee fine" is as like the danger as "I can't pee".

        A flag has to be spoken for by its neighbours, unless its words are there and only `silenced`.
        """
        denied = [entity for entity in seen if entity.get("role") == DENIED]
        unseen = [c for c in clauses(text) if _has_words(c.text) and not any(_overlap(c, entity) for entity in denied)]
        # A longer one is cut off by the embedding, and its beginning is read clause by clause anyway.
        unseen = [c for c in unseen if len(c.text.split()) <= _MOST_WORDS] or unseen
        if self._flags is None or self._words is None or self._sentences is None or not unseen:
            return {}
        texts = [plain(speller().mended(clause.text)) for clause in unseen]
        embedded = self._sentences.embed_all(texts)
        likeness = self._flags.likeness(embedded)
        evidence = self._words.of(texts) * np.float32(self._config["word_weight"])
        found = self._flags.probabilities(embedded, self._config, likeness, evidence)
        unspoken_for = self._flags.votes(likeness, self._config) < float(self._config["least_vote"])
        unspoken_for[:, [str(flag) in silenced for flag in self._flags.labels]] = False
        found[unspoken_for] = 0.0
        found[self._known_as_harmless(likeness)] = 0.0
        if not is_someone_else(text):
            anothers = [is_anothers([token.text for token in tokenize(clause.text)]) for clause in unseen]
            found[np.ix_(anothers, [flag not in self._act_alone for flag in self._flags.labels])] = 0.0
        highest = found.max(axis=0)
        return {
            str(flag): float(chance) for flag, chance in zip(self._flags.labels, highest, strict=True) if flag != _NONE
        }

    def _known_as_harmless(self, likeness: Matrix) -> list[bool]:
        assert self._flags is not None
        most = float(self._config["known_as_harmless"])
        return [label == _NONE and like >= most for label, like in self._flags.nearest(likeness)]

    def suspicions(
        self,
        text: str,
        seen: Sequence[Mapping[str, Any]] = (),
        explained: bool = False,
        silenced: frozenset[str] = frozenset(),
    ) -> dict[str, float]:
        """The flags that reach their threshold, the most probable first; `explained` by what the table sees."""
        chances = self.chances(text, seen, silenced)
        reached = [
            flag for flag, chance in chances.items() if chance >= self._threshold(flag, explained, flag in silenced)
        ]
        return {flag: chances[flag] for flag in sorted(reached, key=chances.__getitem__, reverse=True)}

    def _threshold(self, flag: str, explained: bool, silenced: bool) -> float:
        tier = "alone" if flag in self._act_alone else "together"
        thresholds = self._config["thresholds"]
        tier = "silenced" if silenced else f"{tier}_explained" if explained else tier
        return float(thresholds[tier] * self._config["own_share"].get(flag, 1.0))

    def _is_acted_on(self, seen: Sequence[Mapping[str, Any]]) -> bool:
        """Whether the table has seen a danger: then nothing else is asked about."""
        return any(e.get("role") == PRESENT and e["value"] in self._act_alone for e in seen)

    def _beside(self, seen: Sequence[Mapping[str, Any]], chances: Mapping[str, float]) -> dict[str, float]:
        """Without what the table has seen, those that act alone first."""
        known = {e["value"] for e in seen}
        new = sorted((flag for flag in chances if flag not in known), key=lambda flag: flag not in self._act_alone)
        return {flag: chances[flag] for flag in new[: int(self._config["most"])]}


def _has_words(text: str) -> bool:
    return any(c.isalpha() for c in text) and is_readable(text, 0.0)


def _overlap(clause: Clause, entity: Mapping[str, Any]) -> bool:
    return bool(entity["start"] < clause.end and clause.start < entity["end"])


def _entity(text: str, flag: str, chance: float) -> dict[str, Any]:
    return {
        "entity": RED_FLAG,
        "value": flag,
        "role": UNSURE,
        "start": 0,
        "end": len(text),
        "sense": Sense.SUSPECTED.value,
        "pattern": f"learned, {chance:.2f}",
        "extractor": RedFlagDetector.__name__,
    }
