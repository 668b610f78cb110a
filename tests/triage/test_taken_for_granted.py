"""A "no" that takes the sign for granted makes the bot ask; a plain denial denies as before."""

from __future__ import annotations

import pytest

from tests.triage.bracketed import bracketed_sense
from triage.sense import Sense


@pytest.mark.parametrize(
    "text",
    [
        "neither the heat nor the whisky has laid a finger on this [chest pain]",
        "yesterday's ache was not a patch on today's [chest pain]",
        "not a single tablet has made a dent in my [chest pain]",
        "not for love nor money can I get away from this [chest pain]",
        "what I would give for five minutes without this [chest pain]",
        "there isn't a word in English for the [chest pain] I have now",
        "two births and none held a candle to the [chest pain] I'm having",
        "nobody said a word about [chest pain], which I've got in spades",
        "there's not a position on this earth that helps my [chest pain]",
        "years of a bad back but never [chest pain] before today",
    ],
)
def test_a_sign_that_is_taken_for_granted_is_not_denied(text: str) -> None:
    assert bracketed_sense(text) in (Sense.STATED, Sense.DOUBTED)


@pytest.mark.parametrize(
    "text",
    [
        "no [chest pain]",
        "I have no [chest pain] with this",
        "I don't have any [chest pain] and this is only my back",
        "neither [chest pain] nor fever",
        "without [chest pain]",
        "never had my [foot give out]",
        "no [chest pain], I have a stiff back",
        "no [chest pain] that I have noticed",
    ],
)
def test_a_plain_denial_still_denies(text: str) -> None:
    assert bracketed_sense(text) in (Sense.DENIED, Sense.LISTED)
