"""A sign that stands in a work is nobody's, and one that came while somebody looked at a work is theirs."""

from __future__ import annotations

import pytest

from tests.triage.bracketed import bracketed
from triage.made_up import is_made_up


def made_up(text: str) -> bool:
    return is_made_up(*bracketed(text))


@pytest.mark.parametrize(
    "text",
    [
        "the film where the hero shouts [chest pain] and dances",
        "posters in the waiting room always list [chest pain]",
        "the crossword clue was [chest pain], nine letters",
        "which charity has the leaflet about [chest pain]",
        "my parrot says [chest pain]. I have a stiff back",
    ],
)
def test_a_sign_in_a_work_is_nobodys(text: str) -> None:
    assert made_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have [chest pain]",
        "I was watching a film and got [chest pain]",
        "[chest pain] during the film",
        "[chest pain] since the museum",
        "at the quiz I had [chest pain]",
        "I saw your poster, I have [chest pain]",
        "good film. [chest pain] since",
    ],
)
def test_a_sign_beside_a_work_is_the_writers(text: str) -> None:
    assert not made_up(text)
