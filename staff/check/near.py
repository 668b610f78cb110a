"""Texts that nearly repeat one another: the same words in another order, one word more, or one letter off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9']+")
# Without these a text says the same.
_SMALL = frozenset({"a", "an", "the", "please", "pls"})
# Shorter texts have hardly another wording: "it did", "did it".
_WORDS_IN_ANOTHER_ORDER = 3
_WORDS_BESIDE_ONE_MORE = 6
_LETTERS_OF_A_TYPO = 5


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """A text's words in small letters, without signs."""
    return " ".join(_WORD.findall(text.lower().replace("’", "'")))


_Texts = tuple[tuple[str, str], ...]


@lru_cache(maxsize=4)
def near_pairs(texts: _Texts) -> tuple[tuple[int, int], ...]:
    """The places of every two plain texts of different groups that nearly repeat one another, not of equal ones.

    Each text comes with its group.
    """
    pairs = {(min(pair), max(pair)) for pair in (*_other_order(texts), *_one_more(texts), *_one_letter_off(texts))}
    return tuple(sorted((a, b) for a, b in pairs if texts[a][0] != texts[b][0] and texts[a][1] != texts[b][1]))


def _other_order(texts: _Texts) -> Iterator[tuple[int, int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, (text, _) in enumerate(texts):
        words = tuple(sorted(word for word in text.split() if word not in _SMALL))
        if len(words) >= _WORDS_IN_ANOTHER_ORDER:
            yield from ((other, at) for other in places[words])
            places[words].append(at)


def _one_more(texts: _Texts) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, (text, _) in enumerate(texts):
        places[text].append(at)
    for at, (text, _) in enumerate(texts):
        words = text.split()
        if len(words) > _WORDS_BESIDE_ONE_MORE:
            for left_out in range(len(words)):
                without = " ".join(words[:left_out] + words[left_out + 1 :])
                yield from ((other, at) for other in places.get(without, ()))


def _one_letter_off(texts: _Texts) -> Iterator[tuple[int, int]]:
    """Texts that differ in one long word, and in one letter of it."""
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for at, (text, _) in enumerate(texts):
        words = text.split()
        for left_out, word in enumerate(words) if len(words) >= _WORDS_IN_ANOTHER_ORDER else ():
            if len(word) < _LETTERS_OF_A_TYPO:
                continue
            words[left_out] = "_"
            found = places[" ".join(words)]
            words[left_out] = word
            yield from ((other, at) for other, its in found if is_one_off(its, word))
            found.append((at, word))


def is_one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter: another, one more, or two that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, its = one[start:], other[start:]
    swapped = rest[:2] == its[:2][::-1] and rest[2:] == its[2:] and len(rest) >= 2
    return rest[1:] == its[1:] or rest[1:] == its or rest == its[1:] or swapped
