"""What "no" says of a sign behind a comma."""

from __future__ import annotations

import pytest

from triage.denied_list import denied_in_a_list, list_goes_on
from triage.lexicon import Pattern, Sentences, WordLists
from triage.sense import Place, Sense, place_of
from triage.text import tokenize

SIGN = Pattern("chest pain", WordLists({}))


def place(text: str) -> Place:
    sentences = Sentences(tokenize(text))
    return place_of(sentences.tokens, SIGN.find(sentences)[-1])


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("fever , chills ,", Sense.DENIED),
        ("fever , chills or", Sense.DENIED),
        ("fever or numb legs , weakness ,", Sense.DENIED),
        # one thing only: a new thought may begin
        ("fever ,", Sense.LISTED),
        # things that are no signs: it most likely does
        ("lifting , nothing ,", Sense.DOUBTED),
        ("work this week , rest ,", Sense.DOUBTED),
        ("warning , bang ,", Sense.DOUBTED),
        # each has its own "no", but not the last
        ("fever , no chills ,", Sense.LISTED),
        # words that no list has stand before it
        ("fever , skin all clammy and", Sense.DOUBTED),
    ],
)
def test_behind_commas(between: str, expected: Sense) -> None:
    assert denied_in_a_list(between.split(), place(f"no {between} chest pain")) is expected


def test_a_list_that_goes_on_behind_the_sign_denies_it() -> None:
    assert denied_in_a_list(["fever", ","], place("no fever, chest pain or cough")) is Sense.DENIED
    assert list_goes_on(set(), place("no chest pain, fever or cough"))
    assert not list_goes_on(set(), place("no chest pain, I am fine"))
