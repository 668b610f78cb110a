"""Plays the conversations in tests/conversations/ with the trained bot; their README says how to write one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from rasa_parts.clinical_knowledge import clinical_table
from tests.conversation_file import (
    EACH_RED_FLAG,
    SECTION_6,
    Conversation,
    check_known,
    conversations,
    openings,
)
from tests.conversation_play import play
from tests.talking import Patient

if TYPE_CHECKING:
    from rasa.core.agent import Agent


NewPatient = Callable[[], Patient]
Begun = Callable[[str | None], Patient]

TESTS = Path(__file__).resolve().parent

# The other lines of section 6 of the clinical brief are held by a test of their own.
SECTION_6_ELSEWHERE = {
    "scan_when_down": "test_safety.py::test_emergencies_are_told_without_the_action_server",
    "page_when_down": "test_safety.py::test_the_page_itself_carries_the_emergency_text_and_the_number",
    "understood_advice_reason_watch": "test_wording.py::test_an_outcome_says_back_then_advises_then_gives_the_reason",
    "disclaimer_and_number": "test_wording.py::test_beside_the_advice_stand_the_disclaimer_and_a_number",
    "after_hours": "test_wording.py::test_after_hours_the_patient_is_told_who_to_call",
    "reading_level": "test_wording.py::test_the_wording_is_easy_to_read",
    "not_below_a_question": "test_wording.py::test_nothing_stands_below_a_question",
    "nothing_generated": "test_conversations.py::test_conversation",
}


@pytest.fixture(scope="module")
def wording(bot: Agent) -> Mapping[str, Any]:
    """Every response of data/, by name."""
    assert bot.domain is not None
    return bot.domain.responses


@pytest.fixture(scope="module")
def begun(new_patient: NewPatient, wording: Mapping[str, Any]) -> Begun:
    """Gives a patient who has come through an opening; each opening is played once."""
    played: dict[str, Patient] = {}

    def begin(opening: str | None) -> Patient:
        patient = new_patient()
        if opening is None:
            return patient
        if opening not in played:
            first = new_patient()
            play(first, openings()[opening], wording)
            played[opening] = first
        return played[opening].goes_on_as(patient.sender)

    return begin


@pytest.mark.parametrize("conversation", conversations(), ids=str)
def test_conversation(conversation: Conversation, begun: Begun, wording: Mapping[str, Any]) -> None:
    if conversation.problem:
        pytest.fail(conversation.problem, pytrace=False)
    expected = [name for s in conversation.steps for k in s.expected if "response" in k for name in s.expected[k]]
    check_known(str(conversation), expected, wording)
    play(begun(conversation.opening), conversation.steps, wording)


def test_no_two_conversations_have_the_same_name() -> None:
    names = [str(conversation) for conversation in conversations()]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("line", SECTION_6)
def test_every_line_of_section_6_has_a_conversation(line: str) -> None:
    assert any(line in conversation.section6 for conversation in conversations()), SECTION_6[line]


@pytest.mark.parametrize("line", SECTION_6_ELSEWHERE)
def test_every_other_line_of_section_6_has_a_test(line: str) -> None:
    file, name = SECTION_6_ELSEWHERE[line].split("::")
    assert f"def {name}(" in (TESTS / file).read_text("utf-8")


# --- every red flag, everywhere ----------------------------------------------------------------------

RED_FLAGS: dict[str, dict[str, str]] = yaml.safe_load(EACH_RED_FLAG.read_text("utf-8"))
SPASM = "bent down to tie my shoe and my back locked up"


def test_every_red_flag_of_the_table_is_played() -> None:
    assert list(RED_FLAGS) == list(clinical_table().flags)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_red_flag_as_the_first_message(flag: str, new_patient: NewPatient) -> None:
    patient = new_patient()
    reply = patient.types(RED_FLAGS[flag]["says"])
    if not reply.asking and not reply.disposition:
        patient.types(SPASM)
    _ends_as_it_should(patient, flag)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_red_flag_in_the_middle_of_the_questions(flag: str, begun: Begun) -> None:
    patient = begun("in_the_questions")
    patient.types(RED_FLAGS[flag]["says"])
    _ends_as_it_should(patient, flag)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_red_flag_after_the_outcome(flag: str, begun: Begun) -> None:
    patient = begun("self_care")
    patient.types(RED_FLAGS[flag]["says"])
    _ends_as_it_should(patient, flag)


def _ends_as_it_should(patient: Patient, flag: str) -> None:
    """An emergency at once, anything else at the latest when all questions are answered."""
    expected = RED_FLAGS[flag]["alone"]
    if not clinical_table().is_locked(expected):
        patient.answers_the_rest()
    assert patient.reply is not None
    assert patient.reply.disposition == expected, patient.said()
    assert patient.reply.red_flags.get(flag) == "present", patient.said()


@pytest.mark.parametrize("flag", [flag for flag in RED_FLAGS if RED_FLAGS[flag]["denies"] != "none"])
def test_a_denied_red_flag_never_fires_and_answers_only_itself(flag: str, new_patient: NewPatient) -> None:
    patient = new_patient()
    patient.types(SPASM)
    reply = patient.types(RED_FLAGS[flag]["denies"])
    assert reply.red_flags == {flag: "denied"}, patient.said()
    assert reply.asking == "emergency_signs", patient.said()
    assert patient.answers_the_rest().disposition == "self_care", patient.said()


def test_of_two_dangers_the_higher_is_acted_on_and_both_are_said_back(new_patient: NewPatient) -> None:
    reply = new_patient().types("my back hurts, I can't pee and I have chest pain")
    assert reply.responses == ["utter_call_911"]
    for flag in ("urinary_retention", "chest_pain"):
        assert clinical_table().flags[flag].said_back in reply.messages[0].text
