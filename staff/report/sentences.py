"""The sentences that the bot did not understand, the same ones together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from staff.report.conversation import Unclear

# More different sentences than a person reads are not kept.
MOST_KEPT = 5_000


@dataclass(frozen=True)
class Sentence:
    """A sentence, how often it came, and what was known of it; `flags`: the red flags that it states or may mean."""

    text: str
    times: int
    asking: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass
class Sentences:
    """Collects them; `left_out`: how many messages were not kept, because there were too many different ones."""

    left_out: int = 0
    _times: Counter[str] = field(default_factory=Counter)
    _first: dict[str, Unclear] = field(default_factory=dict)
    _asking: dict[str, set[str]] = field(default_factory=dict)

    def add(self, unclear: Unclear) -> None:
        key = unclear.text.casefold()
        if key not in self._first and len(self._first) >= MOST_KEPT:
            self.left_out += 1
            return
        self._times[key] += 1
        self._first.setdefault(key, unclear)
        if unclear.asking:
            self._asking.setdefault(key, set()).add(unclear.asking)

    def all(self) -> list[Sentence]:
        """Those with a red flag first, then the most frequent; never in the order in which they were said."""
        found = [
            Sentence(said.text, self._times[key], tuple(sorted(self._asking.get(key, ()))), said.nearest, said.flags)
            for key, said in self._first.items()
        ]
        return in_order(found)


def in_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those with a red flag first, then the most frequent, then by the alphabet."""
    return sorted(sentences, key=lambda s: (not s.flags, -s.times, s.text.casefold()))


def marked(sentences: Iterable[Sentence], flags_in: Callable[[str], Iterable[str]]) -> list[Sentence]:
    """The same, with the red flags too that `flags_in` finds in them today."""
    return in_order(
        replace(sentence, flags=tuple(dict.fromkeys((*sentence.flags, *flags_in(sentence.text)))))
        for sentence in sentences
    )
