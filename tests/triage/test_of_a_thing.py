"""A sign of a thing or an animal is asked about; one of the patient beside a thing stays stated."""

from __future__ import annotations

import pytest

from tests.triage.bracketed import bracketed_sense
from triage.sense import Sense


@pytest.mark.parametrize(
    "text",
    [
        "the roof of the site hut is [leaking] so we sit on buckets",
        "the settee has a [dead leg], we prop it on a brick",
        "I bent down because the old van [wheezes] up every hill",
        "the plaster wall I've been skimming is [cold and clammy]",
        "tent pole went, the whole thing [collapsed]",
        "deckchair I was moving [collapsed]",
        "a [weak foot] of our bed gave way",
        "the bass at that club was [throbbing]",
    ],
)
def test_a_sign_of_a_thing_is_doubted(text: str) -> None:
    assert bracketed_sense(text) is Sense.DOUBTED


@pytest.mark.parametrize(
    "text",
    [
        "lifting the sofa [chest pain] came on",
        "I was on the sofa [leaking]",
        "the dog pulled me and [my leg is weak]",
        "the wardrobe [fell on me]",
        "the van [crashed]",
        "I moved the fridge, [chest pain]",
        "the bed is [wet]",
        "my phone says [chest pain]",
        "[numb groin] on the sofa",
        "the machine slipped and [chest pain] came",
    ],
)
def test_a_sign_beside_a_thing_stays_stated(text: str) -> None:
    assert bracketed_sense(text) is Sense.STATED
