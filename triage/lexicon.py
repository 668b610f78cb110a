"""The small pattern language in which the clinical lexicon says how patients put a sign.

A pattern is a line of words, laid over the normalised tokens of one sentence:

    can not <pee>              words in this order; <pee> is any entry of the word list `pee`
    (numb|no feeling) <groin>  alternatives, which may hold lists and other alternatives
    lost? control              a word, list or alternative with `?` may be missing
    urinat*                    every word that begins so
    nothing ... comes out      `...` is a gap of up to four words, `....` of up to eight
    <groin> .. <numb>          `..` is a gap of up to three words that crosses no "and" or "or"
    <numb> + <groin>           both, in either order, at most six words apart
    a bit, always              the comma has to be there
    can not go $               nothing follows in this part of the sentence

Nothing crosses the end of a sentence; a gap crosses no comma, and no "but", "except" and the like.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from triage.text import PUNCTUATION, Token, tokenize

_CONTRASTS = frozenset("but except although though however nor".split())
_PHRASE_ENDS = _CONTRASTS | frozenset("and or nor with plus while because then".split())
_CLAUSE_OPENERS = frozenset("and but or so because since when now".split())
_SHORTEST_STEM = 3
_ELEMENT = re.compile(r"\.{2,4}|[$(|]|\)\??|<[a-z_]+>\??|[^\s()<>|+$]+")

Span = tuple[int, int]
# Where a part can end, and the gaps passed over on the way.
_Ends = Iterator[tuple[int, tuple[Span, ...]]]


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what and why."""


@dataclass(frozen=True)
class Match:
    """Where a pattern lies: token positions, end exclusive; `gaps` are the words it passes over."""

    first: int
    end: int
    gaps: tuple[Span, ...] = ()


class Sentences:
    """A message's tokens, prepared once for all patterns."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)
        self.words = [token.text for token in self.tokens]
        self.places: dict[str, list[int]] = {}
        self.stem_places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self.places.setdefault(word, []).append(place)
        for word, places in self.places.items():
            for length in range(_SHORTEST_STEM, len(word) + 1):
                self.stem_places.setdefault(word[:length], []).extend(places)
        self.vocabulary = frozenset(self.places)
        self.stems = frozenset(self.stem_places)


@dataclass(frozen=True)
class _Starts:
    """The words or beginnings of words, one of which must be in the text."""

    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()

    def __or__(self, other: _Starts) -> _Starts:
        return _Starts(self.words | other.words, self.stems | other.stems)

    def places(self, sentences: Sentences) -> list[int]:
        found: set[int] = set()
        for word in self.words & sentences.vocabulary:
            found.update(sentences.places[word])
        for stem in self.stems & sentences.stems:
            found.update(sentences.stem_places[stem])
        return sorted(found)


class _Phrases:
    """A word list or a set of plain alternatives, by the first word of each."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        self.firsts: dict[str, list[list[str]]] = {}
        self._starred: list[list[str]] = []
        # Longer first, so that "pass water" is not cut short by "pass".
        for phrase in sorted(phrases, key=len, reverse=True):
            if any(word.endswith("*") for word in phrase):
                self._starred.append(list(phrase))
            else:
                self.firsts.setdefault(phrase[0], []).append(list(phrase[1:]))
        self.begins = _Starts(
            frozenset({*self.firsts, *(p[0] for p in self._starred if p[0][-1] != "*")}),
            frozenset(p[0][:-1] for p in self._starred if p[0][-1] == "*"),
        )

    def find(self, words: Sequence[str], place: int) -> list[int]:
        """The ends of all its phrases that begin at `place`, longest first."""
        if place == len(words):
            return []
        rests = self.firsts.get(words[place])
        if rests is None and not self._starred:
            return []
        after = place + 1
        found = [
            after + len(rest)
            for rest in rests or ()
            if not rest or words[after : after + len(rest)] == rest
        ]
        for phrase in self._starred:
            there = words[place : place + len(phrase)]
            if len(there) == len(phrase) and all(map(_is_like, there, phrase)):
                found.append(place + len(phrase))
        return found


