"""How much of the clinical tables a clinician has signed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def count_signed(root: Path) -> tuple[int, int]:
    """How many lines of `root`/clinical/*.yml have a name under `reviewed`, and how many have that key."""
    signatures = [
        signature
        for path in sorted((root / "clinical").glob("*.yml"))
        for signature in _signatures(yaml.safe_load(path.read_text("utf-8")))
    ]
    return sum(1 for signature in signatures if signature), len(signatures)


def _signatures(content: Any) -> Iterator[Any]:
    if isinstance(content, dict):
        if "reviewed" in content:
            yield content["reviewed"]
        content = list(content.values())
    if isinstance(content, list):
        for part in content:
            yield from _signatures(part)
