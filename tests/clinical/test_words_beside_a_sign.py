"""Words beside a stated sign, of whatever kind, do not hide it from the table."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from rasa_parts.red_flag_extractor import RED_FLAG, entities_of

SENTENCES = {
    "I have chest pain": "chest_pain",
    "my groin is numb": "saddle_numbness",
    "I can't pee": "urinary_retention",
    "I wet myself": "incontinence",
    "my leg is weak": "leg_weakness",
    "I passed out": "collapse",
    "my speech is slurred": "stroke_signs",
    "my legs are numb": "both_legs",
    "I can't breathe": "breathing_difficulty",
    "I want to die": "self_harm",
}
NAMES = {
    "chest pain": "chest_pain",
    "numbness between my legs": "saddle_numbness",
    "numb groin": "saddle_numbness",
    "weakness in my leg": "leg_weakness",
    "throbbing lump in my belly": "aneurysm_signs",
    "pins and needles in both legs": "both_legs",
    "slurred speech": "stroke_signs",
}
# Of these a few are only asked about, or lie behind a denial: at least so many of the ways are heard.
SECOND_TIER = {
    "fever": "fever",
    "blood in my urine": "kidney_signs",
    "unexplained weight loss": "weight_loss",
    "swelling and redness in one calf": "clot_signs",
    "blistering rash on one side": "shingles_rash",
}
LEAST_HEARD = 0.98
WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("words_beside_a_sign.yml").read_text("utf-8"))


def hidden(words: str, signs: dict[str, str]) -> list[str]:
    """The signs that the table neither acts on nor asks about among these words."""
    return [sign for sign, flag in signs.items() if flag not in heard(words.format(sign=sign))]


def heard(text: str) -> set[str]:
    found = [entity for entity in entities_of(text) if entity["entity"] == RED_FLAG]
    return {flag["value"] for flag in found if flag["role"] in {"present", "unsure"}}


@pytest.mark.parametrize("words", WORDS["sentences"])
def test_a_stated_sign_is_heard(words: str) -> None:
    assert hidden(words, SENTENCES) == []


@pytest.mark.parametrize("words", WORDS["names"])
def test_a_named_sign_is_heard(words: str) -> None:
    assert hidden(words, NAMES) == []


@pytest.mark.parametrize("sign", SECOND_TIER)
def test_a_sign_of_the_second_tier_is_heard_nearly_always(sign: str) -> None:
    lost = [words for words in WORDS["names"] if hidden(words, {sign: SECOND_TIER[sign]})]
    assert 1 - len(lost) / len(WORDS["names"]) >= LEAST_HEARD, lost
