""""No X but Y" finds Y, whatever X and Y are, and never takes X for stated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from rasa_parts.red_flag_extractor import RED_FLAG, entities_of
from triage.red_flags import DENIED as REFUSED
from triage.red_flags import PRESENT, UNSURE

DENIED = {
    "collapse": "fainting",
    "chest_pain": "chest pain",
    "breathing_difficulty": "shortness of breath",
    "urinary_retention": "trouble peeing",
    "saddle_numbness": "numbness between my legs",
    "both_legs": "tingling in both legs",
    "fever": "fever",
    "kidney_signs": "burning pee",
}
STATED = {
    "collapse": "I passed out",
    "chest_pain": "my chest is tight",
    "breathing_difficulty": "I can't catch my breath",
    "tearing_pain": "it's a ripping pain",
    "aneurysm_signs": "my stomach is pulsing",
    "stroke_signs": "my face is drooping",
    "major_trauma": "I fell off a ladder",
    "urinary_retention": "I can't pee",
    "incontinence": "I wet myself",
    "saddle_numbness": "I'm numb down there",
    "sexual_change": "I can't get hard since",
    "both_legs": "both legs tingle",
    "leg_weakness": "my foot drags",
    "self_harm": "I want to die",
    "overdose": "I took the whole bottle",
    "fever": "I have chills",
    "cancer_history": "I had breast cancer",
    "blood_thinner": "I take Eliquis",
    "kidney_signs": "it burns when I pee",
    "pregnancy": "I'm pregnant",
}
CONTRASTS = (
    "no {x} but {y}",
    "I don't have {x}. But {y}.",
    "no {x}, just {y}",
    "neither {x} nor anything, although {y}",
    "{x}? no, but {y}",
    "never had {x}, only {y}",
    "no {x} except {y}",
)
# The second half may be meant as denied too: it is asked at least.
ADDED = ("no {x} and {y}", "no {x}, {y}")


# A denial with a bound, a hole or a degree: what it denies is asked.
BOUNDED = (
    "no {x} until this morning",
    "no {x} till last night",
    "no {x} before today",
    "no {x} since tuesday",
    "I never had {x} like this",
    "no {x} unless I move",
    "no {x} except at night",
    "no severe {x}",
    "I'm not sure I don't have {x}",
    "I hope I don't have {x}",
)
# What follows bounds nothing.
PLAIN = (
    "no {x}",
    "I don't have {x}, just back pain",
    "no {x} since it started",
    "no {x} and I've been off work since tuesday",
    "no {x}, it started yesterday",
)
EXCEPTED = ("no symptoms other than: {y}", "nothing wrong save for this, {y}", "no problems besides that {y}")


def pairs() -> Iterator[tuple[str, str]]:
    return ((x, y) for x in DENIED for y in STATED if x != y)


@cache
def states(text: str) -> dict[str, str]:
    return {e["value"]: e["role"] for e in entities_of(text) if e["entity"] == RED_FLAG}


@pytest.mark.parametrize("sentence", CONTRASTS)
def test_what_comes_after_but_is_found(sentence: str) -> None:
    missed = [t for x, y in pairs() if states(t := sentence.format(x=DENIED[x], y=STATED[y])).get(y) != PRESENT]
    assert missed == []


@pytest.mark.parametrize("sentence", CONTRASTS)
def test_what_is_denied_before_but_is_not_taken_for_stated(sentence: str) -> None:
    wrong = [t for x, y in pairs() if states(t := sentence.format(x=DENIED[x], y=STATED[y])).get(x) == PRESENT]
    assert wrong == []


@pytest.mark.parametrize("sentence", BOUNDED)
def test_a_bounded_denial_is_asked(sentence: str) -> None:
    texts = [(sentence.format(x=words), x) for x, words in DENIED.items()]
    assert [text for text, x in texts if states(text).get(x) not in (PRESENT, UNSURE)] == []


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_plain_denial_is_not_asked(sentence: str) -> None:
    texts = [(sentence.format(x=words), x) for x, words in DENIED.items()]
    assert [text for text, x in texts if states(text).get(x) in (PRESENT, UNSURE)] == []


@pytest.mark.parametrize("sentence", EXCEPTED)
def test_what_is_excepted_is_stated(sentence: str) -> None:
    texts = [(sentence.format(y=words), y) for y, words in STATED.items()]
    assert [text for text, y in texts if states(text).get(y) != PRESENT] == []


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("neither leg works", {"both_legs": PRESENT, "leg_weakness": PRESENT}),
        ("neither of my legs has any feeling", {"both_legs": PRESENT}),
        ("neither of my legs will hold me", {"both_legs": PRESENT, "leg_weakness": PRESENT}),
        ("neither leg moves", {"both_legs": PRESENT, "leg_weakness": PRESENT}),
        ("neither leg is numb", {"both_legs": REFUSED}),
        ("neither leg", {"both_legs": REFUSED}),
        ("neither of my legs", {"both_legs": REFUSED}),
        ("everything except peeing is ok", {"urinary_retention": UNSURE}),
        ("bladder is ok bowels not", {"incontinence": UNSURE}),
        ("bowels fine bladder not", {"urinary_retention": UNSURE}),
        ("never had trouble peeing until now", {"urinary_retention": UNSURE}),
        ("i can pee but barely", {"urinary_retention": UNSURE}),
        ("i can pee but my back hurts", {"urinary_retention": REFUSED}),
        ("can feel my legs again", {"both_legs": UNSURE}),
        ("no blood thinners other than xarelto", {"blood_thinner": PRESENT}),
        ("no cancer now", {"cancer_history": UNSURE}),
        ("i don't have cancer, i had it", {"cancer_history": UNSURE}),
        ("no cancer", {"cancer_history": REFUSED}),
        ("my boss gives me a heart attack", {"chest_pain": None}),
        ("I think it's a heart attack", {"chest_pain": PRESENT}),
        ("out cold last night, slept like a log", {"collapse": None}),
        ("out cold last night on the floor", {"collapse": PRESENT}),
        ("i shit myself when i saw the bill", {"incontinence": None}),
        ("i shit myself when i stood up", {"incontinence": PRESENT}),
        # What stands beside the sign neither denies it ("after", "other arm ok") nor makes one of something else.
        ("breathless after brushing my hair", {"breathing_difficulty": PRESENT}),
        ("out of breath after climbing the stairs", {"breathing_difficulty": UNSURE}),
        ("what is not usual is that I am left gasping", {"breathing_difficulty": UNSURE}),
        ("my puffer ran out in May, breathing is grand", {"breathing_difficulty": None}),
        ("hand won't close on the cup, arm just hangs there, other arm ok", {"stroke_signs": UNSURE}),
        ("my tea ran out of the side of my mouth", {"stroke_signs": PRESENT, "incontinence": None}),
        ("walking is ok but this leg does not listen to me", {"leg_weakness": PRESENT}),
        ("came to with my nose on the lino", {"collapse": PRESENT}),
        ("out like a light on the couch", {"collapse": None}),
        ("my wee comes without my permission", {"incontinence": PRESENT}),
        ("wet the bed till i was seven", {"incontinence": None}),
        ("bathroom floor is cold, nothing dramatic", {"urinary_retention": None}),
        ("sink is clogged and nothing comes out", {"urinary_retention": None}),
        ("my tablets are lined up tonight", {"self_harm": UNSURE}),
        ("why does this chat ask about suicide", {"self_harm": UNSURE}),
        ("i go soft right away since it locked up", {"sexual_change": PRESENT}),
        ("my jeans won't stay up", {"sexual_change": None}),
        ("left leg heavy, right leg too", {"both_legs": PRESENT}),
        ("ate a whole packet of oreos", {"overdose": None}),
        ("back in my army days i took too many pills", {"overdose": None}),
        ("lost a lot of weight in the eighties", {"weight_loss": None}),
        ("the kilos are melting away", {"weight_loss": PRESENT}),
        ("a cortisone jab near the nerve root on monday", {"recent_spine_procedure": PRESENT}),
        ("i take marevan", {"blood_thinner": PRESENT}),
    ],
)
def test_single_wordings(text: str, flags: dict[str, str | None]) -> None:
    assert {flag: states(text).get(flag) for flag in flags} == flags


@pytest.mark.parametrize("sentence", ADDED)
def test_what_is_added_without_but_is_found_or_asked(sentence: str) -> None:
    texts = [(sentence.format(x=DENIED[x], y=STATED[y]), y) for x, y in pairs()]
    missed = [text for text, y in texts if states(text).get(y) not in (PRESENT, UNSURE)]
    assert missed == []
