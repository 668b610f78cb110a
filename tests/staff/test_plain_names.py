"""Every name of the contract can be read, and no level's words are lost in its colour."""

from __future__ import annotations

import pytest

from staff.plain_names import LEVELS, listed, plain, question, title
from triage.table import DISPOSITIONS


def test_every_level_has_a_name_in_the_contracts_order() -> None:
    assert tuple(LEVELS) == DISPOSITIONS
    assert len({level.title for level in LEVELS.values()}) == len(LEVELS)


@pytest.mark.parametrize("name", LEVELS)
def test_the_words_stand_out_from_their_box(name: str) -> None:
    assert contrast(LEVELS[name].box, LEVELS[name].words) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG reckons it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_names_are_read_as_words() -> None:
    assert plain("recent_spine_procedure") == "recent spine procedure"
    assert plain("1_2_weeks") == "1 to 2 weeks"
    assert title("nerve_signs") == "Nerve signs"
    assert question("health_risks") == "Health risks"
    assert question("confirm_chest_pain") == "Check of one sign: chest pain"


def test_lists_are_read_as_sentences() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert listed([]) == ""
