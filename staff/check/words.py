"""The lists of staff/check/words.yml, ready to look with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("words.yml")
_NUMBER = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|eight|ten|half an?)"


@dataclass(frozen=True)
class Words:
    """What answers must not say, each list as one expression, and the numbers by which wording is held."""

    forbidden: Mapping[str, re.Pattern[str]]
    clinics: tuple[str, ...]
    national_numbers: tuple[str, ...]
    grade: float
    emergency_grade: float
    few_words: int
    longest_sentence: int
    emergency_lines: frozenset[str]
    not_measured: frozenset[str]
    stand_ins: Mapping[str, str]
    filled_by_actions: Mapping[str, tuple[str, ...]]
    fewest_examples: int


@cache
def words() -> Words:
    """The lists as they stand in the file."""
    content: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    lists = ("promises", "doses", "drugs", "diagnoses")
    return Words(
        forbidden={name: expression(content.pop(name)) for name in lists},
        emergency_lines=frozenset(content.pop("emergency_lines")),
        not_measured=frozenset(content.pop("not_measured")),
        clinics=tuple(content.pop("clinics")),
        national_numbers=tuple(content.pop("national_numbers")),
        filled_by_actions={name: tuple(starts) for name, starts in content.pop("filled_by_actions").items()},
        **content,
    )


def expression(phrases: Iterable[str]) -> re.Pattern[str]:
    """An expression that finds any of some phrases, in which * is the rest of a word and # a number."""
    return re.compile("|".join(_one(phrase) for phrase in phrases), re.IGNORECASE)


def _one(phrase: str) -> str:
    parts = [
        {"*": r"\w*", "#": _NUMBER, " ": r"[\s-]*" if "#" in phrase else r"\s+"}.get(sign, re.escape(sign))
        for sign in phrase
    ]
    return rf"(?<!\w){''.join(parts)}(?!\w)"
