"""A denial is plain only when nothing is left of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.patients import OPTIONS, TABLE, finding, says
from triage import answers
from triage.plain_denial import is_plain_denial, makes_an_exception
from triage.red_flags import DENIED
from triage.state import Message

PLAIN = (
    "no", "No.", "nope", "nah", "none", "none of these", "none of those apply to me", "nothing like that", "no to all",
    "nothing that I know of", "not that I know of", "no, thank god", "nah mate all good", "all good", "all clear",
    "no I'm fine", "no, everything is normal", "neither of them", "no none at all", "yeah no", "hell no", "no no no",
    "no, I don't have any of those", "I don't", "no sir", "n", "n/a", "no problems here", "never had any of that",
    "no, just my back", "none, it's just the back pain", "nope only back spasm", "no my back just hurts so much",
    "nah mate all flowing fine", "naw, that works just fine", "no, it comes out totally fine", "no, no problem there",
    "god no, just the back thanks be to god", "that's a big fat no from me", "nothnig",
    "no fever no cancer no thinners nada",
    "don't have any, can we get on with it please", "no, I can feel it", "zero", "nada", "no issues whatsoever",
)  # fmt: skip
EXCEPTIONS = (
    "no to all but number 2", "none but 3", "no to 1 and 2, yes to 3", "not 1, not 2, but 3", "no. 3",
    "no, only number 3", "none besides the top one", "no except the arm one", "no, only the fall",
    "none except the private one",
    "no but something is very wrong", "none apart from the last one", "no to all except the third one",
    "none at the moment but last week yes", "no, wait, yes", "no yes no no", "no, it is", "no I do", "no yeah",
)  # fmt: skip
NOT_PLAIN = (
    "nothing helps", "nothing eases it", "not any better", "neither leg works properly", "nothing feels normal",
    "no feeling", "no feeling there", "no doubt", "not just there", "it's not normal", "that's not right",
    "never felt like this", "not today, yesterday", "no that went away", "no longer", "not right now", "not a drop",
    "no pee", "nothing since this morning", "no it just flops", "not easily", "wouldn't say no", "not until today",
    "all good now", "no kidding it is", "no worries", "not all of them", "no, only when I sneeze",
    "all normal until today", "none of your business", "nah but everything went black", "probably not",
    "no, it works fine on the left", "fine until it stops", "no it comes out fine by itself",
    "ok", "okay then", "all right",
    "I don't think so", "", "?", "yes",
)  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_no(text: str) -> None:
    assert is_plain_denial(text)


@pytest.mark.parametrize("text", [*EXCEPTIONS, *NOT_PLAIN])
def test_no_with_something_beside_it(text: str) -> None:
    assert not is_plain_denial(text)


@pytest.mark.parametrize("text", EXCEPTIONS)
def test_an_exception_is_noticed(text: str) -> None:
    assert makes_an_exception(text) or "yeah" in text


def test_the_no_of_another_sign_is_used_up() -> None:
    other = (replace(finding("chest_pain", DENIED), start=3, end=13),)
    assert not is_plain_denial("no chest pain", other)
    assert is_plain_denial("no, no chest pain", (replace(other[0], start=7, end=17),))


@pytest.mark.parametrize("text", [*EXCEPTIONS, *NOT_PLAIN])
@pytest.mark.parametrize("intent", [None, "deny"])
@pytest.mark.parametrize(
    "question", ["emergency_signs", "nerve_signs", "health_risks", "confirm_chest_pain", "several"]
)
def test_it_clears_no_flag_at_any_question(text: str, intent: str | None, question: str) -> None:
    if question in OPTIONS:
        message = says(text, intent, offered=OPTIONS[question])
        denied = answers.tick_answer(message, question, TABLE.asked_in(question)).denied
        numbered = answers.tick_answer(message, question, TABLE.asked_in(question)).present
        assert not denied or numbered
    elif question == "several":
        asked = ("chest_pain", "fever", "collapse")
        message = says(text, intent, offered=(*asked, "none", "not_sure"))
        assert not answers.several_confirmed(message, asked).denied
    else:
        assert answers.confirmation(says(text, intent, offered=OPTIONS["confirm"]), "chest_pain") != DENIED


def message_of(text: str) -> Message:
    return says(text, "deny", offered=OPTIONS["cold_heat_cautions"])


@pytest.mark.parametrize("text", ["no to all but 2", "no raynauds but the second one", "no, wait I meant yes"])
def test_cautions_are_not_cleared_either(text: str) -> None:
    assert answers.cautions_answer(message_of(text), TABLE.cautions) != ()


def test_a_story_is_no_plain_denial() -> None:
    assert not is_plain_denial("no " * 61)
