"""What was learned comes back as it was, and without code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from rasa_parts.stored_arrays import store, stored


@dataclass(frozen=True)
class Part:
    names: npt.NDArray[Any]
    numbers: npt.NDArray[Any]


def test_each_part_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "learned.npz"
    store(file, {"one": Part(np.array(["a"]), np.array([1.5])), "two": Part(np.array(["b"]), np.array([2]))})
    parts = stored(file)
    assert Part(**parts["one"]).numbers.tolist() == [1.5]
    assert Part(**parts["two"]).names.tolist() == ["b"]


def test_no_file_is_nothing_learned(tmp_path: Path) -> None:
    assert stored(tmp_path / "none.npz") == {}


def test_objects_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "bad.npz", **{"one.names": np.array([{"a": 1}], dtype=object)})
    with pytest.raises(ValueError, match="allow_pickle"):
        stored(tmp_path / "bad.npz")
