"""No held-out phrasing is trained on, and none nearly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rasa_parts.remembered_sentences import EXAMPLES, PHRASINGS, embed_remembered
from rasa_parts.sentence_model import load_sentence_model
from staff.check import held_out
from staff.check.held_out import WORDS_OF_A_SENTENCE
from staff.check.project import Project
from tests.talking import ROOT

# Sentences as like as this say the same thing in nearly the same words ("can I drive?", "may I drive?").
NEARLY_THE_SAME = 0.97
PROJECT = Project(ROOT)


def test_no_held_out_phrasing_is_trained_on() -> None:
    assert [str(finding) for finding in held_out.check(PROJECT)] == []


def test_the_held_out_phrasings_are_all_looked_at() -> None:
    assert len(list(held_out.held_out(PROJECT))) > 4000


def test_no_held_out_phrasing_is_nearly_trained_on(tmp_path: Path) -> None:
    model = load_sentence_model()
    if model is None:
        pytest.skip("the sentence model is not installed")
    texts = [text for text, _ in held_out.held_out(PROJECT) if len(text.split()) >= WORDS_OF_A_SENTENCE]
    kept = [np.load(file)["rows"] for file in (EXAMPLES, PHRASINGS)]
    likeness = embed_remembered(model, [text.lower() for text in texts], tmp_path / "held_out.npz") @ np.vstack(kept).T
    near = [text for text, nearest in zip(texts, likeness.max(axis=1), strict=True) if nearest >= NEARLY_THE_SAME]
    assert not near, near
