"""What silences a sign (another's, asked, past, denied, a harmless thing) must not silence a stated one.

Each sentence stands close to a silencing rule of the table or of `triage/` and states the sign all the
same. Each of them was once silenced, or its neighbour was.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from rasa_parts.clinical_knowledge import lexicon, speller
from rasa_parts.red_flag_extractor import RED_FLAG, entities_of
from triage.red_flags import PRESENT, UNSURE

# In many dialects two words for no are one: "don't feel nothing" is to feel nothing.
DENIED_TWICE = {
    "I dont feel nothing down there": "saddle_numbness",
    "ain't got no feeling down there": "saddle_numbness",
    "down there where I wash I put the soap and I dont feel nothing its like rubber": "saddle_numbness",
    "nothing dont come out when i pee": "urinary_retention",
}
ANOTHERS = {
    "I was a passenger in a car crash this morning and my back seized": "major_trauma",
    "I am a patient of yours and I fainted": "collapse",
    "I work as a student nurse and I fainted on the ward": "collapse",
    "I came home, my husband was on the floor, he had passed out": "collapse",
    "I came home and the missus had fainted, her back was bad before": "collapse",
    "I'm writing for my gf, she can't pee since her back went": "urinary_retention",
    "my wife, she has chest pain and her back hurts": "chest_pain",
    "my mum is stuck, she can't feel between her legs": "saddle_numbness",
    "my daughter found me on the floor, she said I had fainted": "collapse",
    "I live with my mum who has chest pain": "chest_pain",
    "I was with my wife who says I fainted": "collapse",
    "grandpa, sudden awful back pain, won't let me touch his belly": "aneurysm_signs",
    "my friend saw me collapse and he called": "collapse",
    "my wife thinks I had a stroke, my face droops": "stroke_signs",
    "they took the dog to the vet, then I fainted": "collapse",
    "milking the cow my legs went numb, both of them": "both_legs",
    "mate lost control of my bladder": "incontinence",
    "mate, passed out in the shower": "collapse",
    "my neighbour had to drive me, chest pain since noon, only a stiff back before": "chest_pain",
    "last evening mum, 74, had a beating lump in her middle, now only the back is sore": "aneurysm_signs",
    "the lady at the desk said to write it: I wet myself, it was just a stiff back": "incontinence",
    "my mate says I passed out": "collapse",
    "my boy in third grade fell off the monkey bars and can't feel his legs": "major_trauma",
}
ASKED = {
    "CANT FEEL MY PRIVATES IS THIS BAD???": "saddle_numbness",
    "cant pee is that serious?": "urinary_retention",
    "would I be able to drive with a numb groin": "saddle_numbness",
    "does it matter that I wet myself twice today": "incontinence",
    "is it why I leak when I stand": "incontinence",
    "watched a show about a man with a bad back and now my groin is numb": "saddle_numbness",
    "the nurse asked was I breathless. I am": "breathing_difficulty",
    "google says go to ER and I can't pee": "urinary_retention",
    "it says on my scan report cauda equina compression, I can't pee": "urinary_retention",
    "took my temp and it says 102 fever": "fever",
    "the thermometer, it says 39.5 degrees, my back hurts": "fever",
    "I tried the exercises you told me and lost feeling in my groin": "saddle_numbness",
    "this can't be a heart attack, can it? my chest hurts": "chest_pain",
}
PAST = {
    "once had chest pain, now again": "chest_pain",
    "since last week weakness in my leg": "leg_weakness",
    "for a week weakness in both legs": "both_legs",
    "As a young man of 25 I can't feel my groin": "saddle_numbness",
    "been well for years until I leaked yesterday": "incontinence",
    "my cancer doctor says it is in remission, back hurts": "cancer_history",
}
DENIED = {
    "no such problem, lumbar puncture Friday": "recent_spine_procedure",
    "Is it none if I only dribble a few drops after pushing": "urinary_retention",
    "I'd try swimming tomorrow if I wasn't so short of breath": "breathing_difficulty",
    "I wouldn't have written if I didn't have chest pain": "chest_pain",
    "no to the first one, numb groin": "saddle_numbness",
    "no to all, chest pain": "chest_pain",
    "none of these but I leaked": "incontinence",
    "there's no way I can feel my groin": "saddle_numbness",
    "no way I can hold my pee": "incontinence",
    "at no point could I feel my legs": "leg_weakness",
    "I can't be sure but my groin is numb": "saddle_numbness",
    "I have trouble getting out any pee since my back went": "urinary_retention",
    "pee comes out easily but I can't stop it": "incontinence",
    "pee comes out slow and I can't stop it": "incontinence",
    "what can I take for chest pain? I have none.": "chest_pain",
    "pills for chest pain I do not have": "chest_pain",
    "I asked if I should worry about chest pain. I did not.": "chest_pain",
    "I keep asking my doctors about the chest pain. They do not.": "chest_pain",
    "can't hardly feel neither one of my legs": "both_legs",
    "I must wait a long while before I can pass water": "urinary_retention",
    "normally she is continent but since Sunday she is wet every morning": "incontinence",
    "laminectomy not even three weeks ago, now it is tight": "recent_spine_procedure",
    "I don't have a fever but slurred speech": "stroke_signs",
}
HARMLESS_THINGS = {
    "lost 8 kg weight in two months without trying": "weight_loss",
    "the lights went dim and I blacked out": "collapse",
    "had a total blackout for a minute in the kitchen": "collapse",
    "it was lights out in the shower and I woke on the tiles": "collapse",
    "on the toilet seat collapsed and came round on the floor": "collapse",
    "was driving in the car passed out at the wheel": "collapse",
    "going up to the house fainted on the step": "collapse",
    "got off my bike passed out cold": "collapse",
    "my arm on the couch went weak and dropped": "stroke_signs",
    "my leg on the bed gave way, it is weak": "leg_weakness",
    "tried to get off the couch leg gave way under me": "leg_weakness",
    "I was sitting down, got up and my leg folded under me": "leg_weakness",
    "walking the dog my foot catches on the pavement every step": "leg_weakness",
    "I was riding the horse home and both legs went numb": "both_legs",
    "my dog pulled me over on the ice and both legs are numb": "both_legs",
    "I can't lift both legs since the spasm": "both_legs",
    "blew up a balloon and now I am breathless just sitting": "breathing_difficulty",
    "It was 39 degrees in my ear today": "fever",
    "caught a fever from nursery and my back aches": "fever",
    "both legs on the chair went numb": "both_legs",
    "both my legs on the bed are numb": "both_legs",
    "it trickles out when I laugh": "incontinence",
    "it just runs down my leg when I stand up": "incontinence",
    "yesterday a car hit me like a ton of bricks": "major_trauma",
    "like last night a truck hit my car and now my back is stuck": "major_trauma",
    "the suitcase fell off the shelf onto my back": "major_trauma",
    "came off the ladder and I fell ten feet": "major_trauma",
    "dropped to my knees, and wet pants after, I had no control": "incontinence",
    "used a heat pack and now there is a blistering rash in a band on one side": "shingles_rash",
    "I go to the dialysis clinic three times a week and my back hurts": "infection_risk",
    "I had my hand on my heart, it was crushing": "chest_pain",
    "I change incontinence pads three times a day since my back went": "incontinence",
    "talking on the phone my words came out jumbled": "stroke_signs",
    "I can't go to the toilet at work because nothing comes": "urinary_retention",
    "I was stuck like a board and then I fainted": "collapse",
    "I feel stuck, I was hit by a truck yesterday": "major_trauma",
    "I can't hold it when I stretch": "incontinence",
    "I can't hold it in any longer, I must wear pads": "incontinence",
    "I can't hold it in any longer, I have to ask for pads": "incontinence",
    "my pee will not come down": "urinary_retention",
    "the pee just won't come with pushing": "urinary_retention",
    "what a pain in the chest I have": "chest_pain",
    "out of breath after my run and still an hour later": "breathing_difficulty",
    "it has not got up this week, no feeling in my penis": "sexual_change",
    "I drag my feet to get to the bathroom": "leg_weakness",
    "it feels like a drum pulsing in my stomach": "aneurysm_signs",
    "took a pregnancy test and it was positive": "pregnancy",
    "I look seven months pregnant and I am": "pregnancy",
    "I can't hold it in any longer, I keep wetting myself": "incontinence",
    "it was a needle for my blood test and I fainted twice since": "collapse",
    "my foot drags, I drag my feet at work": "leg_weakness",
    "the baby on my belly, I feel a pulse in my stomach like a drum": "aneurysm_signs",
    "out of breath after the stairs and at rest too": "breathing_difficulty",
    "pain in my chest, this page says to ask": "chest_pain",
    "my dog wakes me and the pain never lets up in any position": "night_pain",
    "my bum is numb, even in a soft chair": "saddle_numbness",
    "I'm one of the pregnant ladies, back in spasm": "pregnancy",
    "watched the remote jump on my stomach in time with my pulse": "aneurysm_signs",
}

# A "no" or "not" that denies nothing of what follows.
NO_DENIALS = (
    "I'd be fine if it wasn't for the {sign}",
    "if not for the {sign} I would be at work",
    "were it not for the {sign} I'd cope",
    "not to mention the {sign}",
    "not only back pain, {sign} too",
    "not long ago I got {sign}",
    "nobody told me I'd get {sign} with this",
    "I don't mind the back it's the {sign}",
    "not happy about the {sign}",
    "I'm not used to this {sign}",
    "I haven't told anyone about the {sign}",
    "I never told my doctor about the {sign}",
    "I have not mentioned the {sign} yet",
    "there is no mistaking the {sign}",
    "never without {sign} now",
    "not one hour without {sign}",
    "please don't ignore my {sign}",
    "I am not imagining the {sign}",
    "I'm not making up the {sign}",
    "not a fan of this {sign}",
    "none of those, well, {sign}",
    "no other signs than {sign}",
    "nothing else but {sign}",
    "I couldn't care less about the back, the {sign} scares me",
    "the {sign} isn't going away",
    "I can't sleep and it's not from the {sign} alone",
    "no change in my {sign}",
    "no idea why but {sign}",
    "no reason, {sign} out of the blue",
    "without warning {sign}",
    "I did not expect {sign} with a spasm",
    "no. {sign}. yes.",
    "I can live with the back but not the {sign}",
    "never in 20 years had {sign} like it",
    "my last spasm was years ago, this time {sign}",
    "not like years ago, now there's {sign}",
    "wasn't doing anything, and bang, {sign}",
    "wasn't even lifting anything, and boom, {sign}",
    "never did anything to it, and bang, {sign}",
    "no warning, bang, {sign}",
    "don't do sports, office job, {sign}",
    "no car, no phone, {sign}",
    "I'm not old, 34, {sign}",
    "no meds, no allergies, {sign}",
    "no accident or anything, {sign}",
    "didn't fall or anything, {sign}",
    "neither ice nor heat helps, {sign}",
    "my doctor never asked about the {sign}",
    "{sign}, no?",
)
# What happened long ago is said of something else than the sign.
OTHER_DATES = (
    "{sign}, had surgery 3 years ago",
    "{sign}, heart attack five years ago",
    "{sign}, back op over twenty years ago",
    "{sign} and it will not go, fell off a horse ten years ago",
    "{sign} when I was at university this morning",
    "{sign}, cancer in 2015",
)
SIGNS = {"chest pain": "chest_pain", "numb groin": "saddle_numbness", "weakness in my leg": "leg_weakness"}
# Ordinary words for an ordinary spasm, which must never send anyone to the ER.
ORDINARY = (
    "it came out of nowhere",
    "it comes out when I bend",
    "it runs down my leg",
    "the pain, it runs down my leg",
    "it ran down my leg like lightning",
    "it went out and I fell to my knees",
    "it gave out when I stood up",
    "it dropped me to the floor",
    "it slipped out when I lifted",
    "it goes right through me when I cough",
    "it hurts on the toilet",
    "it makes it hard to get to the toilet",
    "it is killing me",
    "it wraps round to my side",
    "it goes into my bum cheek",
    "my back collapsed on me",
    "I crashed on the sofa and woke up stiff",
    "it's like my back lost its strength",
    "nowhere near the worst pain I've had",
    "it wasn't from a car wreck, all I did was sneeze",
    "I was expecting this spasm to ease by now",
    "my daughter tells me to check for fever, fever I do not have",
    "I do not have slurred speech nor face problem",
    "our dachshund just had spinal surgery and I carried her, so my back aches",
    "lifted my sister's very pregnant labrador into the car",
    "watched a show where a guy had an aortic aneurysm",
    "My wife keeps asking did I pass out when it went. I did not.",
    "newborn wakes me every night so I bend over a cot at all hours",
    "did a pregnancy test just in case and it's negative",
    "got soaked in the rain, wet pants the whole ride",
    "my brother always goes grey and faints at needles, do you do dry needling",
    "my beer belly looks seven months along",
    "I had not even got up yet when my back pinged",
    "what a pain in the chest this booking page is",
    "had shingles when I was forty, I am sixty now",
    "can massage spread cancer, just curious",
    "can't keep it up, these stretches three times a day are too much",
    "I can't hold it longer than 20 seconds, the plank I mean",
    "had to drag my feet to get here, Mondays eh",
    "bit puffed after a 10k yesterday, back a bit achey",
    "these work group chats are a cancer, can I book for a sore back",
    "I look after residents who are incontinent, my back gets tired",
    "hit by a bus is how I feel after one pilates class",
    "I'm set like cement in the small of my back",
    "music so loud I could feel the bass pulsing in my stomach",
    "autocorrect keeps making my words come out wrong lol",
    "I change incontinence pads for residents all day, the bending does my back in",
    "forty-three years old and beaten by a sock, my back just went",
    "my wife asked did I come off the ladder and I did not",
    "my feverish toddler wanted to be carried and my back went",
    "can pee fine but it hurts to walk",
    "peeing is ok but it hurts when I bend",
)

# Plain statements in the words of a line for look-alikes or denials, a sign's each.
# Nothing says whose it is, or what comes out: asked about, and acted on only with more.
BARE = {
    "can't hold it in any more, I must tell you": "incontinence",
    "nothing comes out": "urinary_retention",
    "a comedian was joking about impotence": "sexual_change",
    "I drive people to their dialysis appointments": "infection_risk",
    "had an HIV test for the visa": "infection_risk",
    "the oncology clinic has a big car park": "cancer_history",
}
OWNED = {
    "can't hold my wee in any more": "incontinence",
    "I try to pee and nothing comes out": "urinary_retention",
    "sudden impotence": "sexual_change",
    "I'm on dialysis": "infection_risk",
    "HIV positive": "infection_risk",
    "under oncology since spring": "cancer_history",
}
IN_THEIR_WORDS = yaml.safe_load(Path(__file__).with_name("stated_in_their_words.yml").read_text("utf-8"))


@cache
def heard(text: str) -> frozenset[str]:
    """The flags that the table finds present or unsure, so that at least a question is asked."""
    return frozenset(
        str(found["value"])
        for found in entities_of(text)
        if found["entity"] == RED_FLAG and found["role"] in {PRESENT, UNSURE}
    )


@pytest.mark.parametrize(
    ("sentence", "flag"), [*(ANOTHERS | ASKED | PAST | DENIED | DENIED_TWICE | HARMLESS_THINGS).items()]
)
def test_a_stated_sign_is_heard_beside_what_silences(sentence: str, flag: str) -> None:
    assert flag in heard(sentence)


@pytest.mark.parametrize(
    ("sentence", "sign"), [(text, sign) for sign, texts in IN_THEIR_WORDS.items() for text in texts]
)
def test_a_line_for_look_alikes_swallows_no_plain_statement(sentence: str, sign: str) -> None:
    found = {finding.name: finding.state for finding in lexicon().find(sentence, speller())}
    assert found.get(sign) in {PRESENT, UNSURE}


@pytest.mark.parametrize(
    ("sentence", "flag", "state"),
    [*((*bare, UNSURE) for bare in BARE.items()), *((*owned, PRESENT) for owned in OWNED.items())],
)
def test_a_bare_word_is_asked_about_and_an_owned_one_acted_on(sentence: str, flag: str, state: str) -> None:
    assert {found["value"]: found["role"] for found in entities_of(sentence)}.get(flag) == state


@pytest.mark.parametrize("words", OTHER_DATES)
def test_the_date_of_something_else_hides_no_sign(words: str) -> None:
    assert [sign for sign, flag in SIGNS.items() if flag not in heard(words.format(sign=sign))] == []


@pytest.mark.parametrize("words", NO_DENIALS)
def test_a_no_that_denies_nothing_hides_no_sign(words: str) -> None:
    assert [sign for sign, flag in SIGNS.items() if flag not in heard(words.format(sign=sign))] == []


@pytest.mark.parametrize("sentence", ORDINARY)
def test_ordinary_words_for_a_spasm_state_no_sign(sentence: str) -> None:
    assert PRESENT not in {found["role"] for found in entities_of(sentence) if found["entity"] == RED_FLAG}


@pytest.mark.parametrize("slow", ["slow", "in a trickle", "a bit at a time"])
def test_how_water_comes_is_no_leak(slow: str) -> None:
    found = {f["value"]: f["role"] for f in entities_of(f"my pee comes out {slow}") if f["entity"] == RED_FLAG}
    assert found.get("incontinence") != PRESENT
