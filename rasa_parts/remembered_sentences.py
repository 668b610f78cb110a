"""Keeps the embeddings of the training examples, so that only new sentences are computed again.

The embedding is most of a training's time; with it kept, an edit of a few sentences trains in
seconds. The file may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rasa_parts.sentence_model import SentenceModel

FOLDER = Path(__file__).resolve().parent.parent / "var"
EXAMPLES = FOLDER / "sentences.npz"
PHRASINGS = FOLDER / "phrasings.npz"


def embed_remembered(
    model: SentenceModel, texts: Sequence[str], file: Path = EXAMPLES
) -> npt.NDArray[np.float32]:
    """One row for each text, as `model.embed_many` gives; `file` then holds exactly these texts."""
    known = _read(file)
    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        known.update(zip(missing, model.embed_many(list(missing.values())), strict=True))
    rows = np.stack([known[key] for key in keys])
    if missing or known.keys() != set(keys):
        _write(file, keys, rows)
    return rows


def _read(file: Path) -> dict[str, npt.NDArray[np.float32]]:
    try:
        with np.load(file, allow_pickle=False) as kept:
            return dict(zip((str(key) for key in kept["keys"]), kept["rows"], strict=True))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}


def _write(file: Path, keys: Sequence[str], rows: npt.NDArray[np.float32]) -> None:
    """Written beside and then renamed, so that a killed training leaves no half file."""
    unfinished = file.with_name(f"{file.stem}.{os.getpid()}.npz")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(unfinished, keys=np.array(keys), rows=rows)
        unfinished.replace(file)
    except OSError:
        unfinished.unlink(missing_ok=True)
