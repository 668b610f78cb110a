"""Mends misspelt words toward the words that the clinical patterns know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from triage.text import Token

# Shorter words have too many neighbours one letter away ("pee", "per", "see").
MIN_LENGTH = 5
LENGTH_FOR_TWO_EDITS = 9
LONGEST = 20
# Of these only swapped neighbours ("nubm"), a lost letter ("chst") and a wrong vowel are mended.
SWAP_ONLY_LENGTH = 4
_WORD = re.compile(r"[^\W\d_]+")


class Speller:
    """Replaces an unknown word by the one pattern word that is nearest to it.

    A word that English knows is never touched ("leaning" stays, though "leaking" is one letter
    away), so `known` should be a large list; without it nothing is mended.
    """

    def __init__(self, vocabulary: Iterable[str], known: Collection[str]) -> None:
        self._known = frozenset(known) | frozenset(vocabulary)
        # A misspelling and its word share a form that lacks one or two letters of either.
        self._by_shortened: dict[str, set[str]] = {}
        for word in set(vocabulary):
            if len(word) >= SWAP_ONLY_LENGTH and word.isalpha():
                for shortened in _shortened(word):
                    self._by_shortened.setdefault(shortened, set()).add(word)
        self._enabled = bool(known)
        self._cache: dict[str, str] = {}

    @property
    def has_known_words(self) -> bool:
        """False when it was made without a list of English words."""
        return self._enabled

    def knows(self, word: str) -> bool:
        """Whether `word` is English or a word of the patterns."""
        return word in self._known

    def mend(self, tokens: list[Token]) -> list[Token]:
        """The same tokens with misspelt ones replaced; offsets stay."""
        if not self._enabled:
            return tokens
        return [self._mend_token(token) for token in tokens]

    def mended(self, text: str) -> str:
        """A text in lower case with its misspelt words replaced; all else stays as it is."""
        text = text.lower()
        return _WORD.sub(lambda word: self._mended_word(word.group()), text) if self._enabled else text

    def _mend_token(self, token: Token) -> Token:
        word = self._mended_word(token.text)
        return token if word == token.text else replace(token, text=word)

    def _mended_word(self, word: str) -> str:
        if word in self._known or not SWAP_ONLY_LENGTH <= len(word) <= LONGEST or not word.isalpha():
            return word
        if word not in self._cache:
            if len(self._cache) > 10_000:
                self._cache.clear()
            self._cache[word] = self._mend_unknown(word)
        return self._cache[word]

    def _mend_unknown(self, word: str) -> str:
        mended = self._nearest(word)
        if mended == word and word.endswith("in"):  # "leakin", "tinglin"
            with_g = f"{word}g"
            mended = with_g if with_g in self._known else self._nearest(with_g)
            return word if mended == with_g and with_g not in self._known else mended
        return mended

    def _nearest(self, word: str) -> str:
        allowed = _allowed(word)
        best, best_rank = word, (allowed + 1, True, 0)
        candidates = set().union(*(self._by_shortened.get(s, ()) for s in _shortened(word)))
        for candidate in sorted(candidates):
            if candidate[0] != word[0]:
                continue
            alike = _consonants(word) == _consonants(candidate)
            if len(candidate) < MIN_LENGTH and not alike and sorted(word) != sorted(candidate):
                continue
            distance = edit_distance(word, candidate, limit=allowed)
            # Of two equally near: the one with the same consonants, then the longer beginning.
            rank = (distance, not alike, -_common_beginning(word, candidate))
            if distance <= allowed and rank < best_rank:
                best, best_rank = candidate, rank
        return best


def _allowed(word: str) -> int:
    return 2 if len(word) >= LENGTH_FOR_TWO_EDITS else 1


def _common_beginning(left: str, right: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))


def _consonants(word: str) -> str:
    """The word without vowels and with doubled consonants as one: "nummb" is "nmb"."""
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeiouy]", "", word[1:]))


def _shortened(word: str) -> set[str]:
    """The word and its forms with letters left out, as many as mistakes are allowed in it."""
    forms = {word}
    # A word one letter shorter than the limit may be a longer one that lost a letter.
    for _ in range(2 if len(word) >= LENGTH_FOR_TWO_EDITS - 2 else 1):
        forms |= {form[:i] + form[i + 1 :] for form in forms for i in range(len(form))}
    return forms


def edit_distance(left: str, right: str, limit: int) -> int:
    """Damerau-Levenshtein distance (adjacent swaps cost one); `limit + 1` when it is larger."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        current = [i]
        for j, b in enumerate(right, start=1):
            cost = min(
                previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b)
            )
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return previous[-1]
