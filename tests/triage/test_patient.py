"""Who the patient is."""

from __future__ import annotations

import pytest

from triage.patient import is_anothers, is_someone_else


@pytest.mark.parametrize(
    "text",
    [
        "my mom can't pee",
        "My husband threw his back out",
        "asking for my dad, he can't walk",
        "it's for my 80 year old mother",
        "my pregnant wife threw her back out",
        "my teenage son is stuck on the floor",
        "Dad hasn't had a wee since yesterday",
        "Mom fell off the ladder",
        "I think my wife is in spasm",
        "I'm worried, my husband has passed out",
        "my coworker just collapsed",
        "me lad's 13 and he's done his back in",
    ],
)
def test_someone_else(text: str) -> None:
    assert is_someone_else(text)


@pytest.mark.parametrize(
    "text",
    [
        "my back hurts",
        "I picked up my son and my back went",
        "I was lifting my kid and can't straighten",
        "my wife is on chemo and I lifted her",
        "my mom had a stroke years ago",
        "my brother gets kidney stones. Mine is a spasm from lifting",
        "my husband says my leg drags",
        "my wife is driving me in",
        "",
    ],
)
def test_the_writer(text: str) -> None:
    assert not is_someone_else(text)


@pytest.mark.parametrize(
    ("before", "another"),
    [
        ("my mom", True),
        ("my elderly mom has a", True),
        ("i think my wife", True),
        ("our dog", True),
        ("my mom says i", False),
        ("i was lifting my son and", False),
        ("picked up my kid and now", False),
        ("tripped over my dog and", False),
        ("since i carried my wife", False),
        ("my back", False),
        ("", False),
    ],
)
def test_whose_sign_it_is(before: str, another: bool) -> None:
    assert is_anothers(before.split()) is another
