"""How the kinds of lines of the lexicon work together, and what the clinical lexicon finds and costs."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.lexicon import PatternError
from triage.red_flags import Lexicon, load_lexicon
from triage.sense import Sense
from triage.spelling import Speller
from triage.table import load_table

CLINICAL = Path(__file__).resolve().parents[2] / "clinical"

WORDS = {"groin": ["groin", "crotch"], "numb": ["numb", "tingling"]}
ENTRY = {
    "says": ["<numb> ... <groin>", "<groin> .. <numb>"],
    "surely": ["numb groin today"],
    "ask": ["<numb> ... (bike|ice)", "numb groin today", "weird groin"],
    "maybe": ["<groin> + (dead|strange)"],
    "not": ["<numb> cream", "groin (pillow|press)"],
    "harmless": ["dead lift"],
    "denies": ["<groin> is (fine|normal)", "can feel my <groin>"],
}


def write(folder: Path, entry: Mapping[str, object], words: dict[str, list[str]] | None = None) -> Path:
    (folder / "words.yml").write_text(yaml.safe_dump(words or WORDS), "utf-8")
    (folder / "nerves.yml").write_text(yaml.safe_dump({"saddle": dict(entry)}), "utf-8")
    return folder


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    return load_lexicon(write(tmp_path, ENTRY), ["saddle"])


def state(lexicon: Lexicon, text: str, for_someone_else: bool = False) -> str | None:
    found = lexicon.find(text, for_someone_else=for_someone_else)
    return next((finding.state for finding in found), None)


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        ("numb cream for the groin", True),
        ("my groin pillow is numb", True),
        ("no numb cream for the groin", False),
        ("numb groin", False),
        ("numb cream", False),
        ("my groin is fine", False),
    ],
)
def test_a_sign_that_a_line_takes_for_a_look_alike_is_told_apart(
    lexicon: Lexicon, text: str, silenced: bool
) -> None:
    assert lexicon.read(text).silenced == (frozenset({"saddle"}) if silenced else frozenset())


def test_words_that_a_line_passes_over_silence_nothing(tmp_path: Path) -> None:
    entry = {**ENTRY, "not": ["pillow .... (cream|pillow)", "tub"], "ask": ["groin .... numb .... killing me", "weird"]}
    lexicon = load_lexicon(write(tmp_path, entry), ["saddle"])
    assert state(lexicon, "my pillow and my numb groin and a pillow") == "present"
    assert state(lexicon, "numb from tub to my groin") == "present"
    assert state(lexicon, "numb groin tub") == "present"


def test_an_asking_line_that_is_silenced_takes_no_statement_with_it(tmp_path: Path) -> None:
    entry = {**ENTRY, "ask": ["back .... groin"], "not": ["back is killing"]}
    lexicon = load_lexicon(write(tmp_path, entry), ["saddle"])
    assert state(lexicon, "my back is killing me and numb in the groin") == "present"
    assert state(lexicon, "my back hurts and numb in the groin") == "unsure"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("numb groin", "present"),
        ("my crotch is tingling", "present"),
        ("no numb groin", "denied"),
        ("maybe numb groin", "unsure"),
        ("should I watch for numb groin", "unsure"),
        ("my mom has a numb groin", "present"),  # she is the patient
        ("my back hurts, my mom has a numb groin", "unsure"),
        ("my mom had a numb groin, my back hurts", None),
        ("no fever, numb groin", "unsure"),
        ("my back hurts", None),
        ("", None),
        # an `ask` line beats `says`, `surely` beats `ask`, `not` beats all
        ("groin numb from the bike", "unsure"),
        ("weird groin", "unsure"),
        ("not a weird groin", "denied"),
        ("numb groin today", "present"),
        ("numb cream for the groin", None),
        ("groin pillow is numb", None),
        # `maybe` asks at most, where nothing else lies, and never denies
        ("groin. Strange.", "unsure"),
        ("no strange groin", None),
        ("groin dead lift", None),
        ("groin dead weight", "unsure"),
        # `denies`
        ("my groin is fine", "denied"),
        ("can feel my groin", "denied"),
        ("not sure my groin is fine", "unsure"),
        ("why do you ask if my groin is fine", None),
        # the strongest counts
        ("no numb groin. Numb crotch now.", "present"),
        ("my groin is fine but weird groin at night", "unsure"),
    ],
)
def test_what_a_message_says_of_a_sign(lexicon: Lexicon, text: str, expected: str | None) -> None:
    assert state(lexicon, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fever? no. numb? yes, groin", "present"),
        ("numb? yes groin", "present"),
        ("numb? yes, no groin pain", None),  # not joined
        ("numb? yes, groin fine? yes", None),
        ("numb groin? yes, legs? no", "present"),
    ],
)
def test_an_answer_adds_to_its_question(lexicon: Lexicon, text: str, expected: str | None) -> None:
    assert state(lexicon, text) == expected


@pytest.mark.parametrize(
    ("setting", "text", "expected"),
    [
        ("counts", "no numb groin now", "unsure"),
        ("counts", "no numb groin", "denied"),
        ("ignored", "no numb groin now", "denied"),
    ],
)
def test_a_denial_of_the_present_leaves_the_past_open(
    tmp_path: Path, setting: str, text: str, expected: str
) -> None:
    assert state(load_lexicon(write(tmp_path, {**ENTRY, "long_past": setting}), ["saddle"]), text) == expected


def test_in_a_conversation_about_someone_else_their_signs_count(lexicon: Lexicon) -> None:
    text = "my back hurts, my mom has a numb groin"
    assert state(lexicon, text) == "unsure"
    assert state(lexicon, text, for_someone_else=True) == "present"


def test_what_is_said_of_another_counts_only_for_flags_that_act_alone(tmp_path: Path) -> None:
    lexicon = load_lexicon(write(tmp_path, ENTRY), [])
    assert state(lexicon, "my back hurts, my mom has a numb groin") is None
    assert state(lexicon, "what if my groin goes numb") is None
    assert state(lexicon, "no fever, numb groin") == "denied"


@pytest.mark.parametrize(
    ("setting", "expected"), [("counts", "present"), ("ask", "unsure"), ("ignored", None)]
)
def test_what_the_past_amounts_to_is_the_entrys(tmp_path: Path, setting: str, expected: str | None) -> None:
    lexicon = load_lexicon(write(tmp_path, {**ENTRY, "long_past": setting, "recent_past": setting}), [])
    assert state(lexicon, "ten years ago I had a numb groin") == expected
    assert state(lexicon, "last month I had a numb groin") == expected


def test_the_past_without_a_setting(lexicon: Lexicon) -> None:
    assert state(lexicon, "ten years ago I had a numb groin") is None
    assert state(lexicon, "last month I had a numb groin") == "unsure"


def test_a_finding_says_where_and_why(lexicon: Lexicon) -> None:
    text = "Help: my GROIN’s gone Numb!"
    (finding,) = lexicon.find(text)
    assert text[finding.start : finding.end] == finding.words == "GROIN’s gone Numb"
    assert (finding.name, finding.sense, finding.pattern) == ("saddle", Sense.STATED, "<groin> .. <numb>")


def test_misspelt_words_are_found(lexicon: Lexicon) -> None:
    assert not lexicon.find("tinglng groyn")
    speller = Speller(lexicon.vocabulary(), ["help"])
    assert [f.state for f in lexicon.find("tinglng groyn", speller)] == ["present"]


@pytest.mark.parametrize("line", ["<nowhere> groin", "(numb groin"])
def test_a_bad_line_is_named_with_its_file_and_sign(tmp_path: Path, line: str) -> None:
    with pytest.raises(PatternError) as raised:
        load_lexicon(write(tmp_path, {"says": [line]}), [])
    assert "nerves.yml: saddle:" in str(raised.value)
    assert line in str(raised.value)


# The clinical lexicon.


@lru_cache(maxsize=1)
def clinical() -> Lexicon:
    return load_lexicon(CLINICAL / "lexicon", load_table(CLINICAL).acts_alone())


@pytest.mark.parametrize(
    ("flag", "present", "unsure", "denied", "absent"),
    [
        ("urinary_retention", "and I can't pee", "can't go", "I can pee fine", "I can't go to work"),
        ("incontinence", "I wet myself", "nearly wet myself", "no leaking", "fixing a leaky faucet"),
        ("saddle_numbness", "numb down there", "groin numb from the bike seat", "my groin isn't numb",
         "my foot is numb and my groin hurts"),
        ("sexual_change", "can't get it up since my back went", "problems with sex", "no sexual problems",
         "can't get it up the stairs"),
        ("both_legs", "my legs are like jelly", "both legs sore from leg day", "only one leg",
         "raise both legs on a pillow"),
        ("leg_weakness", "no but I can't feel my leg", "my leg is numb", "no weakness in my leg",
         "can't walk from the pain"),
        ("chest_pain", "elephant on my chest", "tight between my shoulder blades", "no chest pain",
         "moved a chest of drawers"),
        ("breathing_difficulty", "can't catch my breath", "the pain takes my breath away", "breathing is fine",
         "breathing exercises"),
        ("collapse", "cold and clammy", "nearly fainted", "didn't pass out", "passed out asleep on the couch"),
        ("tearing_pain", "worst pain of my life", "worst back spasm ever", "no tearing pain", "tears in my eyes"),
        ("aneurysm_signs", "pulsing in my stomach", "is this an aneurysm?", "no pulsing in my belly",
         "stomach ache"),
        ("stroke_signs", "my face is drooping", "is this a stroke?", "no slurred speech", "a stroke of luck"),
        ("major_trauma", "fell off a ladder", "car accident last month", "no falls", "car accident ten years ago"),
        ("self_harm", "I don't want to be here anymore", "so bad I want to die", "I'm not suicidal",
         "this pain is killing me"),
        ("overdose", "took the whole bottle", "took a few too many advil", "I didn't overdose",
         "took two ibuprofen"),
    ],
)  # fmt: skip
def test_the_flags_that_act_alone(flag: str, present: str, unsure: str, denied: str, absent: str) -> None:
    found = [
        {f.name: f.state for f in clinical().find(text)}.get(flag) for text in (present, unsure, denied, absent)
    ]
    assert found == ["present", "unsure", "denied", None]


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_no_message_breaks_the_search(text: str) -> None:
    for finding in clinical().find(text):
        assert text[finding.start : finding.end] == finding.words


MESSAGE = (
    "I bent down to tie my shoe this morning and my lower back locked up, I could not stand straight, and since "
    "then my left leg feels a bit numb and I had trouble peeing last night but no fever or chest pain, ice did "
    "not help much and I have to drive to work tomorrow, what should I do and how long will it last?"
)


def seconds(text: str) -> float:
    """The processor time of the quickest of a few searches."""
    clinical().find(text)
    times = []
    for _ in range(5):
        began = time.process_time()
        clinical().find(text)
        times.append(time.process_time() - began)
    return min(times)


def test_a_message_of_60_words_takes_less_than_15_ms() -> None:
    assert len(MESSAGE.split()) >= 60
    assert seconds(MESSAGE) < 0.015


@pytest.mark.parametrize(
    "sentence",
    [MESSAGE, "no trouble peeing ", "my groin is not numb or tingling, ", "can not ", "numb ", "qwx ", "a", ". "],
)
def test_ten_thousand_characters_take_less_than_400_ms(sentence: str) -> None:
    assert seconds((sentence * 10_000)[:10_000]) < 0.4
