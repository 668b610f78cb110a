"""What an answer to the question about one sign says of it without naming it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.patients import TABLE
from triage.asked_answers import answer_about, is_contrasted
from triage.red_flags import ASKED_KINDS, DENIED, PRESENT, UNSURE, load_lexicon
from triage.sense import Sense

LEXICON = load_lexicon(Path(__file__).parents[2] / "clinical" / "lexicon", TABLE.acts_alone())

SAID = [
    ("urinary_retention", "nothing comes out!!! i been sat here 40 minutes", PRESENT),
    ("urinary_retention", "it is harder than usual, have to bear down", PRESENT),
    ("urinary_retention", "flows like a river, no bother", DENIED),
    ("urinary_retention", "I went 10 mins ago, easy", DENIED),
    ("urinary_retention", "I went 10 hours ago", None),
    ("urinary_retention", "hard to get it going", PRESENT),
    ("urinary_retention", "just hard to get up to go", None),
    ("urinary_retention", "only a drop", PRESENT),
    ("urinary_retention", "i feel every drop", None),
    ("urinary_retention", "yes i can feel when i need to", UNSURE),
    ("urinary_retention", "yes nothing comes", PRESENT),
    ("urinary_retention", "I've a catheter in so I couldn't tell you", None),
    ("chest_pain", "a wee bit of pressure aye", PRESENT),
    ("chest_pain", "tight yes, pain no", None),
    ("chest_pain", "SO TIGHT I CANT", PRESENT),
    ("chest_pain", "not a twinge", DENIED),
    ("chest_pain", "should I be worried about my heart?", None),
    ("leg_weakness", "it is not having power, I am dragging it", PRESENT),
    ("leg_weakness", "thought it was numb earlier but I'd been sitting on it", None),
    ("leg_weakness", "doesnt drag, i swing it round from the hip", None),
    ("incontinence", "dry as a bone", DENIED),
    ("incontinence", "there was a damp patch but hard to say whose it is", None),
    ("collapse", "everything going grey at the edges", PRESENT),
    ("tearing_pain", "worst ever", PRESENT),
    ("tearing_pain", "about a 4", DENIED),
    ("tearing_pain", "not that bad but the worst i had", PRESENT),
    ("pregnancy", "22 weeks", PRESENT),
    ("pregnancy", "I'm a bloke", DENIED),
    ("fever", "no fever but i wake up soaked", PRESENT),
    ("fever", "98.4", DENIED),
    ("saddle_numbness", "No numb, no tingle.", DENIED),
    ("saddle_numbness", "only my foot tingles, nothing between the legs", None),
    ("saddle_numbness", "feels same as always", DENIED),
    ("saddle_numbness", "does not feel the same as always", None),
    ("incontinence", "not a drop", DENIED),
    ("incontinence", "only a drop", PRESENT),
    ("incontinence", "I don't always make it", None),
    ("saddle_numbness", "my hands are tingling", None),
    ("saddle_numbness", "I can feel the chair perfectly", DENIED),
    ("saddle_numbness", "didn't feel the towel", PRESENT),
    ("breathing_difficulty", "can talk no bother", DENIED),
    ("breathing_difficulty", "none of the sprays are helping me get my breath back", None),
    ("breathing_difficulty", "I can not talk easily", None),
    ("leg_weakness", "can hop on each one", DENIED),
    ("leg_weakness", "can't hop on either", None),
    ("leg_weakness", "can wiggle my toes but not lift the foot", PRESENT),
    ("incontinence", "I go when I want", DENIED),
    ("incontinence", "I can't go when I want", None),
    ("major_trauma", "was just sitting at my desk", DENIED),
    ("major_trauma", "was sitting in my car when a truck hit me", PRESENT),
    ("pregnancy", "got a positive test saturday, havent told anyone yet", PRESENT),
    ("tearing_pain", "felt it rip and it hasn't stopped", PRESENT),
    ("tearing_pain", "childbirth was worse", DENIED),
    ("tearing_pain", "worse than childbirth", None),
    ("saddle_numbness", "it is tingling, and my hands too", PRESENT),
    ("chest_pain", "my back is tight", None),
    ("tearing_pain", "I ripped my trousers when I bent down", None),
    ("chest_pain", "what do you mean", None),
    ("chest_pain", "what kind of tightness", None),
]


@pytest.mark.parametrize(("flag", "text", "state"), SAID)
def test_it_says_yes_or_no_or_nothing_sure(flag: str, text: str, state: str | None) -> None:
    found = answer_about(LEXICON, flag, text)
    assert (found.state if found else None) == state
    assert found is None or (found.sense is Sense.ANSWERED and found.words in text)


@pytest.mark.parametrize("flag", sorted(TABLE.flags))
def test_every_flag_that_is_asked_about_has_lines_for_yes_and_for_no(flag: str) -> None:
    assert all(LEXICON.lines(flag, kind) for kind in ASKED_KINDS)


@pytest.mark.parametrize("text", ["nothing comes out", "22 weeks", "dry as a bone", "worst ever", "flows fine"])
def test_outside_the_question_the_lines_are_not_read(text: str) -> None:
    assert all(finding.sense is not Sense.ANSWERED for finding in LEXICON.find(text))


def test_but_sets_two_mentions_against_each_other() -> None:
    assert is_contrasted(" but my forehead is ") and not is_contrasted(" and my ")
