"""How easy a text is to read: its sentences, their words, and the school grade (Flesch-Kincaid)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_SENTENCE_ENDS = re.compile(r"(?<=[.!?:;])\s+|\n+")
_WORDS = re.compile(r"[A-Za-z0-9'’()-]*[A-Za-z0-9][A-Za-z0-9'’()-]*")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled; one of which nothing is known stands for a number."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], "3"), text)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; a colon and a new line end one too."""
    found = [_WORDS.findall(part) for part in _SENTENCE_ENDS.split(text.replace("e.g.", "eg"))]
    return [words for words in found if words]


@lru_cache(maxsize=8192)
def grade(text: str) -> float:
    """The school grade that a text needs; a number is read as one syllable. 0 for a text without words."""
    said = sentences(text)
    words = [word for sentence in said for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables an English word has."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if not letters:
        return 1
    stem = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", letters)
    stem = re.sub(r"^y", "", stem)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", stem)))


def hardest(text: str, most: int = 3) -> list[str]:
    """The words with the most syllables, of those with three or more."""
    words = dict.fromkeys(word.strip("()'’-").lower() for sentence in sentences(text) for word in sentence)
    return sorted((word for word in words if syllables(word) >= 3), key=syllables, reverse=True)[:most]
