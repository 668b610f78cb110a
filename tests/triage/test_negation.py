"""In what sense a sign stands: each row breaks when its rule is taken away."""

from __future__ import annotations

import pytest

from triage.lexicon import Pattern, Sentences, WordLists
from triage.negation import denial_sense, sense_of
from triage.sense import Sense
from triage.text import tokenize

LISTS = WordLists({"groin": ["groin"]})
SIGN = Pattern(
    "((numb|numbness|tingling) .. groin|groin .. (numb|numbness)|can not pee|peed myself"
    "|pass out|passed out|fainted|fainting|leaked|leak|leaking|chest pain|chest hurts|chills"
    "|car crash|lost control)",
    LISTS,
)


def sense(text: str, about_patient: bool = False) -> Sense:
    sentences = Sentences(tokenize(text))
    return sense_of(sentences.tokens, SIGN.find(sentences)[-1], about_patient)


STATED = [
    "I'd rather not lie on my front as there's chest pain",
    "I'm never free of the chest pain",
    "they don't do anything for the chest pain I've got",
    # "not" or "no" of something else
    "I did not mean to get in a car crash",
    "it's not my back it's chest pain",
    "no spray helps the chest pain",
    "without my spray the chest pain is back",
    "no medication, chest pain only",
    "can you help I have chest pain",
    "like in 2015, chest pain",
    "same as last year, my groin is numb",
    "I have chest pain. I have none of the rest",
    "chest pain I have not told anyone about",
    "they asked was I leaking. I am not sure, I think I leaked",
    "does it matter that I have numb groin",
    "must not forget to say I leaked",
    "what is new is the numbness in my groin",
    "suppose I should say I fainted",
    "the baby is asleep and my groin is numb",
    "my groin is numb",
    # two denials state it
    "I can't walk a step without chest pain",
    "could not get to the door without leaking",
    # "yes" behind it answers
    "no fever, chest pain yes",
    "no cancer, no falls, chest pain yeah since noon",
    "I suppose my groin is numb",
    "I can't pee, no fever, not me",
    "is it true that my groin is numb from the disc",
    "I want to ask about numbness in my groin",
    "he tested my reflexes and my groin is numb",
    "kind of numb in the groin",
    "I think my groin is numb",
    # "no" that answers, or belongs to something else
    "no my groin is numb",
    "no can't pee",
    "no, I can't pee",
    "no I can not pee",
    "no fever but my groin is numb",
    "no fever, my groin is numb",
    "no fever, can't pee",
    "no fever can't pee",
    "No fever. Numb in the groin.",
    "no pain just numb in the groin",
    "no pain except numbness in the groin",
    "no relief from the numbness in my groin",
    "no change in the numbness in my groin",
    "no idea why my groin is numb",
    "no doubt my groin is numb",
    "none except chest pain",
    # "not" that belongs to something else
    "I can't sleep because of numbness in my groin",
    "I can't sleep, I can't pee",
    "I can't stop leaking",
    "I'm not sleeping, my groin is numb",
    "not only numb in the groin",
    "it doesn't hurt but my groin is numb",
    "ibuprofen didn't help the numbness in my groin",
    "I didn't realize I peed myself",
    "I don't drink and I passed out",
    "didn't eat and passed out",
    "haven't slept since my groin went numb",
    "can't believe I peed myself",
    "don't know why I can't pee",
    "I don't know what to do, I can't pee",
    "I didn't sleep, my groin is numb",
    "never had this before, my groin is numb",
    "no warning I peed myself",
    "it's not my back, my chest hurts",
    "I can't deny my groin is numb",
    "there is no denying I leaked",
    "no symptoms other than chest pain",
    "nothing to report save for chest pain",
    "I hope you can help my groin is numb",
    # "back" is a noun in these
    "I hurt my back then my groin was numb",
    "hurt my lower back then I passed out",
    # a fear that has come true, or that is of something else
    "scared of leaking again",
    "I'm afraid of moving, my chest hurts",
    "google says it is bad and my groin is numb",
    # questions that suppose the sign
    "is it normal that my groin is numb?",
    "should I worry that my groin is numb?",
    "I should mention my groin is numb",
    "not sure if this matters but my groin is numb",
    "it feels as if my groin is numb",
    "if I cough I leak",
    # time
    "groin went numb in the past hour",
    "when I was in the shower I passed out",
    "pain in my back in my leg, my groin is numb",
    "ten years ago I hurt my back and now my groin is numb",
    "I broke my back 5 years ago, my groin is numb",
    "I leak since I had kids ten years ago",
    "since last week my groin is numb",
    "numb in the groin since last month",
    "it started two weeks ago with numbness in the groin",
    # persons
    "I was lifting my kid and my groin is numb",
    "my wife says my groin is numb",
]
DENIED = [
    "chest pain I do not have, only a stiff back",
    "do I have any chest pain. I have none whatsoever",
    "numbness in the groin I have not, only the back",
    "she keeps asking did I pass out. I did not.",
    "at no point did I pass out",
    "no way I have numb groin",
    "a guy fainted at the gym, not me",
    "no numbness in my groin",
    "no, no numbness in my groin",
    "I don't have numbness in my groin",
    "I don't have any tingling or numbness in my groin",
    "my groin is not numb",
    "my groin has no numbness",
    "neither chills nor numbness in my groin",
    "neither leaking nor chest pain",
    "no fever, sweats or chills",
    "no fever, chills or sweats",
    "no fever, chills, sweats or cough",
    "no fever, cough, chest pain",
    "haven't had any fever, chills or sweats",
    "I haven't leaked",
    "I have never passed out",
    "I did not fall or pass out",
    "didn't faint or pass out",
    "without leaking",
    "denies chest pain",
    "no signs of chest pain",
    "no problems with leaking",
    "numbness in groin: no",
    "numb groin? no",
    "leaking isn't a problem",
    "it hurts but no numbness in the groin",
    "I have not noticed any numbness in my groin",
    "no chest pain, no fainting",
    "none of these: fever, chills",
    "never been diagnosed with chest pain",
    "free of chest pain",
    "my groin is free of any numbness in the groin",
    "chest pain free",
    "the doctor checked for numbness in the groin and it was normal",
    "they ruled out chest pain, all clear",
    "do I have chest pain? God no",
    "chest pain? oh no",
    # what follows bounds nothing
    "no chest pain since it started",
    "no chest pain since the fall",
    "no chest pain, just back pain",
    "no chest pain, just a bit of back pain",
    "no chest pain and my back hurts since tuesday",
    "no chest pain my back hurts again",
    "no chest pain just woke up like this",
    "no chest pain before or since",
    "chest pain? no, my back hurts since tuesday",
    "I don't have chest pain now",
]
DENIED += ["no fever, cough, chest pain or numbness", "no fever, cough, chest pain"]
DENIED += ["I have not been told I have numbness in the groin", "I was not told that I have chest pain"]
LISTED = [
    "no fever, chills",
    "I don't have a fever, chest pain",
    "no fever, no cough, chest pain",
    # what is denied is no sign, so that a new thought may begin
    "did not fall or anything, chest pain",
]
DOUBTED = [
    "I wouldn't be writing if I didn't have chest pain",
    "I'd swim if I wasn't getting chest pain",
    "I wish I would pass out",
    "should I worry about this chest pain",
    "can ice help the chest pain I have",
    "you asked about chest pain: yes",
    "was not doing anything, and bang, chest pain",
    "no meds, no allergies, chest pain",
    # "not" of a verb that tells nothing of having it
    "ibuprofen does not touch the chest pain",
    "the doctor did not look at the chest pain",
    "the GP won't see me for the chest pain",
    "can't pretend there's no chest pain",
    # what is held back, taken for granted, or denied only of the usual day
    "I am trying not to pass out",
    "no memory of fainting",
    "I don't usually have chest pain but I do",
    "never a day without chest pain",
    "I am clear of chest pain for a minute and then it comes back",
    "yesterday it was no chest pain, today it is",
    "no chest pain but I think about it every day",
    "no seat belt in the car crash",
    "no chest pain this morning but now I do",
    "I had chest pain as a kid and it is back",
    "chest pain when I was young and again now",
    "my workmate is bad, his groin is numb",
    "this can not be chest pain, can it",
    "my wife thinks I leaked",
    "can't honestly say there is no numbness in my groin",
    "not sure if my groin is numb",
    "maybe my groin is numb",
    "my groin might be numb",
    "can't tell if my groin is numb",
    "my groin is not really numb",
    "groin is numb, maybe",
    "numb groin? not really",
    "my groin is no longer numb",
    "not that I can't pee",
    "it's not like I can't pee",
    "I don't think my groin is numb",
    "I wouldn't say my groin is numb",
    "not without numbness in the groin",
    "hardly any numbness in my groin",
    "no fever and chest pain",
    "no strength left, skin all chills",
    "free of chest pain until today",
    "can't pee, no",
    "I can't say I leak",
    "can I take it if I have chest pain",
    # the denial holds for a while, or until something
    "never leaked until my back went out",
    "no chest pain till last night",
    "no chest pain before today",
    "I haven't leaked since tuesday",
    "haven't fainted again",
    "no chest pain this time",
    "no chest pain any longer",
    "chest pain was not present until today",
    "fainting has not happened before",
    "never had chest pain like this",
    "chest pain? no, not since 2015",
    "I don't have chest pain, I had it",
    # half of it is taken back
    "no chest pain only pressure",
    "not chest pain, more like pressure",
    "not chest pain but tightness",
    "no chest pain at rest",
    "no chest pain unless I breathe in",
    "denies chest pain except on exertion",
    "never fainted except today",
    "no chest pain. well, a bit",
    "no chest pain, just when I cough",
    # only a degree is denied
    "no severe chest pain",
    "not much chest pain",
    "no complete numbness in the groin",
    "I don't leak much",
    # the denial itself is doubted
    "I'm not sure I don't have chest pain",
    "I can't say I don't have chest pain",
    "I hope I don't have chest pain",
    "I pray it's not chest pain",
]
ASKED = [
    "would I get chest pain if it were worse?",
    "at what point would chest pain mean 911",
    "I read on a forum about chest pain",
    "how would anyone know chest pain from a spasm?",
    "suppose my groin goes numb",
    "let's say I can't pee tonight",
    "if at some point I can't pee, who do I call",
    "what if I can't pee",
    "if my groin goes numb, what then",
    "can a spasm make my groin numb",
    "should I watch for numbness in the groin",
    "am I going to pee myself or leak?",
    "is chest pain one of those signs",
    "is leaking common?",
    "you asked about chest pain",
    "normal to leak?",
    "I'm afraid my groin will go numb",
    "I'm afraid of leaking",
    "scared of getting chest pain",
    "the internet says chest pain is bad",
    "is it true you can get chest pain from this",
    "suppose a person with chest pain came in",
    "they say chest pain is serious",
    "how do doctors test for numbness in the groin",
    "the nurse asked me about chest pain",
    "he wants to rule out chest pain",
    "what are the symptoms of numbness in the groin",
]
LONG_PAST = [
    "numb groin once as a schoolboy in the chapel there, some sixty years ago",
    "numb groin once when I was at university, over twenty years ago",
    "I leaked till I was nine",
    "I leaked on parade, 1984 it was",
    "my groin was numb for weeks, long since healed",
    "back in the summer of 2019 my groin was numb",
    "in '89 my groin was numb",
    "ten years ago my groin was numb",
    "my groin was numb ten years ago",
    "I was in a car crash, 10 years ago",
    "in 2009 I was in a car crash",
    "10 years ago, I was in a car crash",
    "I was in a car crash. That was fifteen years ago.",
    "I was in a car crash, but that was years ago",
    "I was in a car crash years ago and now my back spasms",
    "my back is bad since my car crash 20 years ago",
    "I peed myself as a kid",
    "I was in a car crash when I was ten",
    "I leaked when I was pregnant",
    "I peed myself until I was six",
    "back then I passed out",
    "I passed out back then",
]
RECENT_PAST = ["my groin was numb last month", "car crash three weeks ago", "my groin used to be numb"]
OTHER_PERSON = [
    "my mate has chest pain", "our dachshund leaked",
    "my gf has chest pain", "our old collie leaked", "my little one has chest pain", "my youngest one leaked",
    "my mom has numbness in the groin", "I think my wife leaked",
    "my mom had chest pain this morning", "my dad had a car crash an hour ago",
]  # fmt: skip
OTHERS_PAST = ["my mom had chest pain", "my grandfather died after chest pain", "my uncle leaked ten years ago"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (meant, text)
        for meant, texts in (
            (Sense.STATED, STATED),
            (Sense.DENIED, DENIED),
            (Sense.LISTED, LISTED),
            (Sense.DOUBTED, DOUBTED),
            (Sense.ASKED, ASKED),
            (Sense.LONG_PAST, LONG_PAST),
            (Sense.RECENT_PAST, RECENT_PAST),
            (Sense.OTHER_PERSON, OTHER_PERSON),
            (Sense.OTHERS_PAST, OTHERS_PAST),
        )
        for text in texts
    ],
)
def test_sense_of_a_sign(expected: Sense, text: str) -> None:
    assert sense(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my mom has numbness in the groin", Sense.STATED),
        ("my mom has no numbness in the groin", Sense.DENIED),
    ],
)
def test_sense_when_the_other_person_is_the_patient(text: str, expected: Sense) -> None:
    assert sense(text, about_patient=True) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I can pee fine", Sense.DENIED),
        ("it hurts but I can pee fine", Sense.DENIED),
        ("no numbness, can pee fine", Sense.DENIED),
        ("my mom can pee fine", Sense.DENIED),
        ("I don't think I can pee fine", Sense.DOUBTED),
        ("I wish I can pee fine", Sense.DOUBTED),
        ("not sure I can pee fine", Sense.DOUBTED),
        ("can pee fine? no", Sense.DOUBTED),
        ("can pee fine but it's slow", Sense.DOUBTED),
        ("can pee fine, but I have to push", Sense.DOUBTED),
        ("I can pee fine I just can't feel it", Sense.DOUBTED),
        ("I can pee fine though it takes forever", Sense.DOUBTED),
        ("can pee fine apart from not feeling it", Sense.DOUBTED),
        ("can pee fine only if I push", Sense.DOUBTED),
        ("can pee fine with effort", Sense.DOUBTED),
        ("can pee fine again", Sense.DOUBTED),
        ("can pee fine now", Sense.DOUBTED),
        ("neither can pee fine", Sense.DOUBTED),
        ("normally I can pee fine", Sense.DOUBTED),
        ("takes ages before I can pee fine", Sense.DOUBTED),
        ("I must wait till I can pee fine", Sense.DOUBTED),
        ("before Friday I can pee fine", Sense.DOUBTED),
        ("most days I can pee fine", Sense.DOUBTED),
        ("can pee fine sometimes", Sense.DOUBTED),
        ("can pee fine on and off", Sense.DOUBTED),
        ("can pee fine half the time", Sense.DOUBTED),
        ("can pee fine sort of", Sense.DOUBTED),
        ("can pee fine, I think", Sense.DOUBTED),
        ("can pee fine? not really", Sense.DOUBTED),
        ("can pee fine, not", Sense.DOUBTED),
        ("can pee fine after pushing", Sense.DOUBTED),
        ("can pee fine in a trickle", Sense.DOUBTED),
        ("can pee fine eventually", Sense.DOUBTED),
        ("can pee fine a few drops", Sense.DOUBTED),
        ("they say can pee fine but I can't", Sense.DOUBTED),
        ("can pee fine, I think it's the muscle", Sense.DENIED),
        ("I went before lunch and can pee fine", Sense.DENIED),
        ("until now I can pee fine", Sense.DOUBTED),
        ("everything except can pee fine", Sense.DOUBTED),
        ("can pee fine bowels not", Sense.DOUBTED),
        ("can pee fine until today", Sense.DOUBTED),
        ("can pee fine but my legs are weak", Sense.DENIED),
        ("can pee fine but it's hard to walk", Sense.DENIED),
        ("can pee fine, not really numb", Sense.DENIED),
        ("can pee fine, it's just my back", Sense.DENIED),
        ("everything works, can pee fine", Sense.DENIED),
        ("why do you ask if I can pee fine", Sense.ASKED),
        ("last month I can pee fine", Sense.RECENT_PAST),
        ("no numbness can pee fine", Sense.DOUBTED),
    ],
)
def test_sense_of_a_wording_that_denies(text: str, expected: Sense) -> None:
    sentences = Sentences(tokenize(text))
    (match,) = Pattern("can pee fine", LISTS).find(sentences)
    assert denial_sense(sentences.tokens, match) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no stroke no accident", Sense.DENIED),
        ("no fever no fall no accident", Sense.DENIED),
        ("not no accident", Sense.DOUBTED),
        ("never no accident", Sense.DOUBTED),
        ("did not fall did not hit anything", Sense.DENIED),
        ("did not say did not hit anything", Sense.DOUBTED),
        ("I do not think did not hit anything", Sense.DOUBTED),
    ],
)
def test_each_no_of_a_list_denies_its_own_thing(text: str, expected: Sense) -> None:
    sentences = Sentences(tokenize(text))
    (match,) = Pattern("(no accident|did not hit anything)", LISTS).find(sentences)
    assert denial_sense(sentences.tokens, match) is expected


@pytest.mark.parametrize("text", ["not dizzy not weak not fainted", "not short of breath not dizzy not fainted",
"not dizzy, not fainted",
"not weak, not numb in my groin",
"no fever, not had chest pain"])
def test_a_not_after_a_comma_denies_what_follows_it(text: str) -> None:
    assert sense(text) is Sense.DENIED


def test_a_cue_does_not_reach_across_a_long_text() -> None:
    assert sense("no " + "word " * 60 + "chest pain") is Sense.STATED
