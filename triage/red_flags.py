"""Finds red flags and signs in free text by the clinical lexicon, with their sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triage.lexicon import Match, Pattern, PatternError, Sentences, WordLists
from triage.negation import denial_sense, denies_only_now, negates_inside, sense_of
from triage.patient import is_someone_else
from triage.pattern_index import PatternIndex
from triage.sense import Sense
from triage.spelling import Speller
from triage.text import Token, tokenize

PRESENT, DENIED, UNSURE = "present", "denied", "unsure"
_STRENGTH = {DENIED: 0, UNSURE: 1, PRESENT: 2}

# Kinds of lines, and which of them silence a line where they overlap it.
SILENCED_BY: dict[str, tuple[str, ...]] = {
    "says": ("not", "ask", "surely"),
    "surely": ("not",),
    "ask": ("not", "surely"),
    "maybe": ("not", "harmless", "says", "surely", "ask", "denies"),
}
# Read in answer to the question about the sign only (asked_answers.py).
YES_IF_ASKED, NO_IF_ASKED = "yes_if_asked", "no_if_asked"
ASKED_KINDS = (YES_IF_ASKED, NO_IF_ASKED)
KINDS = (*SILENCED_BY, "denies", "not", "harmless", *ASKED_KINDS)
_YES = frozenset("yes yeah yep yup".split())
_DENYING = frozenset("no not none never nope but without once ago before".split())
# "They have not fixed my aneurysm", "I haven't finished my chemo": not the sign is denied but its end.
_ENDING = frozenset("fixed repaired operated stented finished completed stopped ended done treated".split())
_ADDITION = 4  # words
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



@dataclass(frozen=True)
class Reading:
    """What the lexicon sees in a message: at most one finding a sign, and the signs that a line silences."""

    findings: list[Finding]
    silenced: frozenset[str]


class Lexicon:
    """All entries, and the vocabulary toward which misspelt words are mended."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._named = {entry.name: entry for entry in self.entries}
        lines = [
            ((entry.name, kind), pattern)
            for entry in self.entries
            for kind, patterns in entry.patterns.items()
            if kind not in ASKED_KINDS
            for pattern in patterns
        ]
        self._index = PatternIndex(lines)
        self._vocabulary = frozenset().union(*(pattern.vocabulary for _, pattern in lines))

    def vocabulary(self) -> frozenset[str]:
        return self._vocabulary

    def find(
        self, text: str, speller: Speller | None = None, for_someone_else: bool = False
    ) -> list[Finding]:
        """Every sign mentioned in `text`, at most one finding a sign: the strongest.

        `for_someone_else`: the conversation is about another person, whose signs count.
        """
        return self.read(text, speller, for_someone_else).findings

    def read(self, text: str, speller: Speller | None = None, for_someone_else: bool = False) -> Reading:
        """What `find` finds, and the signs that would be stated but for a line that silences them."""
        tokens = tokenize(text)
        if speller is not None:
            tokens = speller.mend(tokens)
        tokens = _with_answers(tokens)
        sentences = Sentences(tokens)
        candidates = self._index.candidates(sentences)
        other = for_someone_else or is_someone_else(text)
        searches = [_Search(entry, candidates, sentences, other) for entry in self.entries]
        found = [(search, search.strongest()) for search in searches]
        return Reading(
            findings=[_finding(text, sentences.tokens, best) for _, best in found if best is not None],
            silenced=frozenset(s.entry.name for s, best in found if best is None and s.is_stated_in_silence()),
        )

    def lines(self, name: str, kind: str) -> tuple[Pattern, ...]:
        """The lines of one kind of the sign `name`."""
        return self._named[name].patterns[kind]


@dataclass(frozen=True)
class _Mention:
    """One place where a line of an entry lies, and what it amounts to."""

    entry: Entry
    state: str
    match: Match
    sense: Sense
    pattern: Pattern


