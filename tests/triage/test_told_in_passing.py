"""What is told of somebody in passing is asked about; what the writer says of themselves is stated."""

from __future__ import annotations

import pytest

from tests.triage.bracketed import bracketed
from triage.told_in_passing import is_told_in_passing


def told(text: str) -> bool:
    return is_told_in_passing(*bracketed(text))


@pytest.mark.parametrize(
    "text",
    [
        "My neighbour had a heart attack, [chest pain] and all. I've only a stiff back.",
        "My wee brother was [wheezing] all night as a boy. Me, I've just a sore back.",
        "Our choir lady [faints] at every concert. Not me, I only get a stiff back.",
        "The bloke on the telly, [both legs gone to jelly]. I'm just sofa-stiff, back wants moving.",
        "Watching Casualty, a chap was [clutching his chest]. My own trouble is a dull backache.",
        "Nan says a [fever] is good for you. Mine is from the allotment.",
        "I drive the minibus for the [chemo] patients, my back is stiff.",
        "I lift people who [faint] all day, my back is stiff.",
        "I teach what to do when somebody [faints], so my back is sore.",
        "a teacher at school, his [speech was slurred] and it was his dentures. I have an aching back from the stage.",
        "In the biology class they had [heart attack]. I only have a stiff back.",
        "I care for a gentleman who's been [incontinent] for years, my back is stiff.",
        "Theoretical question. Bloke [falls off a roof], when may one move him?",
    ],
)
def test_told_of_somebody_else(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "My neighbour had to drive me, [chest pain] since noon. I'd only a stiff back before.",
        "My son found me, I had [passed out]. It was just a stiff back yesterday.",
        "[Chest pain]. I've only a stiff back otherwise.",
        "Just a stiff back at first. [Numb groin] now.",
        "My neighbour had a heart attack, [chest pain] and all.",
        "62 year old man, [chest pain], only a stiff back till now",
        "my lady parts are [numb]. it was only a stiff back",
        "I'm a chemo patient and have a [fever]",
        "I look after people and [fainted]",
        "I [passed out] training yesterday",
        "[slurred] talk since this morning",
        "my feet, those are [numb]",
    ],
)
def test_said_by_the_writer_of_themselves(text: str) -> None:
    assert not told(text)
