"""The phrasings of tests/nlu that the bot is measured with, and never trained on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from staff.check.document import Document
from staff.check.finding import Finding, Mark, shown
from staff.check.marked import Items, maps_in, text_in
from staff.check.near import plain
from staff.check.project import Project
from staff.check.rasa_data import examples_of
from staff.check.taught import sentences

# Shorter ones have hardly another wording: "none of these", "the first time".
WORDS_OF_A_SENTENCE = 6


def check(project: Project) -> Iterator[Finding]:
    """Every held-out phrasing that stands in the training data."""
    kept = _kept(tuple(project.of_kind("flag_cases")), tuple(project.of_kind("held_out")))
    for text, at in trained_on(project):
        there = kept.get(plain(text))
        if there is not None and len(text.split()) >= WORDS_OF_A_SENTENCE:
            wrong = f"`{shown(text)}` is a phrasing of {there}, with which the bot is measured"
            yield Finding(at, wrong, "say it in other words, or the measure says nothing any more")


def held_out(project: Project) -> Iterator[tuple[str, Mark]]:
    """Every held-out phrasing of a red flag or an intent."""
    return _phrasings(tuple(project.of_kind("flag_cases")), tuple(project.of_kind("held_out")))


@lru_cache(maxsize=4)
def _kept(flag_cases: tuple[Document, ...], intents: tuple[Document, ...]) -> dict[str, Mark]:
    return {plain(text): at for text, at in _phrasings(flag_cases, intents)}


def _phrasings(flag_cases: tuple[Document, ...], intents: tuple[Document, ...]) -> Iterator[tuple[str, Mark]]:
    for document in flag_cases:
        for item in document.value if isinstance(document.value, Items) else ():
            text = text_in(item, "text")
            if text is not None:
                yield str(text), text.at
    for document in intents:
        for item in maps_in(document.value, "nlu"):
            for example in examples_of(item, document):
                yield example.text, example.at


def trained_on(project: Project) -> Iterator[tuple[str, Mark]]:
    """Every sentence that the bot learns from: the examples of data/, and clinical/phrasings."""
    yield from ((example.text, example.at) for example in project.data.examples)
    for document in project.of_kind("phrasings"):
        yield from ((str(text), text.at) for _, text in sentences(document.value))
