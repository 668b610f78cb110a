"""Only sentences that are new are computed again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rasa_parts.remembered_sentences import embed_remembered


class CountingModel:
    """Stands for the sentence model: the vector of a text is its length."""

    def __init__(self) -> None:
        self.computed: list[str] = []

    def embed_many(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        self.computed += texts
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_each_text_has_its_row_and_is_computed_once(tmp_path: Path) -> None:
    model, file = CountingModel(), tmp_path / "kept.npz"
    rows = embed_remembered(model, ["a", "bb", "a"], file)  # type: ignore[arg-type]
    assert rows.ravel().tolist() == [1.0, 2.0, 1.0]
    again = embed_remembered(model, ["ccc", "bb"], file)  # type: ignore[arg-type]
    assert again.ravel().tolist() == [3.0, 2.0]
    assert sorted(model.computed) == ["a", "bb", "ccc"]


def test_a_text_that_was_taken_out_is_not_kept(tmp_path: Path) -> None:
    model, file = CountingModel(), tmp_path / "kept.npz"
    embed_remembered(model, ["a", "bb"], file)  # type: ignore[arg-type]
    embed_remembered(model, ["a"], file)  # type: ignore[arg-type]
    with np.load(file) as kept:
        assert kept["rows"].ravel().tolist() == [1.0]


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "kept.npz"
    file.write_bytes(b"not an archive")
    model = CountingModel()
    assert embed_remembered(model, ["a"], file).ravel().tolist() == [1.0]  # type: ignore[arg-type]
    embed_remembered(model, ["a"], file)  # type: ignore[arg-type]
    assert model.computed == ["a"]
