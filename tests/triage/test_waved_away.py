"""A sign that is taken back in other words than a plain denial is asked about, and one that is not stays stated."""

from __future__ import annotations

import pytest

from tests.triage.bracketed import bracketed
from triage.sense import place_of
from triage.waved_away import is_waved_away


def waved_away(text: str) -> bool:
    return is_waved_away(place_of(*bracketed(text)))


@pytest.mark.parametrize(
    "text",
    [
        "you keep on about [chest pain] and I haven't got it",
        "as far as [chest pain] goes, I've none",
        "the [chest pain] you mention, no",
        "[chest pain] is not something I have",
        "[chest pain] does not apply to me",
        "my answer to [chest pain] is a firm no",
        "can confirm the absence of [chest pain]",
        "free from [chest pain] and cheerful",
        "I've nae [chest pain]",
        "not troubled with [chest pain]",
        "you can cross [chest pain] off",
        "nothing to report on the [chest pain]",
        "[chest pain], chemo, fancy drugs, no, no and no",
        "not once this week have I had [chest pain]",
    ],
)
def test_what_is_taken_back(text: str) -> None:
    assert waved_away(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have [chest pain]",
        "never free of the [chest pain]",
        "not bothered by the back but the [chest pain] is bad",
        "[chest pain], which is not me",
        "[chest pain]. I have none of the rest",
        "[chest pain] and I hope I don't wake up",
        "[chest pain] even if I don't move",
        "[chest pain], I haven't got any aspirin",
        "[chest pain] and it was not there earlier",
    ],
)
def test_what_is_not(text: str) -> None:
    assert not waved_away(text)
