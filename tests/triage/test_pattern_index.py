"""The patterns that a message can hold are found without looking at each of them."""

from __future__ import annotations

import pytest

from triage.lexicon import Pattern, Sentences, WordLists
from triage.pattern_index import PatternIndex
from triage.text import tokenize

LISTS = WordLists({"pee": ["pee", "urinat*"], "numb": ["numb", "no feeling"], "groin": ["groin", "between my legs"]})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my groin is numb", {"<groin> ... <numb>", "<numb>"}),
        ("my groin hurts", set()),
        ("urinating", {"<pee>", "urin*"}),
        ("", set()),
    ],
)
def test_the_index_keeps_every_pattern_that_can_lie_there(text: str, expected: set[str]) -> None:
    lines = ["<groin> ... <numb>", "<numb>", "<pee>", "urin*", "can not go"]
    index = PatternIndex(("owner", Pattern(line, LISTS)) for line in lines)
    found = index.candidates(Sentences(tokenize(text))).get("owner", [])
    assert {pattern.source for pattern in found} == expected


def test_the_index_gives_each_owner_its_own_patterns_in_their_order() -> None:
    lines = {"two": ["my <groin>", "<numb>"], "one": ["<groin> is", "<pee>"]}
    index = PatternIndex((owner, Pattern(line, LISTS)) for owner, own in lines.items() for line in own)
    found = index.candidates(Sentences(tokenize("my groin is numb")))
    assert {owner: [p.source for p in own] for owner, own in found.items()} == {
        "two": ["my <groin>", "<numb>"],
        "one": ["<groin> is"],
    }
