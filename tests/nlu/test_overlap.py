"""No held-out phrasing is trained on, and none nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bench.cases import BLIND, FINAL, MENDED, UNSEEN, flag_cases, intent_cases
from rasa_parts.clinical_knowledge import phrasings
from rasa_parts.remembered_sentences import EXAMPLES, PHRASINGS, embed_remembered
from rasa_parts.sentence_model import load_sentence_model
from tests.talking import ROOT

# Sentences as like as this say the same thing in nearly the same words ("can I drive?", "may I drive?").
NEARLY_THE_SAME = 0.97
# Shorter ones have hardly another wording: "none of these", "the first time".
WORDS_OF_A_SENTENCE = 6


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))


def trained_on() -> Iterator[str]:
    for file in sorted((ROOT / "data").rglob("*.yml")):
        yield from re.findall(r"^\s+- (?!intent|action|slot|condition|title|text)(.+)$", file.read_text("utf-8"), re.M)
    for lines in phrasings().values():
        yield from (*lines.present, *lines.look_alike)


def held_out() -> list[str]:
    flags = [case.text for part in (MENDED, UNSEEN, FINAL, BLIND) for case in flag_cases(part)]
    return [*flags, *(case.text for part in (UNSEEN, FINAL) for case in intent_cases(part))]


def test_no_held_out_phrasing_is_trained_on() -> None:
    trained = {plain(text) for text in trained_on()}
    both = [text for text in held_out() if plain(text) in trained and len(text.split()) >= WORDS_OF_A_SENTENCE]
    assert not both, both


def test_no_held_out_phrasing_is_nearly_trained_on(tmp_path: Path) -> None:
    model = load_sentence_model()
    if model is None:
        pytest.skip("the sentence model is not installed")
    texts = [text for text in held_out() if len(text.split()) >= WORDS_OF_A_SENTENCE]
    kept = [np.load(file)["rows"] for file in (EXAMPLES, PHRASINGS)]
    likeness = embed_remembered(model, [text.lower() for text in texts], tmp_path / "held_out.npz") @ np.vstack(kept).T
    near = [text for text, nearest in zip(texts, likeness.max(axis=1), strict=True) if nearest >= NEARLY_THE_SAME]
    assert not near, near
