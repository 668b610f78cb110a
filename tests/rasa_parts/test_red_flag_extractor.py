"""Red flags and signs as entities of Rasa's messages."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from rasa_parts.red_flag_extractor import ASKING, SILENCED, RedFlagExtractor, entities_of, flag_asked


def found(text: str) -> set[tuple[str, str, str | None]]:
    return {(e["entity"], e["value"], e.get("role")) for e in entities_of(text)}


def processed(text: str | None, **data: Any) -> list[dict[str, Any]]:
    message = Message(data={TEXT: text, **data})
    (result,) = RedFlagExtractor().process([message])
    return list(result.get(ENTITIES) or [])


def test_a_flag_is_an_entity_with_its_state() -> None:
    (entity,) = processed("I can't pee")
    assert (entity["entity"], entity["value"], entity["role"]) == ("red_flag", "urinary_retention", "present")
    assert entity["extractor"] == "RedFlagExtractor"
    assert entity["sense"] and entity["pattern"]


def test_the_detector_is_told_what_was_silenced() -> None:
    for text, silenced in [("the chair gave way under my leg", ["leg_weakness"]), ("my back hurts", [])]:
        (message,) = RedFlagExtractor().process([Message(data={TEXT: text})])
        assert (message.get(SILENCED), message.get(ENTITIES)) == (silenced, [])


def test_the_offsets_are_those_of_the_message() -> None:
    text = "My back hurts. And I have a FEVER"
    (entity,) = processed(text)
    assert text[entity["start"] : entity["end"]] == "FEVER"


def test_denied_and_doubtful_are_told_apart() -> None:
    assert ("red_flag", "fever", "denied") in found("no fever")
    assert ("red_flag", "self_harm", "unsure") in found("my back hurts so bad I want to die")


def test_a_sign_is_no_red_flag() -> None:
    assert ("sign", "minor_fall", "present") in found("I slipped and fell on my butt")


@pytest.mark.parametrize("text", ["my back locked up", "", "hello"])
def test_nothing_dangerous_has_no_flags(text: str) -> None:
    assert not [e for e in processed(text) if e["entity"] == "red_flag"]


def test_someone_elses_trouble_is_marked() -> None:
    assert ("someone_else", "yes", None) in found("my husband threw his back out")
    assert ("someone_else", "yes", None) not in found("I threw my back out")


def test_anothers_flag_counts_when_the_talk_is_about_them() -> None:
    text = "my mom had cancer"
    assert not [e for e in entities_of(f"I hurt my back. {text}") if e["value"] == "cancer_history"]
    about_her = processed(text, metadata={"patient": "other"})
    assert ("cancer_history", "present") in {(e["value"], e.get("role")) for e in about_her}


def test_a_payload_is_left_as_it_is() -> None:
    pressed = [{"entity": "emergency_signs", "value": "chest_pain"}]
    assert processed('/answer{"emergency_signs": "chest_pain"}', entities=pressed) == pressed


def test_what_others_found_stays() -> None:
    earlier = {"entity": "onset", "value": "2026-11-16T17:00:00+00:00"}
    assert earlier in processed("I have a fever since today", entities=[earlier])


def test_misspelt_words_are_found() -> None:
    assert ("red_flag", "fever", "present") in found("I have a fevr")


def answered(text: str, question: str) -> list[tuple[str, str]]:
    return [(e["value"], e["role"]) for e in processed(text, metadata={ASKING: question})]


@pytest.mark.parametrize(
    ("text", "flag", "role"),
    [
        ("nothing comes out!!!", "urinary_retention", "present"),
        ("dry as a bone", "incontinence", "denied"),
        # A vague mention inside a plain answer, and a denied word beside a statement.
        ("Nah chest is sweet as", "chest_pain", "denied"),
        ("I did not faint but my sight is swimming", "collapse", "present"),
    ],
)
def test_an_answer_that_names_no_sign_is_about_the_one_that_was_asked(text: str, flag: str, role: str) -> None:
    assert answered(text, f"confirm_{flag}") == [(flag, role)]
    assert answered(text, "emergency_signs") != [(flag, role)]


def test_what_is_found_beside_it_keeps_a_sign_from_being_denied() -> None:
    assert ("incontinence", "denied") not in answered("dry as a bone, but my groin is numb", "confirm_incontinence")


def test_only_a_confirming_question_is_about_one_flag() -> None:
    assert flag_asked("confirm_fever") == "fever"
    assert [flag_asked(question) for question in ("fever", "confirm_several", "onset", None)] == [None] * 4
