"""When a date in the past is the sign's own, when it may be, and when it is another thing's."""

from __future__ import annotations

import pytest

from tests.triage.bracketed import bracketed
from triage.past import time_sense
from triage.sense import Sense, place_of


def sense(text: str) -> Sense:
    return time_sense(place_of(*bracketed(text)))


@pytest.mark.parametrize(
    "text",
    [
        "ten years ago I had a [numb groin]",
        "[my groin was numb] after an op in 2019",
        "in 2019 [my groin was numb]",
        "[numb groin] in 2019, all good since then",
        "I had a [numb groin], but that was ten years ago",
        "I [fainted], in 2015 at a concert",
        "ten years ago, I [fainted]",
        "a good many years ago, I [fainted]",
        "I had an op in 2019, [could not pee] for a day",
        "I [fainted] when I was pregnant",
    ],
)
def test_the_date_of_the_sign(text: str) -> None:
    assert sense(text) is Sense.LONG_PAST


@pytest.mark.parametrize(
    "text",
    [
        "[my groin is numb] after an op in 2019",
        "after my op in 2019 a [numb groin]",
        "[numb groin] following surgery two years ago",
        "in 2019 [my groin went numb] and it never recovered",
        "in 2019 [my groin was numb] and still is",
        "[my groin was numb] ten years ago and now it is again",
        "heart attack in 2015, [chest pain]",
        "heart attack in 2015 and [chest pain]",
        "I had a disc op 3 years ago and [lost feeling in my groin]",
        "disc op 3 years ago, [couldn't pee] at all",
        "ten years ago I have [chest pain]",
    ],
)
def test_a_date_that_may_be_another_things_is_asked_about(text: str) -> None:
    assert sense(text) is Sense.DOUBTED


@pytest.mark.parametrize(
    "text",
    [
        "[my groin is numb]. Three years ago I had surgery",
        "[my groin is numb], ten years ago I had the same op",
        "I have [chest pain]. In 2015 I had a heart attack",
        "[chest pain], cancer in 2015",
        "[chest pain] and previously a heart attack",
        "[chest pain], childhood asthma",
        "[chest pain], had surgery 3 years ago",
        "[numb groin], used to be a nurse",
        "disc op 3 years ago, [my groin is numb]",
        "since an op in 2019 [my groin is numb]",
        "ten years ago I hurt my back and my [groin is numb]",
        "disc op 3 years ago, [couldn't pee] last night",
        "back surgery in 2019, [my groin went numb] on Saturday",
        "disc op 3 years ago and [couldn't pee] last night",
        "I [wet myself] for the last year",
    ],
)
def test_the_date_of_another_thing(text: str) -> None:
    assert sense(text) in {Sense.STATED, Sense.RECENT_PAST}
