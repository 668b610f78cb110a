"""Wordings that deny a sign, and the words that undo the denial: each row breaks when its rule is taken away."""

from __future__ import annotations

import pytest

from triage.lexicon import Pattern, Sentences, WordLists
from triage.negation import denial_sense
from triage.sense import Sense
from triage.text import tokenize

FINE = Pattern(
    "((breathe|pee|urination|bladder|stream|face|arms|breathing|eyesight) .."
    " (fine|normal|normally|strong|works|the same)|able to pee|peed this morning"
    "|(no|nothing) .. (breathing trouble|pulsing in my belly|face drooping))",
    WordLists({}),
)

TEXTS = {
    Sense.DOUBTED: [
        # What keeps it from being so.
        "I am struggling to breathe normally",
        "it is hard to breathe fine",
        "unable to breathe normally",
        "I lost normal urination, I mean the urination is not normal",
        "it's been hours since I was able to pee",
        "I have tried everything to be able to pee",
        "only able to pee sitting",
        "my bladder quit works",
        "my stream is half the normal",
    ],
    Sense.OPEN: [
        # Of one side or one moment.
        "my face is fine on the right but droops on the left",
        "my face looks fine in the left, gone in the right",
        "both arms are strong but the left one drifts down",
        "eyesight is fine in one eye",
        "I breathe fine one minute and the next I gasp",
        "my breathing is the same, still really hard",
        "breathing is fine lying down but standing up it's hard",
        "peed this morning, nothing since",
        "peed this morning then it was not possible",
        "I pee fine when I sit but it dribbles",
        # A no of something else.
        "no relief from this breathing trouble",
        "no cough just breathing trouble",
        "no inhaler helps the breathing trouble",
        "nothing beats this pulsing in my belly",
        "no control over my face drooping",
    ],
    Sense.DENIED: [
        # Plain.
        "I can breathe normally",
        "I pee fine but it's hard to walk",
        "breathing is fine but my leg hurts",
        "my face is fine, left leg hurts",
        "peed this morning, all good",
        "ever since I lifted it I breathe fine",
        "no breathing trouble",
        "only my back hurts, bladder works",
    ],
}


def sense(text: str) -> Sense:
    sentences = Sentences(tokenize(text))
    (match, *_) = FINE.find(sentences)
    return denial_sense(sentences.tokens, match)


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for expected in TEXTS for text in TEXTS[expected]])
def test_the_words_around_a_denial_undo_it_or_leave_it(text: str, expected: Sense) -> None:
    assert sense(text) is expected
