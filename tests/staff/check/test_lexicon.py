"""The lexicon's patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.lexicon import check
from tests.staff.check.made import found, made


def findings(root: Path, pattern: str, words: str = "car: [car, my truck]") -> list[str]:
    sign = f'crash:\n  source: "a"\n  reviewed: null\n  says:\n    - "a crash"\n    - "{pattern}"\n'
    return found(check, made(root, {"clinical/lexicon/words.yml": words, "clinical/lexicon/trauma.yml": sign}))


@pytest.mark.parametrize("pattern", ["<car> .. crash", "(hit|struck) by <car>", "crash*", "my car? + crash"])
def test_patterns_that_can_be_read(tmp_path: Path, pattern: str) -> None:
    assert findings(tmp_path, pattern) == []


@pytest.mark.parametrize("pattern", ["<cars> crash", "(hit|struck", "a + b + c"])
def test_patterns_that_cannot(tmp_path: Path, pattern: str) -> None:
    (finding,) = findings(tmp_path, pattern)
    assert finding.startswith("clinical/lexicon/trauma.yml:6: a line of `crash` cannot be read")


def test_a_word_list_without_words(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "a crash", 'car: [""]')
    assert finding.startswith("clinical/lexicon/words.yml:1: the word list `car` cannot be read")
