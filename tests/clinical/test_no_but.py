""""No X but Y" finds Y, whatever X and Y are, and never takes X for stated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from rasa_parts.red_flag_extractor import RED_FLAG, entities_of
from triage.red_flags import PRESENT, UNSURE

DENIED = {
    "collapse": "fainting",
    "chest_pain": "chest pain",
    "breathing_difficulty": "shortness of breath",
    "urinary_retention": "trouble peeing",
    "saddle_numbness": "numbness between my legs",
    "both_legs": "tingling in both legs",
    "fever": "fever",
    "kidney_signs": "burning pee",
}
STATED = {
    "collapse": "I passed out",
    "chest_pain": "my chest is tight",
    "breathing_difficulty": "I can't catch my breath",
    "tearing_pain": "it's a ripping pain",
    "aneurysm_signs": "my stomach is pulsing",
    "stroke_signs": "my face is drooping",
    "major_trauma": "I fell off a ladder",
    "urinary_retention": "I can't pee",
    "incontinence": "I wet myself",
    "saddle_numbness": "I'm numb down there",
    "sexual_change": "I can't get hard since",
    "both_legs": "both legs tingle",
    "leg_weakness": "my foot drags",
    "self_harm": "I want to die",
    "overdose": "I took the whole bottle",
    "fever": "I have chills",
    "cancer_history": "I had breast cancer",
    "blood_thinner": "I take Eliquis",
    "kidney_signs": "it burns when I pee",
    "pregnancy": "I'm pregnant",
}
CONTRASTS = (
    "no {x} but {y}",
    "I don't have {x}. But {y}.",
    "no {x}, just {y}",
    "neither {x} nor anything, although {y}",
    "{x}? no, but {y}",
    "never had {x}, only {y}",
    "no {x} except {y}",
)
# The second half may be meant as denied too: it is asked at least.
ADDED = ("no {x} and {y}", "no {x}, {y}")


def pairs() -> Iterator[tuple[str, str]]:
    return ((x, y) for x in DENIED for y in STATED if x != y)


@cache
def states(text: str) -> dict[str, str]:
    return {e["value"]: e["role"] for e in entities_of(text) if e["entity"] == RED_FLAG}


@pytest.mark.parametrize("sentence", CONTRASTS)
def test_what_comes_after_but_is_found(sentence: str) -> None:
    missed = [t for x, y in pairs() if states(t := sentence.format(x=DENIED[x], y=STATED[y])).get(y) != PRESENT]
    assert missed == []


@pytest.mark.parametrize("sentence", CONTRASTS)
def test_what_is_denied_before_but_is_not_taken_for_stated(sentence: str) -> None:
    wrong = [t for x, y in pairs() if states(t := sentence.format(x=DENIED[x], y=STATED[y])).get(x) == PRESENT]
    assert wrong == []


@pytest.mark.parametrize("sentence", ADDED)
def test_what_is_added_without_but_is_found_or_asked(sentence: str) -> None:
    texts = [(sentence.format(x=DENIED[x], y=STATED[y]), y) for x, y in pairs()]
    missed = [text for text, y in texts if states(text).get(y) not in (PRESENT, UNSURE)]
    assert missed == []