class _Search:
    """Looks for one sign in one message."""

    def __init__(
        self,
        entry: Entry,
        candidates: Mapping[tuple[str, str], list[Pattern]],
        sentences: Sentences,
        about_patient: bool,
    ) -> None:
        self.entry = entry
        self._candidates = candidates
        self._sentences = sentences
        self._about_patient = about_patient
        self._found: dict[str, list[tuple[Match, Pattern]]] = {}
        self._tokens_of: dict[str, set[int]] = {}
        self._denied_until: dict[int, int] | None = None
        self._denial_senses: dict[Match, Sense] = {}

    def strongest(self) -> _Mention | None:
        best: _Mention | None = None
        for mention in self._mentions():
            if best is None or _STRENGTH[mention.state] > _STRENGTH[best.state]:
                best = mention
            if best.state == PRESENT:
                break
        return best

    def is_stated_in_silence(self) -> bool:
        """Whether the sign would be stated but for a line that takes it for a look-alike."""
        silent = self._tokens_under("not")
        return bool(silent) and any(
            not silent.isdisjoint(_tokens(match))
            and sense_of(self._sentences.tokens, match, self._about_patient) is Sense.STATED
            for kind in ("says", "surely")
            for match, _ in self._matches(kind)
        )

    def _matches(self, kind: str) -> list[tuple[Match, Pattern]]:
        if kind not in self._found:
            self._found[kind] = [
                (match, pattern)
                for pattern in self._candidates.get((self.entry.name, kind), ())
                for match in pattern.find(self._sentences)
            ]
        return self._found[kind]

    def _denial_sense(self, match: Match) -> Sense:
        if match not in self._denial_senses:
            self._denial_senses[match] = denial_sense(self._sentences.tokens, match)
        return self._denial_senses[match]

    def _mentions(self) -> Iterator[_Mention]:
        tokens = self._sentences.tokens
        for kind in SILENCED_BY:
            for match, pattern in self._matches(kind):
                if self._is_silenced(kind, match):
                    continue
                sense = sense_of(tokens, match, self._about_patient)
                state = _state(self.entry, sense)
                if state == PRESENT and kind in {"ask", "maybe"}:
                    state = UNSURE
                if state == DENIED and kind == "ask" and not self._is_plainly_denied(match):
                    state = UNSURE
                if state is None and kind == "ask" and Sense.STATED in self._said_within(match):
                    state = UNSURE  # "I fell off a horse in 1987 and that was nothing beside this numb groin"
                if state == DENIED and self._had_counts(match):
                    state = UNSURE
                if state is not None and not (state == DENIED and kind == "maybe"):
                    yield _Mention(self.entry, state, match, sense, pattern)
        for match, pattern in self._matches("denies"):
            sense = self._denial_sense(match)
            if sense not in {Sense.ASKED, Sense.OPEN}:
                state = DENIED if sense is Sense.DENIED else UNSURE
                yield _Mention(self.entry, state, match, sense, pattern)

    def _had_counts(self, match: Match) -> bool:
        """True for a denial of the present alone where the past counts ("no cancer now")."""
        return self.entry.long_past == "counts" and denies_only_now(self._sentences.tokens, match)

    def _is_plainly_denied(self, match: Match) -> bool:
        """False where the denial may be of what the sign could come from ("slurring my words and I haven't been
        drinking"), of its treatment ("they have not fixed my aneurysm"), or of something before it ("no chest pain
        and I want to die")."""
        tokens = self._sentences.tokens
        stated = {Sense.STATED, Sense.DOUBTED, Sense.ASKED} & self._said_within(match)
        of_the_end = tokens[match.first].text in _ENDING
        return not negates_inside(tokens, match) and not of_the_end and not stated

    def _said_within(self, match: Match) -> set[Sense]:
        """In which senses the sign's own wordings stand among the words of a wider match."""
        return {
            sense_of(self._sentences.tokens, says, self._about_patient)
            for says, _ in self._matches("says")
            if match.first <= says.first < match.end
        }

    def _is_silenced(self, kind: str, match: Match) -> bool:
        """Whether a stronger line overlaps the match, or a plain denial covers it."""
        own = _tokens(match) if kind in {"says", "surely"} else set(range(match.first, match.end))
        if any(not self._tokens_under(by).isdisjoint(own) for by in SILENCED_BY[kind]):
            return True
        if self._denied_until is None:
            self._denied_until = {}
            plain = (
                denial
                for denial, _ in self._matches("denies")
                if self._denial_sense(denial) is Sense.DENIED
            )
            for denial in plain:
                for token in range(denial.first, denial.end):
                    until = self._denied_until.get(token, 0)
                    self._denied_until[token] = max(until, denial.end)
        return self._denied_until.get(match.first, 0) >= match.end

    def _tokens_under(self, kind: str) -> set[int]:
        """The positions of all tokens on which a line of this kind lies; what is silenced itself silences nothing."""
        if kind not in self._tokens_of:
            matches = [match for match, _ in self._matches(kind)]
            if kind in {"ask", "surely"}:
                by = self._tokens_under("not")
                matches = [match for match in matches if by.isdisjoint(_tokens(match))]
            self._tokens_of[kind] = set().union(
                *(_tokens(m) if kind == "not" else range(m.first, m.end) for m in matches)
            )
        return self._tokens_of[kind]


