"""An old story held against today's plain back is asked about; a sign of today behind an old date is not touched."""

from __future__ import annotations

import pytest

from rasa_parts.red_flag_extractor import RED_FLAG, entities_of
from tests.triage.bracketed import bracketed
from triage.then_and_now import is_of_then


def of_then(text: str) -> bool:
    return is_of_then(*bracketed(text))


@pytest.mark.parametrize(
    "text",
    [
        "[passed out] once giving blood, aged 19. I'm 61 now and my back's just sore",
        "panic at uni gave me a [tight chest], that was 2007. Currently a dull ache, low back",
        "I had a limp in primary school, [dragged] it all about. Nowadays only the back",
        "[fell off a roof] at 12, nothing broken. At 40 I bend for my slippers and my back says hello",
        "I was [short of breath] the whole time I smoked. Stopped nineteen years ago. Only my back is stiff",
    ],
)
def test_an_old_story_is_of_then(text: str) -> None:
    assert of_then(text)


@pytest.mark.parametrize(
    "text",
    [
        "[passed out] last night. Today it's just my back",
        "I [fainted] at school today, just my back now",
        "disc op in 2019. This morning [my groin went numb], my back is only sore",
        "[my groin is numb] since 2015, my back is just sore",
        "my [groin went numb] in 2019",
        "at college I [fainted] and I still do, back is sore",
        "[chest pain], had an op in 2015, now just my back",
    ],
)
def test_what_may_be_of_now_is_not(text: str) -> None:
    assert not of_then(text)


@pytest.mark.parametrize(
    ("text", "flag", "role"),
    [
        ("had lung cancer at college, now my back is sore", "cancer_history", "present"),
        ("passed out giving blood, aged 19. I'm 61 now and my back's just sore", "collapse", "unsure"),
    ],
)
def test_what_counts_for_ever_counts(text: str, flag: str, role: str) -> None:
    found = {entity["value"]: entity["role"] for entity in entities_of(text) if entity["entity"] == RED_FLAG}
    assert found[flag] == role