def _is_like(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


class _Part(ABC):
    """One element of a pattern. `needs` is None when it may be missing."""

    begins: _Starts = _Starts()
    needs: _Starts | None = None

    @abstractmethod
    def ends(self, sentences: Sentences, place: int) -> _Ends:
        """The ends of all its matches that begin at `place`."""


# A part, and the words of which the next one has to begin with one, where that is known.
_Step = tuple[_Part, frozenset[str] | None]


class _Gap(_Part):
    def __init__(self, size: int, stops: frozenset[str]) -> None:
        self._size, self._stops = size, stops

    def ends(self, sentences: Sentences, place: int) -> _Ends:
        yield place, ()
        size = 0
        for end in range(place + 1, len(sentences.words) + 1):
            word = sentences.words[end - 1]
            size += word not in PUNCTUATION
            if size > self._size or word in self._stops:
                return
            yield end, ((place, end),)


class _ClauseEnd(_Part):
    def ends(self, sentences: Sentences, place: int) -> _Ends:
        words = sentences.words
        if place == len(words) or words[place] in PUNCTUATION or words[place] in _CLAUSE_OPENERS:
            yield place, ()


class _Choice(_Part):
    """Alternatives: plain phrases in a tree, and sequences that hold gaps or lists."""

    def __init__(
        self, phrases: _Phrases, sequences: Sequence[Sequence[_Part]] = (), optional: bool = False
    ) -> None:
        self._phrases, self._optional = phrases, optional
        self._sequences = [_steps(sequence) for sequence in sequences]
        self.begins = phrases.begins
        for sequence in sequences:
            self.begins |= _begins(sequence)
        needs = [_needs(sequence) for sequence in sequences]
        if not optional and None not in needs:
            self.needs = phrases.begins
            for needed in needs:
                self.needs |= needed or _Starts()

    def ends(self, sentences: Sentences, place: int) -> _Ends:
        for end in self._phrases.find(sentences.words, place):
            yield end, ()
        for sequence in self._sequences:
            yield from _ends(sequence, sentences, place)
        if self._optional:
            yield place, ()


def _gaps(stops: frozenset[str]) -> dict[str, _Gap]:
    return {
        "..": _Gap(3, stops | _PHRASE_ENDS),
        "...": _Gap(4, stops | _CONTRASTS),
        "....": _Gap(8, stops | _CONTRASTS),
        "+": _Gap(6, stops | _CONTRASTS),
    }


_GAPS = _gaps(PUNCTUATION)
# For fragments: "Numbness. Genitals and bottom.", "legs, both, pins and needles".
_LOOSE_GAPS = _gaps(frozenset("?!;"))


def _needs(sequence: Sequence[_Part]) -> _Starts | None:
    """The words of the first part that has to be there."""
    return next((part.needs for part in sequence if part.needs is not None), None)


def _begins(sequence: Sequence[_Part]) -> _Starts:
    """The words with which the sequence can begin, its optional parts among them."""
    begins = _Starts()
    for part in sequence:
        begins |= part.begins
        if part.needs is not None:
            break
    return begins


def _steps(sequence: Sequence[_Part]) -> list[_Step]:
    steps: list[_Step] = []
    for part, follower in zip(sequence, [*sequence[1:], None], strict=True):
        begins = follower.begins if follower is not None and follower.needs is not None else None
        steps.append((part, begins.words if begins and not begins.stems else None))
    return steps


def _ends(steps: Sequence[_Step], sentences: Sentences, place: int, index: int = 0) -> _Ends:
    words = sentences.words
    part, ahead = steps[index]
    is_last = index + 1 == len(steps)
    for end, gaps in part.ends(sentences, place):
        if is_last:
            yield end, gaps
        elif ahead is None or (end < len(words) and words[end] in ahead):
            for last, later in _ends(steps, sentences, end, index + 1):
                yield last, gaps + later


class WordLists:
    """The lists that patterns name."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Raises PatternError when an entry has no word in it."""
        self._phrases: dict[str, _Phrases] = {}
        self._words: dict[str, frozenset[str]] = {}
        for name, phrases in lists.items():
            split = [_phrase_words(str(phrase)) for phrase in phrases]
            if not all(split):
                raise PatternError(f"the word list <{name}> has an entry without a word")
            self._phrases[name] = _Phrases(split)
            self._words[name] = frozenset(word for words in split for word in words)

    def phrases(self, name: str) -> _Phrases | None:
        return self._phrases.get(name)

    def words(self, name: str) -> frozenset[str]:
        return self._words[name]


class Pattern:
    """One compiled line of the lexicon."""

    def __init__(self, source: str, lists: WordLists, loose: bool = False) -> None:
        """`loose`: gaps may cross commas and full stops.

        Raises PatternError when the line uses an unknown list or cannot be read.
        """
        self.source = source
        gaps = _LOOSE_GAPS if loose else _GAPS
        sides = source.split(" + ")
        if len(sides) > 2:
            raise PatternError(f"'{source}': only one '+' in a pattern")
        readers = [_Reader(side, lists, source, gaps) for side in sides]
        compiled = [reader.read() for reader in readers]
        # What misspelt words are mended toward.
        self.vocabulary = frozenset(w for r in readers for w in r.words if w.isalpha())
        # What has to be in a message for the pattern to lie in it: one word of each.
        self.needs = frozenset(p.needs for side in compiled for p in side if p.needs is not None)
        sequences = compiled
        if len(compiled) == 2:
            one, two = compiled
            sequences = [[*one, gaps["+"], *two], [*two, gaps["+"], *one]]
        self._begins = _Starts()
        for sequence in sequences:
            self._begins |= _begins(sequence)
        self._sequences = [_steps(sequence) for sequence in sequences]

    def find(self, sentences: Sentences) -> list[Match]:
        """Every place where the pattern lies, from the left, without overlaps."""
        found: list[Match] = []
        for place in self._begins.places(sentences):
            if found and place < found[-1].end:
                continue
            for steps in self._sequences:
                match = next(_ends(steps, sentences, place), None)
                if match is not None:
                    found.append(Match(place, *match))
                    break
        return found


class _Reader:
    """Reads one side of a pattern; `words` are all that stand in it."""

    def __init__(
        self, side: str, lists: WordLists, source: str, gaps: Mapping[str, _Gap]
    ) -> None:
        self._gaps = gaps
        self._elements = _ELEMENT.findall(side)
        self._lists = lists
        self._source = source
        self.words: set[str] = set()
        if re.sub(r"\s", "", side) != "".join(self._elements):
            raise self._error("a stray sign")

    def read(self) -> list[_Part]:
        parts = self._sequence()
        if self._elements:
            raise self._error("a bracket that nothing opens")
        if _needs(parts) is None:
            raise self._error("nothing in it has to be there")
        return parts

    def _error(self, what: str) -> PatternError:
        return PatternError(f"'{self._source}': {what}")

    def _sequence(self) -> list[_Part]:
        """Elements up to the end of the line or of the alternative."""
        parts: list[_Part] = []
        while self._elements and self._elements[0] not in {"|", ")", ")?"}:
            parts.append(self._part(self._elements.pop(0)))
        if not parts:
            raise self._error("an empty alternative")
        if isinstance(parts[0], _Gap):
            raise self._error("a gap at the beginning")
        return parts

    def _part(self, element: str) -> _Part:
        if element in self._gaps:
            return self._gaps[element]
        if element == "$":
            return _ClauseEnd()
        if element == "(":
            return self._alternatives()
        optional = element.endswith("?")
        element = element.removesuffix("?")
        if not element.startswith("<"):
            return _Choice(_Phrases([self._phrase([element])]), optional=optional)
        name = element[1:-1]
        phrases = self._lists.phrases(name)
        if phrases is None:
            raise self._error(f"there is no word list <{name}>")
        self.words |= self._lists.words(name)
        return _Choice(phrases, optional=optional)

    def _alternatives(self) -> _Part:
        phrases: list[list[str]] = []
        sequences: list[list[_Part]] = []
        closing = ""
        while closing not in {")", ")?"}:
            plain = self._plain_words()
            if plain:
                phrases.append(self._phrase(plain))
            else:
                sequences.append(self._sequence())
            if not self._elements:
                raise self._error("a bracket that does not close")
            closing = self._elements.pop(0)
        return _Choice(_Phrases(phrases), sequences, optional=closing == ")?")

    def _plain_words(self) -> list[str]:
        """Takes the next alternative if it is words only; else takes nothing."""
        size = 0
        for element in self._elements:
            if element in {"|", ")", ")?"}:
                break
            if element in self._gaps or element in {"(", "$"} or element[0] == "<" or element[-1] == "?":
                return []
            size += 1
        taken, self._elements = self._elements[:size], self._elements[size:]
        return taken

    def _phrase(self, elements: Sequence[str]) -> list[str]:
        found = [word for element in elements for word in _phrase_words(element)]
        if not found:
            raise self._error(f"no word in '{' '.join(elements)}'")
        self.words.update(found)
        return found


@lru_cache(maxsize=8192)
def _phrase_words(phrase: str) -> tuple[str, ...]:
    """The normalised words of a phrase, as patients' words are normalised; `urinat*` stays."""
    found: list[str] = []
    for piece in phrase.split():
        if piece.endswith("*") and len(piece) > _SHORTEST_STEM:
            found.append(piece.lower())
        else:
            found.extend(t.text for t in tokenize(piece) if t.is_word or t.text == ",")
    return tuple(found)
