"""How well a bot hears: counted over the held-out sentences that no bot was trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from staff.check.contract import contract
from triage.table import rank

# Not read from clinical/: an edit there must not take a sign out of what is watched.
ACT_ALONE = frozenset(contract().acts_alone)
SIGNS, OTHER_SIGNS, PLAIN, INTENTS = (
    "signs that act alone, acted on",
    "other signs, heard or asked about",
    "plain messages, left alone",
    "questions and statements, understood",
)


@dataclass(frozen=True)
class Sentence:
    """A held-out sentence: the red flag that it states ("": none), or the intent that it has."""

    text: str
    flag: str = ""
    intent: str | None = None
    level: str | None = None


@dataclass(frozen=True)
class Numbers:
    """What was right, of how many, by what was counted; and the sentences in which a lone sign was missed."""

    counts: Mapping[str, tuple[int, int]]
    missed: frozenset[Sentence]


def count(sentences: Sequence[Sentence], ask: Callable[[str], Mapping[str, Any]]) -> Numbers:
    """Say each sentence to the bot, each in a conversation of its own."""
    right, total, missed = Counter[str](), Counter[str](), set[Sentence]()
    for sentence in sentences:
        heard = ask(sentence.text)
        what = _what(sentence)
        total[what] += 1
        if _is_right(sentence, heard):
            right[what] += 1
        elif what == SIGNS:
            missed.add(sentence)
    kinds = [what for what in (SIGNS, OTHER_SIGNS, PLAIN, INTENTS) if total[what]]
    return Numbers({what: (right[what], total[what]) for what in kinds}, frozenset(missed))


def _what(sentence: Sentence) -> str:
    if sentence.intent is not None:
        return INTENTS
    if not sentence.flag:
        return PLAIN
    return SIGNS if sentence.flag in ACT_ALONE else OTHER_SIGNS


def _is_right(sentence: Sentence, heard: Mapping[str, Any]) -> bool:
    if sentence.intent is not None:
        return bool(heard.get("intent") == sentence.intent)
    flags, responses = heard.get("red_flags") or {}, heard.get("responses") or ()
    if not sentence.flag:
        asked = any(name.startswith("utter_ask_confirm_") for name in responses)
        return not flags.get("present") and not asked
    is_noted = sentence.flag in (*flags.get("present", ()), *flags.get("unsure", ()))
    is_asked = f"utter_ask_confirm_{sentence.flag}" in responses
    at_its_level = sentence.level is not None and rank(heard.get("disposition")) >= rank(sentence.level)
    return is_noted or is_asked or at_its_level
