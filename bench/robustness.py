"""The same phrasings as people in pain type them: each spoiled in one or two ways, always the same ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_NEIGHBOURS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (
            "sqzw vnbg xsdv sfce wrd dgcv fhbv gjbn uok hknm jlm kop njk "
            "bmh ipl ol wa etf adwz rgy yij cbg qes zsc tgu xas"
        ).split(),
        strict=True,
    )
)
_FILLERS = ("um ", "so ", "well ", "honestly ", "like ", "ok so ", "hi ", "please help, ", "ugh ", "omg ")
_DROPPED = frozenset("the a an my is am are of to it that just i have been".split())
_WORD = re.compile(r"[A-Za-z']+")


def spoiled(text: str, seed: int = 1) -> str:
    """`text` with one slip of the fingers in a longer word and one other change of form.

    The same text and seed always give the same. What is left says the same to a reader.
    """
    chance = random.Random(f"{seed} {text}")
    changes: list[Callable[[str, random.Random], str]] = [_case, _without_apostrophes, _dropped, _filler, _unpunctuated]
    return chance.choice(changes)(_slip(text, chance), chance)


def _slip(text: str, chance: random.Random) -> str:
    """Two letters swapped, one doubled, lost or hit beside the key, inside a word of five letters or more."""
    words = [match for match in _WORD.finditer(text) if len(match.group()) >= 5 and "'" not in match.group()]
    if not words:
        return text
    word = chance.choice(words)
    place = chance.randrange(word.start() + 1, word.end() - 1)
    letter, after = text[place], text[place + 1]
    kind = chance.choice(("swap", "double", "lose", "neighbour"))
    if kind == "swap":
        return text[:place] + after + letter + text[place + 2 :]
    if kind == "double":
        return text[:place] + letter + text[place:]
    if kind == "lose":
        return text[:place] + text[place + 1 :]
    beside = _NEIGHBOURS.get(letter.lower())
    return text[:place] + chance.choice(beside) + text[place + 1 :] if beside else text


def _case(text: str, chance: random.Random) -> str:
    return text.upper() if chance.random() < 0.4 else text.lower()


def _without_apostrophes(text: str, chance: random.Random) -> str:
    return text.replace("'", "").replace("’", "")


def _dropped(text: str, chance: random.Random) -> str:
    """One small word is missing; of a text of three words or less none."""
    words = text.split(" ")
    small = [place for place, word in enumerate(words) if word.lower() in _DROPPED]
    if len(words) < 4 or not small:
        return text
    place = chance.choice(small)
    return " ".join([*words[:place], *words[place + 1 :]])


def _filler(text: str, chance: random.Random) -> str:
    return chance.choice(_FILLERS) + text


def _unpunctuated(text: str, chance: random.Random) -> str:
    return re.sub(r"[.,;:!?]+(\s|$)", r"\1", text)
