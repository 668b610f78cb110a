"""Misspelt words are mended toward the lexicon, and English words are left alone."""

from __future__ import annotations

import time

import pytest

from triage.spelling import Speller, edit_distance
from triage.text import tokenize

VOCABULARY = {
    "bladder", "numb", "numbness", "leaking", "urinate", "urinal", "chest", "legs", "feel",
    "paralyzed", "pee", "ripping", "groin", "unable", "shoulder", "warfarin",
}  # fmt: skip
KNOWN = {"leaning", "ladder", "lets", "number", "test", "fear"}
SPELLER = Speller(VOCABULARY, KNOWN)


def mended(text: str) -> str:
    return " ".join(token.text for token in SPELLER.mend(tokenize(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("blader", "bladder"),
        ("bladdr", "bladder"),
        ("numness", "numbness"),
        ("unabel", "unable"),
        ("sholder", "shoulder"),
        ("paralized", "paralyzed"),
        ("parilized", "paralyzed"),
        ("nubm", "numb"),
        ("nummb", "numb"),
        ("chst", "chest"),
        ("feal", "feel"),
        ("leggs", "legs"),
        ("leakin", "leaking"),
        ("ripin", "ripping"),
        ("warfrin", "warfarin"),
        ("urinat", "urinate"),
    ],
)
def test_a_misspelt_word(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "word",
    ["leaning", "ladder", "number", "fear", "per", "xqzzy", "brooklin", "pea", "nvmb", "hladder", "38.5"],
)
def test_a_word_that_is_left_alone(word: str) -> None:
    assert mended(word) == word


def test_offsets_stay() -> None:
    text = "my blader is numm"
    assert [(t.start, t.end) for t in SPELLER.mend(tokenize(text))] == [
        (t.start, t.end) for t in tokenize(text)
    ]


def test_without_a_list_of_english_words_nothing_is_mended() -> None:
    tokens = tokenize("blader")
    assert Speller(VOCABULARY, ()).mend(tokens) == tokens


@pytest.mark.parametrize(
    ("left", "right", "limit", "distance"),
    [
        ("numb", "numb", 2, 0),
        ("numb", "nubm", 2, 1),
        ("numb", "num", 2, 1),
        ("numb", "dumb", 2, 1),
        ("numb", "groin", 2, 3),
        ("numb", "numbness", 2, 3),
    ],
)
def test_edit_distance(left: str, right: str, limit: int, distance: int) -> None:
    assert edit_distance(left, right, limit) == distance


def test_gibberish_costs_little() -> None:
    words = " ".join(f"b{i:x}ladr".translate(str.maketrans("0123456789", "ghijklmnop")) for i in range(1000))
    tokens = tokenize(words)
    began = time.process_time()
    Speller(VOCABULARY, KNOWN).mend(tokens)
    assert time.process_time() - began < 0.4