def _tokens(match: Match) -> set[int]:
    """The positions of a match's own words, without those that it passes over."""
    over = {token for start, end in match.gaps for token in range(start, end)}
    return set(range(match.first, match.end)) - over


def _with_answers(tokens: list[Token]) -> list[Token]:
    """Joins a question that the writer answers with what the answer adds: "numbness? yes, groin".

    Only where a few words that deny nothing follow and end the sentence; "fainting? yes, fever? no" stays as it is.
    """
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        opens = tokens[place].text == "?" and place + 1 < len(tokens) and tokens[place + 1].text in _YES
        rest = place + 2
        if opens and rest < len(tokens) and not tokens[rest].is_word:
            rest += 1
        if opens and _is_short_addition(tokens[rest : rest + _ADDITION + 1]):
            place = rest
        else:
            joined.append(tokens[place])
            place += 1
    return joined


def _is_short_addition(tokens: list[Token]) -> bool:
    end = next((place for place, token in enumerate(tokens) if not token.is_word), len(tokens))
    texts = [token.text for token in tokens[:end]]
    ended = end == len(tokens) or tokens[end].text in {".", "!", ";"}
    return 0 < end <= _ADDITION and ended and not _DENYING & set(texts)


def _state(entry: Entry, sense: Sense) -> str | None:
    if sense is Sense.STATED:
        return PRESENT
    if sense is Sense.DENIED:
        return DENIED
    if sense is Sense.LISTED:
        return UNSURE if entry.acts_alone else DENIED
    if sense is Sense.DOUBTED:
        return UNSURE
    if sense is Sense.ONCE_PAST:
        return PRESENT if entry.long_past == "counts" else UNSURE
    if sense is Sense.OTHERS_PAST:
        return None
    if sense is Sense.LONG_PAST:
        return _PAST[entry.long_past]
    if sense is Sense.RECENT_PAST:
        return _PAST[entry.recent_past]
    return UNSURE if entry.acts_alone else None


def _finding(text: str, tokens: list[Token], mention: _Mention) -> Finding:
    match = mention.match
    start, end = tokens[match.first].start, tokens[match.end - 1].end
    return Finding(
        mention.entry.name,
        mention.state,
        start,
        end,
        text[start:end],
        mention.sense,
        mention.pattern.source,
    )


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
        kind: tuple(Pattern(line, lists, loose=kind == "maybe") for line in lines.get(kind) or ())
        for kind in KINDS
    }
    return Entry(
        name,
        patterns,
        acts_alone,
        long_past=lines.get("long_past", "ignored"),
        recent_past=lines.get("recent_past", "ask"),
    )
