"""Which of thousands of patterns can lie in a message at all, told without looking at each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from triage.lexicon import Pattern, Sentences

Owner = TypeVar("Owner", bound=Hashable)


class PatternIndex(Generic[Owner]):
    """Patterns, each with its owner, by the words that have to be there."""

    def __init__(self, owned: Iterable[tuple[Owner, Pattern]]) -> None:
        owned = list(owned)
        shared_by = Counter(needed for _, pattern in owned for needed in pattern.needs)
        # Comparing numbers is much quicker than comparing sets of words.
        numbers = {needed: number for number, needed in enumerate(shared_by)}
        # Each pattern stands under the need that fewest others share: most are then never looked at.
        self._by_rarest: dict[int, list[tuple[int, frozenset[int]]]] = {}
        for place, (_, pattern) in enumerate(owned):
            rarest = min(pattern.needs, key=lambda needed: (shared_by[needed], numbers[needed]))
            needs = frozenset(numbers[needed] for needed in pattern.needs)
            self._by_rarest.setdefault(numbers[rarest], []).append((place, needs))
        self._owned = owned
        self._of_word: dict[str, list[int]] = {}
        self._of_stem: dict[str, list[int]] = {}
        for needed, number in numbers.items():
            for word in needed.words:
                self._of_word.setdefault(word, []).append(number)
            for stem in needed.stems:
                self._of_stem.setdefault(stem, []).append(number)

    def candidates(self, sentences: Sentences) -> dict[Owner, list[Pattern]]:
        """The patterns of which every necessary part has a word in the message, in their order, by their owner."""
        met: set[int] = set()
        met.update(*(self._of_word.get(word, ()) for word in sentences.vocabulary))
        met.update(*(self._of_stem.get(stem, ()) for stem in sentences.stems))
        found: dict[Owner, list[Pattern]] = {}
        for place in sorted(
            place
            for rarest in met & self._by_rarest.keys()
            for place, needs in self._by_rarest[rarest]
            if needs <= met
        ):
            owner, pattern = self._owned[place]
            found.setdefault(owner, []).append(pattern)
        return found
