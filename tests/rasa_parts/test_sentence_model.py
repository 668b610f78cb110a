"""The sentence embedding, and the bot without it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from rasa_parts import sentence_model
from rasa_parts.sentence_model import (
    DIMENSIONS,
    ModelFileError,
    SentenceModel,
    known_words,
    load_sentence_model,
)


@pytest.fixture
def nothing_cached() -> Iterator[None]:
    load_sentence_model.cache_clear()
    known_words.cache_clear()
    yield
    load_sentence_model.cache_clear()
    known_words.cache_clear()


def loaded() -> SentenceModel:
    model = load_sentence_model()
    assert model is not None, "the sentence model belongs to the environment"
    return model


def test_a_text_is_a_unit_vector() -> None:
    vector = loaded().embed("my back locked up")
    assert vector.shape == (DIMENSIONS,)
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-4)


def test_what_means_the_same_is_nearer() -> None:
    spasm, other_words, hours = (
        loaded().embed(text)
        for text in ("my back seized up", "a muscle in my lumbar region cramped", "when do you open on monday")
    )
    assert spasm @ other_words > spasm @ hours + 0.2


def test_the_same_text_gives_the_same_vector() -> None:
    assert np.array_equal(loaded().embed("ice or heat?"), loaded().embed("ice or heat?"))


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_text_is_zeros(text: str) -> None:
    assert not loaded().embed(text).any()


def test_many_at_once_give_the_same_rows() -> None:
    texts = ["ice?", "", "my back locked up", "heat?", "it went when I bent down", *(["no ice"] * 40), "my leg is numb"]
    rows = loaded().embed_many(texts)
    assert rows == pytest.approx(np.stack([loaded().embed(text) for text in texts]), abs=1e-5)
    assert not rows[1].any()


def test_a_long_text_is_cut() -> None:
    assert loaded().embed("spasm " * 10_000).shape == (DIMENSIONS,)


def test_the_known_words_are_words() -> None:
    assert {"back", "numb", "doctor"} <= known_words()
    assert all(word.isalpha() for word in known_words())


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "model.onnx"
    other.write_bytes(b"not the reviewed one")
    with pytest.raises(ModelFileError, match="not the reviewed file"):
        SentenceModel(other, other)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r"model\.onnx is missing"):
        SentenceModel(tmp_path / "model.onnx", tmp_path / "tokenizer.json")


@pytest.mark.usefixtures("nothing_cached")
def test_without_its_files_the_bot_goes_on_and_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sentence_model, "find_spec", lambda name: None)
    with caplog.at_level(logging.WARNING):
        assert load_sentence_model() is None
    assert "understands less" in caplog.text
    assert known_words() == frozenset()
