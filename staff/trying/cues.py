"""Which words made the bot read a sign as denied, doubted, past or another person's, or pass it over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from triage.red_flags import PRESENT, Finding

Find = Callable[[str], Iterable[Finding]]

_WORD = re.compile(r"[^\s,.;:!?()\"]+")
# A longer message than this has its cue near the sign, and trying each word would take seconds.
_MOST_WORDS = 60


def cues(text: str, name: str, find: Find) -> tuple[str, ...]:
    """The words without each of which the sign `name` would be read in another sense.

    Each word is left out once, and `find` reads the rest: what changes the sense is a cue. Empty if no single word
    does, as where two words say the same ("nobody, never").
    """
    sense = _sense(text, name, find)
    if sense is None:
        return ()
    changed = [word for word, rest in _left_out(text) if _sense(rest, name, find) not in (None, sense)]
    return tuple(dict.fromkeys(changed))


def passed_over(text: str, find: Find) -> dict[str, tuple[str, ...]]:
    """The signs that are not read in the text, but would be as present without one of these words."""
    read = {finding.name for finding in find(text)}
    found: dict[str, tuple[str, ...]] = {}
    for word, rest in _left_out(text):
        for finding in find(rest):
            if finding.name not in read and finding.state == PRESENT:
                found[finding.name] = (*found.get(finding.name, ()), word)
    return found


def _left_out(text: str) -> Iterator[tuple[str, str]]:
    """Each word, and the text without it."""
    for word in list(_WORD.finditer(text))[:_MOST_WORDS]:
        yield word.group(), text[: word.start()] + text[word.end() :]


def _sense(text: str, name: str, find: Find) -> tuple[str, str] | None:
    return next(((f.state, f.sense.value) for f in find(text) if f.name == name), None)
