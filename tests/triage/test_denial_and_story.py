"""A "no" that stands by itself is heard beside a story, and a story that may hold a sign is never passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.patients import TABLE, finding, says
from tests.triage.turns import FRESH
from triage import answers
from triage.absorb import absorb
from triage.denial_and_story import denies_with_a_story, says_no_first, tells_nothing_more
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.sense import Sense

TOLD = (
    "huh no i just slept weird", "nope. just slept weird",
    "Jaysus no, I was only putting the bins out", "lol this got personal quick. no",
    "none, im 44 and it started tuesday", "none im 61 and was picking up the dog when it went", "ew. no", "ehhh no",
    "ah no, grand otherwise, it's only the back that's at me", "heck no, it's my back that's hollerin",
    "nope was only brushing me teeth", "nope, feeling fine apart from the back", "nothing like that, just bent down",
    "wow ok dramatic. no. just a spasm", "im 19 so no lol none", "checked with the wife, none", "nary a one",
    "fit as a fiddle apart from this, so no", "nah bro just can't stand up straight", "no such problem I am having",
    "none po, just my lower back after lifting the rice", "negative, captain", "nope I bent to tie a shoe",
    "no sir, I was raking leaves yesterday",
)  # fmt: skip
NOT_FOR_SURE = (
    "no, it is", "no I do", "no that went away", "no it comes out fine by itself", "no, just my feet are asleep",
    "no. why do you keep asking me", "nope nope im f a i n t i n g help", "no luck since last night",
    "negative, the hose is jammed", "no, all blocked up", "nah it flops about", "nope she dribbles",
    "nah just my back from falling", "nah it's spinning",
    "nope can't stand", "nope it went dead", "nah just can't feel it", "nothing like that since the surgery, well once",
    "no such luck", "nothing like that comes out", "feeling fine is a no", "no I don't feel good",
    "no, not feeling fine",
    "no feeling there", "no i wear a catheter", "no, I can't", "no but it tingles", "no, only the second one",
    "no, well, maybe the leg", "no it just will not go", "no, it's shredding", "no pushing helps", "none to speak of",
    "no, only when I cough", "no, before today never", "no, or does numb count?", "no, it's the left hand",
    "so no urge", "the flow is a no", "no, nothing happens when I try", "no, my wife had to help me up",
)  # fmt: skip
MORE = (
    "not weak, simply asleep", "haven't leaked, burst more like", "not ripping. SHREDDING",
    "no leaks as such, just a flood", "not tearing, is it cutting?", "doesn't drag, i swing it round from the hip",
)  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_the_no_counts_beside_how_it_began(text: str) -> None:
    assert denies_with_a_story(text)


@pytest.mark.parametrize("text", NOT_FOR_SURE)
def test_a_no_that_may_mean_something_else_denies_nothing(text: str) -> None:
    assert not denies_with_a_story(text)


@pytest.mark.parametrize("state", [PRESENT, UNSURE])
def test_what_was_found_or_suspected_beside_the_no_keeps_it_from_denying(state: str) -> None:
    assert not denies_with_a_story(TOLD[0], [finding("chest_pain", state)])


@pytest.mark.parametrize("text", MORE)
def test_a_denied_word_denies_no_sign_where_more_is_told(text: str) -> None:
    denied = replace(finding("leg_weakness", DENIED), end=min(text.find(mark) for mark in ",." if mark in text))
    assert not tells_nothing_more(text, [denied])


def test_an_end_that_says_the_contrary_takes_a_denial_back() -> None:
    text = "not the worst, no... who am I fooling, it is"
    assert not tells_nothing_more(text, [replace(finding("tearing_pain", DENIED), end=len("not the worst"))])


@pytest.mark.parametrize("question", ["emergency_signs", "nerve_signs", "health_risks"])
@pytest.mark.parametrize("text", NOT_FOR_SURE)
def test_no_list_is_closed_by_it(question: str, text: str) -> None:
    answer = answers.tick_answer(says(text), question, TABLE.asked_in(question))
    assert answer.kind != "none" and not answer.denied


@pytest.mark.parametrize("text", NOT_FOR_SURE)
def test_no_sign_is_cleared_by_it(text: str) -> None:
    assert answers.confirmation(says(text), "urinary_retention") != DENIED


def test_what_was_suspected_in_the_whole_message_hides_none_of_its_words() -> None:
    text = "haven't leaked, burst more like"
    denied = replace(finding("incontinence", DENIED), end=text.find(","))
    suspected = replace(finding("tearing_pain", UNSURE), end=len(text), sense=Sense.SUSPECTED)
    assert not tells_nothing_more(text, [denied, suspected])


def test_a_first_time_is_heard_whatever_story_follows() -> None:
    assert says_no_first("no sir. Didn't know a body could do this")
    assert not says_no_first("no, wait, yes, last winter")


def test_a_suspicion_in_a_plain_denial_of_a_list_brings_no_question() -> None:
    suspected = replace(finding("sexual_change", UNSURE), sense=Sense.SUSPECTED)
    state = FRESH.with_(asking="nerve_signs")
    after = absorb(TABLE, state, says("no, none of these", findings=(suspected,)), "nerve_signs").state
    assert after.nerve_signs == "none" and not after.confirm
    told = absorb(TABLE, state, says("no, it went dead", findings=(suspected,)), "nerve_signs").state
    assert told.confirm == ("sexual_change",)
