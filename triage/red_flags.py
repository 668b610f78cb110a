"""Finds red flags and signs in free text by the clinical lexicon, with their sense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triage.lexicon import Match, Pattern, PatternError, PatternIndex, Sentences, WordLists
from triage.negation import Sense, sense_of, upheld
from triage.patient import is_someone_else
from triage.spelling import Speller
from triage.text import Token, tokenize

PRESENT, DENIED, UNSURE = "present", "denied", "unsure"
_STRENGTH = {DENIED: 0, UNSURE: 1, PRESENT: 2}

# Kinds of lines, and which of them silence a line where they overlap it.
SILENCED_BY: dict[str, tuple[str, ...]] = {
    "says": ("not", "ask", "surely"),
    "surely": ("not",),
    "ask": ("not", "surely"),
    "maybe": ("not", "says", "surely", "ask"),
}
KINDS = (*SILENCED_BY, "denies", "not")
_PAST = {"counts": PRESENT, "ask": UNSURE, "ignored": None}


@dataclass(frozen=True)
class Finding:
    """One sign found in a message.

    `start` and `end` are character offsets of `words` in the message; `pattern` is the line of
    the lexicon that fired.
    """

    name: str
    state: str
    start: int
    end: int
    words: str
    sense: Sense
    pattern: str


@dataclass(frozen=True)
class Entry:
    """How patients put one sign: the lexicon's lines, compiled.

    `long_past` and `recent_past` say what a mention of the past amounts to.
    """

    name: str
    patterns: Mapping[str, tuple[Pattern, ...]]
    acts_alone: bool
    long_past: str
    recent_past: str



class Lexicon:
    """All entries, and the vocabulary toward which misspelt words are mended."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)

    def vocabulary(self) -> frozenset[str]:
        return frozenset().union(
            *(p.vocabulary for e in self.entries for ps in e.patterns.values() for p in ps)
        )

    def find(
        self, text: str, speller: Speller | None = None, for_someone_else: bool = False
    ) -> list[Finding]:
        """Every sign mentioned in `text`, at most one finding a sign: the strongest.

        `for_someone_else`: the conversation is about another person, whose signs count.
        """
        tokens = tokenize(text)
        if speller is not None:
            tokens = speller.mend(tokens)
        sentences = Sentences(tokens)
        other = for_someone_else or is_someone_else(text)
        found = (_find_entry(entry, sentences, text, other) for entry in self.entries)
        return [finding for finding in found if finding is not None]


def _find_entry(entry: Entry, sentences: Sentences, text: str, other: bool) -> Finding | None:
    tokens = sentences.tokens
    found = {kind: entry.matches(kind, sentences) for kind in KINDS}
    best: Finding | None = None

    def consider(match: Match, pattern: Pattern, state: str, sense: Sense) -> None:
        nonlocal best
        if best is None or _STRENGTH[state] > _STRENGTH[best.state]:
            best = _finding(entry.name, state, match, tokens, text, sense, pattern)

    denials = [m for m, _ in found["denies"]]
    for kind, silencing in SILENCED_BY.items():
        for match, pattern in found[kind]:
            if any(match.overlaps(m) for by in silencing for m, _ in found[by]):
                continue
            if any(denial.covers(match) for denial in denials):
                continue
            sense = sense_of(tokens, match, about_patient=other)
            state = _state(entry, sense)
            if state == PRESENT and kind in {"ask", "maybe"}:
                state = UNSURE
            if state == DENIED and kind == "maybe":
                continue
            if state:
                consider(match, pattern, state, sense)
            if best is not None and best.state == PRESENT:
                return best
    for match, pattern in found["denies"]:
        plain = upheld(tokens, match)
        sense = Sense.DENIED if plain else Sense.DOUBTED
        consider(match, pattern, DENIED if plain else UNSURE, sense)
    return best


def _state(entry: Entry, sense: Sense) -> str | None:
    if sense is Sense.STATED:
        return PRESENT
    if sense is Sense.DENIED:
        return DENIED
    if sense is Sense.DOUBTED:
        return UNSURE
    if sense is Sense.LONG_PAST:
        return _PAST[entry.long_past]
    if sense is Sense.RECENT_PAST:
        return _PAST[entry.recent_past]
    return UNSURE if entry.acts_alone else None


def _finding(
    name: str, state: str, match: Match, tokens: list[Token], text: str, sense: Sense, p: Pattern
) -> Finding:
    start, end = tokens[match.first].start, tokens[match.end - 1].end
    return Finding(name, state, start, end, text[start:end], sense, p.source)


def load_lexicon(folder: Path, acts_alone: Iterable[str]) -> Lexicon:
    """Reads `clinical/lexicon/`: `words.yml` (word lists) and one mapping of signs per file.

    Raises PatternError, with the file and the sign, for a line that cannot be read.
    """
    alone = frozenset(acts_alone)
    lists = WordLists(_read(folder / "words.yml"))
    entries: list[Entry] = []
    for path in sorted(folder.glob("*.yml")):
        if path.name == "words.yml":
            continue
        content: dict[str, dict[str, Any]] = _read(path) or {}
        for name, lines in content.items():
            try:
                entries.append(_entry(name, lines, lists, name in alone))
            except PatternError as error:
                raise PatternError(f"{path.name}: {name}: {error}") from error
    return Lexicon(entries)


def _read(path: Path) -> Any:
    # The C parser, where it is installed, reads the lexicon in a tenth of the time.
    return yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _entry(
    name: str, lines: Mapping[str, Any], lists: WordLists, acts_alone: bool
) -> Entry:
    patterns = {
        kind: tuple(Pattern(line, lists) for line in lines.get(kind) or ()) for kind in KINDS
    }
    return Entry(
        name,
        patterns,
        acts_alone,
        long_past=lines.get("long_past", "ignored"),
        recent_past=lines.get("recent_past", "ask"),
    )
