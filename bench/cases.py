"""The held-out cases of `tests/nlu/`: phrasings that the bot is never trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).resolve().parent.parent / "tests" / "nlu"
# Written blind, then used to mend the lexicon and to choose the detector's thresholds.
MENDED = "red_flags"
# Written blind afterwards, hard on purpose, and used to choose the detector's thresholds.
UNSEEN = "unseen"
# Written blind when the training data stood, as patients usually write; looked at once. See docs/understanding.md.
FINAL = "final"
# Written blind by two more hands; in the end used to mend the lexicon too.
BLIND = "blind"
# Written blind by the last hand, when all the others had been used: only counted.
FRESH = "fresh"
FLAG_PARTS = (FRESH, BLIND, FINAL, UNSEEN, MENDED)
PRESENT, DENIED, NONE = "present", "denied", "none"

_EXAMPLE = re.compile(r"^\s*- (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class IntentCase:
    """A phrasing and the intent that it has."""

    text: str
    intent: str


@dataclass(frozen=True)
class FlagCase:
    """A phrasing and the state in it of one flag, or of all flags ("" in `flag`)."""

    text: str
    flag: str
    state: str
    kind: str


@dataclass(frozen=True)
class OnsetCase:
    """A phrasing and the band that it settles, or "ask"."""

    text: str
    band: str


@dataclass(frozen=True)
class RecurringCase:
    """A phrasing and whether it says that this has happened before; None if it says nothing of it."""

    text: str
    recurring: bool | None


def intent_cases(part: str = UNSEEN, folder: Path = CASES) -> list[IntentCase]:
    """The phrasings of one part: UNSEEN, which are far from the training data, or FINAL."""
    files = "final_intents.yml" if part == FINAL else "held_out_*.yml"
    return [
        IntentCase(text, item["intent"])
        for file in sorted(folder.glob(files))
        for item in _read(file)["nlu"]
        for text in _EXAMPLE.findall(item["examples"])
    ]


def flag_cases(part: str, folder: Path = CASES) -> list[FlagCase]:
    """The cases of one part, one of FLAG_PARTS; the plain messages of `plain.yml` have no flag at all."""
    return list(_flag_cases(folder / part))


def _flag_cases(folder: Path) -> Iterator[FlagCase]:
    for file in sorted(folder.glob("*.yml")):
        flag = "" if file.stem == "plain" else file.stem
        for item in _read(file):
            yield FlagCase(item["text"], flag, str(item.get("state", NONE)), str(item.get("kind", "")))


def onset_cases(part: str = MENDED, folder: Path = CASES) -> list[OnsetCase]:
    """MENDED, FINAL or BLIND."""
    return [OnsetCase(item["text"], item["band"]) for item in _durations(part, folder)["onset"]]


def recurring_cases(part: str = MENDED, folder: Path = CASES) -> list[RecurringCase]:
    """MENDED, FINAL or BLIND."""
    return [RecurringCase(item["text"], item["recurring"]) for item in _durations(part, folder)["recurring"]]


def _durations(part: str, folder: Path) -> Any:
    return _read(folder / ("durations.yml" if part == MENDED else f"{part}_durations.yml"))


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))
