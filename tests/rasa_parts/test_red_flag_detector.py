"""The learned detector makes the bot ask, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bench.understanding import detector_of
from rasa_parts.red_flag_detector import RedFlagDetector
from rasa_parts.red_flag_extractor import entities_of
from tests.talking import Patient

# No line of clinical/lexicon/ sees it; the tests below would otherwise prove nothing.
UNLISTED = "chugging along like an old steam train and I only sat up in bed"


@pytest.fixture(scope="session")
def detector(bot: Agent) -> RedFlagDetector:
    return detector_of(bot)


def added(detector: RedFlagDetector, text: str, entities: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    before = list(entities or [])
    (message,) = detector.process([Message(data={TEXT: text, ENTITIES: before})])
    return list(message.get(ENTITIES))[len(before) :]


def test_the_table_does_not_see_the_wording_of_these_tests() -> None:
    assert entities_of(UNLISTED) == []


def test_an_unlisted_wording_is_suspected(detector: RedFlagDetector) -> None:
    found = added(detector, UNLISTED)
    assert [e["value"] for e in found] == ["breathing_difficulty"]
    assert {(e["entity"], e["role"], e["sense"]) for e in found} == {("red_flag", "unsure", "suspected")}


def test_a_danger_buried_in_a_story_is_suspected(detector: RedFlagDetector) -> None:
    story = "I was raking leaves all afternoon with the neighbour's kids, lovely weather too, "
    assert "breathing_difficulty" in [e["value"] for e in added(detector, f"{story}and now it is {UNLISTED}")]


def test_what_the_table_saw_is_left_to_it(detector: RedFlagDetector) -> None:
    for role in ("present", "denied", "unsure"):
        seen = {"entity": "red_flag", "value": "breathing_difficulty", "role": role, "start": 0, "end": 4}
        assert added(detector, UNLISTED, [seen]) == []


def test_nothing_is_asked_beside_a_danger_that_is_acted_on(detector: RedFlagDetector) -> None:
    text = f"I can't pee, {UNLISTED}"
    seen = {"entity": "red_flag", "value": "urinary_retention", "role": "present", "start": 0, "end": 11}
    assert added(detector, text, [seen]) == []
    assert added(detector, text, [{**seen, "role": "denied"}]) != []


@pytest.mark.parametrize("text", ['/answer{"onset": "today"}', "", "  ", "my back locked up", "what are your hours?"])
def test_nothing_is_suspected_in_presses_silence_and_plain_words(detector: RedFlagDetector, text: str) -> None:
    assert added(detector, text) == []


def test_what_a_line_takes_for_a_look_alike_is_suspected_sooner(
    detector: RedFlagDetector, monkeypatch: pytest.MonkeyPatch
) -> None:
    thresholds = detector._config["thresholds"]
    chance = (thresholds["silenced"] + thresholds["alone"]) / 2
    monkeypatch.setattr(detector, "chances", lambda *_: {"chest_pain": chance, "collapse": chance, "child": chance})
    assert list(detector.suspicions("…")) == []
    assert list(detector.suspicions("…", silenced=frozenset({"chest_pain", "child"}))) == ["chest_pain"]


def test_a_flag_is_suspected_at_its_own_share_of_the_threshold(
    detector: RedFlagDetector, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = {**detector._config, "own_share": {"incontinence": 0.5, "stroke_signs": 2.0}}
    sharer = RedFlagDetector(config, detector._model_storage, detector._resource, detector._flags, detector._words)
    chance = detector._config["thresholds"]["alone"] * 1.1
    flags = ("stroke_signs", "incontinence", "collapse")
    monkeypatch.setattr(sharer, "chances", lambda *_: dict.fromkeys(flags, chance))
    assert sorted(sharer.suspicions("…")) == ["collapse", "incontinence"]
    monkeypatch.setattr(sharer, "chances", lambda *_: dict.fromkeys(flags, chance / 2))
    assert list(sharer.suspicions("…")) == ["incontinence"]


def test_silenced_words_need_no_neighbour_to_speak_for_them(detector: RedFlagDetector) -> None:
    strict = {**detector._config, "least_vote": 1.1}
    deaf = RedFlagDetector(strict, detector._model_storage, detector._resource, detector._flags, detector._words)
    assert deaf.suspicions(UNLISTED) == {}
    assert list(deaf.suspicions(UNLISTED, silenced=frozenset({"breathing_difficulty"}))) == ["breathing_difficulty"]


def test_untrained_it_suspects_nothing(detector: RedFlagDetector) -> None:
    untrained = RedFlagDetector(detector._config, detector._model_storage, detector._resource)
    assert untrained.suspicions(UNLISTED) == {}


def test_a_suspicion_is_asked_and_does_not_escalate(new_patient: Callable[[], Patient]) -> None:
    patient = new_patient()
    reply = patient.types(UNLISTED)
    assert reply.asking == "confirm_breathing_difficulty", patient.said()
    assert reply.disposition is None
    assert patient.types("yes").disposition == "call_911", patient.said()


def test_a_suspicion_that_was_denied_is_not_asked_again(new_patient: Callable[[], Patient]) -> None:
    patient = new_patient()
    patient.types(UNLISTED)
    assert patient.types("no").red_flags["breathing_difficulty"] == "denied", patient.said()
    assert patient.types(UNLISTED).asking != "confirm_breathing_difficulty", patient.said()


def test_a_suspicion_after_none_of_these_is_asked_once(new_patient: Callable[[], Patient]) -> None:
    """People do not find themselves in a list."""
    patient = new_patient()
    patient.types("my back locked up")
    patient.types("none of these")
    assert patient.types(UNLISTED).asking == "confirm_breathing_difficulty", patient.said()
