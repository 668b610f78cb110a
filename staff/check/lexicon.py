"""The lexicon's patterns: each can be read, and names only word lists that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from staff.check.document import Document
from staff.check.finding import Finding
from staff.check.marked import Items, Map, Text
from staff.check.project import Project
from triage.lexicon import Pattern, PatternError, WordLists
from triage.red_flags import KINDS

_WORDS = "clinical/lexicon/words.yml"


def check(project: Project) -> Iterator[Finding]:
    """Every line of the lexicon that cannot be read; the bot would not start with it."""
    words = project.documents.get(_WORDS)
    if words is None or not isinstance(words.value, Map):
        return
    yield from _lists(words)
    for document in project.of_kind("lexicon"):
        if isinstance(document.value, Map):
            yield from _patterns(document, words)


@lru_cache(maxsize=16)
def _word_lists(words: Document) -> WordLists | None:
    try:
        return WordLists(_sequences(words.value))
    except PatternError:
        return None


def _sequences(value: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: [str(entry) for entry in entries] for name, entries in value.items() if isinstance(entries, Items)}


@lru_cache(maxsize=16)
def _lists(words: Document) -> tuple[Finding, ...]:
    if _word_lists(words) is not None:
        return ()
    return tuple(
        Finding(words.value.keys_at[name], f"the word list `{name}` cannot be read ({error})", "correct it")
        for name, error in _broken_lists(_sequences(words.value))
    )


def _broken_lists(lists: Mapping[str, list[str]]) -> Iterator[tuple[str, PatternError]]:
    for name, entries in lists.items():
        try:
            WordLists({name: entries})
        except PatternError as error:
            yield name, error


@lru_cache(maxsize=256)
def _patterns(document: Document, words: Document) -> tuple[Finding, ...]:
    lists = _word_lists(words)
    found: list[Finding] = []
    for sign, entry in document.value.items() if lists else ():
        for kind in KINDS:
            lines = entry.get(kind) if isinstance(entry, Map) else None
            for line in lines if isinstance(lines, Items) else ():
                if isinstance(line, Text) and lists is not None:
                    try:
                        Pattern(str(line), lists, loose=kind == "maybe")
                    except PatternError as error:
                        wrong = f"a line of `{sign}` cannot be read ({error})"
                        found.append(Finding(line.at, wrong, "see triage/lexicon.py for how a line is written"))
    return tuple(found)
