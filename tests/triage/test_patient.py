"""Who the patient is."""

from __future__ import annotations

import pytest

from triage.patient import is_anothers, is_someone_else, is_the_writer


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
        "my gf's back went and she is stuck on the floor",
        "my sister had an epidural put in her spine",
        "my daughter is in her third trimester and her back seized, what do I do for her?",
        "The wife was in the shower when the back went",
        "my missus has done her back, she's next to me telling me what to type",
        "my husband has chest pain, what do I do",
        "husband has blood in his urine. can I bring him in?",
        "my mum has a fever and back pain, who do I ring",
        "my brother has chest pain, should I call an ambulance",
        "Dad is on warfarin and fell, help me",
        "my wife had an epidural last week and now a fever",
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
        "my wife says tuesday but i think it was wednesday",
        "my mum reckons it was the lifting",
        "my wife is driving me in",
        "my back went, what do I do",
        "my mum had cancer and now my back hurts",
        "my dad had a stroke and now I worry",
        "my dad had this, should I take ibuprofen?",
        "help me my back went lifting my dad",
        "father in law was on warfarin till he died, is his back brace ok for me",
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
        ("our old collie has", True),
        ("pal of mine had", True),
        ("my wife looked and she has a", True),
        ("my wife looked and there is a row of", False),
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


@pytest.mark.parametrize(
    "text",
    [
        "his back went out and he can't stand",
        "she threw her back out",
        "a guy at my gym hurt his back",
        "my employee hurt his back",
        "my landlord hurt his back",
        "my tenant hurt his back",
        "my 15 year old has back pain",
        "my 17 yr old hurt her back",
        "it's my husband, not me. he is 72",
        "wife in labor with back pain",
        "husband on the floor with back spasm",
        "the woman next door hurt her back",
        "this lady at church threw her back out",
        "he can't stand up",
        "my mom can't pee",
        "she has no feeling between her legs",
        "his back is locked and he wet himself",
        "last evening mum, 74, had a funny turn, her back was bad before",
    ],
)
def test_another_who_is_not_named_as_kin(text: str) -> None:
    assert is_someone_else(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm a grandma",
        "I'm a grandma and my back hurts",
        "I'm a dad",
        "me and my wife both hurt our backs",
        "my boyfriend and i both hurt our backs",
        "my husband noticed my face is drooping",
        "my ex came back",
        "my dad died of an aneurysm",
        "my mom passed away from an aneurysm",
        "my wife noticed I'm slurring",
        "my doctor says his test was fine",
        "she told me to ask here",
        "wife on the way to get me",
        "my wife is a nurse and she says my back is in spasm",
        "my daughter jumped on my back",
        "I'm a mom of a 5 year old and my back hurts",
        "friend of mine told me to ice it",
        "my back hurts",
        "my girlfriend came back home",
        "my back went out",
        "he said it was sciatica",
        "she gave me ibuprofen",
        "the doctor said he can't see me",
        "my physio put his elbow in my back",
        "my wife rubbed my back",
    ],
)
def test_others_who_only_look_on(text: str) -> None:
    assert not is_someone_else(text)


@pytest.mark.parametrize(
    "text",
    [
        "it's for me",
        "wait no, it's for me",
        "I'm the one in pain",
        "it's about me",
        "it's my back now",
        "ok i'm the friend",
        "it's me who hurts",
        "I'm the patient",
    ],
)
def test_the_writer_says_to_be_the_patient(text: str) -> None:
    assert is_the_writer(text)
    assert not is_someone_else(text)


@pytest.mark.parametrize(
    "text",
    [
        "it's not for me",
        "it's for my mom",
        "it's my husband, not me. he is 72",
        "it's for me mum",
        "it's me again",
        "not me, my husband",
        "my back hurts",
        "it's me asking for my dad",
        "I'm not the one in pain",
        "I'm the one who drove her",
        "it is for my mom not for me",
        "I'm the wife, he is the one in pain",
        " ",
    ],
)
def test_the_writer_does_not_say_to_be_the_patient(text: str) -> None:
    assert not is_the_writer(text)
