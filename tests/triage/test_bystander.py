"""What a bystander says of themselves does not make them the patient."""

from __future__ import annotations

import pytest

from triage.bystander import without_bystander
from triage.patient import is_someone_else


@pytest.mark.parametrize(
    "aside",
    [
        "I'm really worried",
        "I am so scared",
        "I think it's just a spasm but not sure",
        "am I overreacting",
        "should I be worried",
        "should I drive him to the ER or wait",
        "what can I do to help",
        "what do I do now?",
        "how do I move him",
        "which doctor do I see",
        "when do I call an ambulance",
        "I gave him two pills",
        "I had to carry her to bed",
        "I'm his carer",
        "I'm at work right now",
        "I live with him",
        "I've never seen him like this",
        "I don't like the look of it",
        "please advise me",
        "it scares me",
        "if I may ask",
    ],
)
def test_the_sign_stays_the_other_persons(aside: str) -> None:
    assert is_someone_else(f"my husband has chest pain, {aside}")


@pytest.mark.parametrize(
    "words",
    [
        "I can't get up",
        "I fell too",
        "so I'm worried",
        "I'm worried I have it too",
        "I'm scared for my back",
        "now it hurts me",
        "I have the same",
    ],
)
def test_who_speaks_of_their_own_trouble_is_the_patient(words: str) -> None:
    assert not is_someone_else(f"my dad has cancer, {words}")


def test_only_the_asides_go() -> None:
    assert without_bystander(" i am scared , my leg is numb") == " , , my leg is numb"
