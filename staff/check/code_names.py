"""The names that the bot's code uses, so that nothing in the YAML which it needs is missed or called unused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from triage.absorb import COURSES
from triage.state import FORM_QUESTIONS
from triage.table import TICK_LISTS

# Where the words of the bot's code stand.
_FOLDERS = ("triage", "actions", "rasa_parts")
# A response's name in full; one that ends in an underscore is only the beginning of some.
_RESPONSE = re.compile(r'"(utter_[a-z0-9_]*[a-z0-9])"')
_QUOTED = re.compile(r'"([a-z][a-z0-9_]*)"')
_ACTION = re.compile(r'return "(action_[a-z0-9_]+)"')
_WORD = re.compile(r"[a-z][a-z0-9_]+")
# Rasa's own name for a response in the metadata of what was said.
_OF_RASA = frozenset({"utter_action"})
# Asked in the triage besides what the form asks.
OTHER_QUESTIONS = ("better_or_worse", "cold_heat_cautions")


def _stamped(folder: Path) -> Iterator[tuple[Path, int]]:
    return ((file, file.stat().st_mtime_ns) for file in sorted(folder.glob("*.py")))


@lru_cache(maxsize=16)
def _text_of(files: tuple[tuple[Path, int], ...]) -> str:
    """The text of some files, read again only when one has changed."""
    return "\n".join(file.read_text("utf-8") for file, _ in files)


@lru_cache(maxsize=64)
def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(pattern.findall(text))


class CodeNames:
    """The names in the code of the project in a folder."""

    def __init__(self, root: Path) -> None:
        """Look into the project's own packages."""
        self._root = root

    @cached_property
    def _text(self) -> dict[str, str]:
        return {folder: _text_of(tuple(_stamped(self._root / folder))) for folder in _FOLDERS}

    @cached_property
    def quoted(self) -> frozenset[str]:
        """Every name in quotes."""
        return self._all(_QUOTED)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the code."""
        return self._all(_WORD)

    def _all(self, pattern: re.Pattern[str]) -> frozenset[str]:
        return frozenset().union(*(_found(pattern, text) for text in self._text.values()))

    @cached_property
    def actions(self) -> frozenset[str]:
        """The actions that are written."""
        return _found(_ACTION, self._text["actions"])

    def responses(self, flags: Collection[str], locked: Collection[str]) -> frozenset[str]:
        """Every response that the code says.

        Those that it puts together are spelled out, with these red flags and these levels that lock the talk.
        """
        names = self._all(_RESPONSE) - _OF_RASA
        return frozenset(
            names
            | {f"utter_ask_{question}" for question in (*FORM_QUESTIONS, *OTHER_QUESTIONS)}
            | {f"utter_explain_{question}" for question in (*TICK_LISTS, "confirm")}
            | {f"utter_ask_confirm_{flag}" for flag in flags}
            | {f"utter_refusal_{level}" for level in locked}
            | {f"utter_course_{course}" for course in COURSES}
            | {f"utter_{course}" for course in COURSES if course != "new"}
        )
