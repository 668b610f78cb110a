"""What a component has learned, as plain arrays in the model: nothing is unpickled when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

# Matrices of more numbers than this are stored with half their digits, which halves the model; a probability
# changes in its fourth digit.
_LARGE = 1_000_000


def store(file: Path, learned: Mapping[str, Any]) -> None:
    """Writes the fields of each of the dataclasses `learned` to `file`."""
    arrays = {
        f"{name}.{field.name}": _packed(getattr(part, field.name))
        for name, part in learned.items()
        for field in fields(part)
    }
    np.savez(file, **arrays)


def stored(file: Path) -> dict[str, dict[str, npt.NDArray[Any]]]:
    """The fields of each dataclass in `file`, by its name; empty when there is no such file."""
    parts: dict[str, dict[str, npt.NDArray[Any]]] = {}
    if file.exists():
        with np.load(file, allow_pickle=False) as arrays:
            for name in arrays.files:
                part, _, field = name.partition(".")
                parts.setdefault(part, {})[field] = _unpacked(arrays[name])
    return parts


def _packed(value: Any) -> Any:
    large = isinstance(value, np.ndarray) and value.dtype == np.float32 and value.size > _LARGE
    return value.astype(np.float16) if large else value


def _unpacked(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    # Row by row, or a sparse row times a matrix copies the matrix first.
    return np.ascontiguousarray(array, dtype=np.float32 if array.dtype == np.float16 else array.dtype)
