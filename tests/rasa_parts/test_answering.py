"""One turn: what is pressed, what is typed, and what is reported of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.shared.core.events import UserUttered

from rasa_parts.answering import answer, greet
from tests.talking import Patient, Run

SPASM = "bent down to tie my shoe and my back locked up"
PRESSED = '/answer{"nerve_signs": "both_legs"}'

NewPatient = Callable[[], Patient]


@pytest.fixture
def asked(new_patient: NewPatient) -> Patient:
    """A patient who is asked for the nerve signs."""
    patient = new_patient()
    patient.types(SPASM)
    patient.presses("none")
    return patient


def heard(bot: Agent, run: Run, sender: str) -> UserUttered:
    """The last message as Rasa has stored it."""
    tracker = run(bot.tracker_store.retrieve(sender))
    return next(event for event in reversed(tracker.events) if isinstance(event, UserUttered))


def test_a_reply_tells_what_was_understood(new_patient: NewPatient) -> None:
    reply = new_patient().types(SPASM)
    assert reply.understood["intent"] == "report_spasm"
    assert 0.3 < reply.understood["confidence"] <= 1.0
    assert reply.asking == "emergency_signs"
    assert reply.responses == [message.response for message in reply.messages]
    assert reply.tick_list


def test_a_question_with_one_answer_is_no_tick_list(asked: Patient) -> None:
    assert not asked.presses("none").tick_list


def test_the_slots_are_those_of_the_contract_and_nothing_internal(asked: Patient) -> None:
    assert asked.reply is not None
    assert {"emergency_signs", "onset", "disposition"} <= set(asked.reply.slots)
    assert not {"plan", "requested_slot", "session_started_metadata"} & set(asked.reply.slots)
    json.dumps(asked.reply.slots)


def test_pressing_is_sending_a_payload_that_was_offered(asked: Patient) -> None:
    assert asked.types(PRESSED).red_flags["both_legs"] == "present"


def test_ticks_are_joined_by_commas(asked: Patient) -> None:
    reply = asked.types(f'{PRESSED},/answer{{"nerve_signs": "incontinence"}}')
    assert reply.red_flags["both_legs"] == reply.red_flags["incontinence"] == "present"


@pytest.mark.parametrize("text", [f" {PRESSED} ", f"{PRESSED}, {PRESSED}", f"{PRESSED},"])
def test_blanks_and_repetitions_do_not_matter(asked: Patient, text: str) -> None:
    assert asked.types(text).red_flags["both_legs"] == "present"


@pytest.mark.parametrize(
    "text",
    [
        '/answer{"nerve_signs": "none"} please',
        '/answer{"nerve_signs": "nothing"}',
        '/answer{"age_group": "18_49"}',
        '/answer{"nerve_signs": ["none"]}',
        "/answer",
        "/affirm",
    ],
)
def test_what_was_not_offered_is_not_pressed(asked: Patient, text: str) -> None:
    reply = asked.types(text)
    assert reply.understood["intent"] != "answer"
    assert reply.asking == "nerve_signs", asked.said()
    assert reply.red_flags.get("both_legs") is None


def test_no_slash_reaches_rasa(bot: Agent, run: Run, asked: Patient) -> None:
    asked.types('/restart{"x": 1}')
    assert not str(heard(bot, run, asked.sender).text).startswith("/")


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        " /restart",
        "\n/restart",
        "//restart",
        "\\restart",
        "\uff0frestart",
        "\u2044restart",
        "\u2215restart",
        "\u200b/restart",
        "/\u200b/restart",
        "\u2060\ufeff /restart",
        "\u202e/restart",
        "/session_start",
        "/action_listen",
    ],
)
def test_a_typed_command_is_neither_a_command_nor_its_word(
    bot: Agent, run: Run, asked: Patient, typed: str
) -> None:
    before = asked.reply
    assert before is not None
    reply = asked.types(typed)
    message = heard(bot, run, asked.sender)
    assert "/" not in str(message.text)
    assert message.metadata["command"]
    assert reply.asking == before.asking == "nerve_signs", asked.said()


def test_a_message_that_was_not_stored_is_not_answered(
    bot: Agent, run: Run, asked: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the patient would be told the answer to the message before."""

    async def fails(*_: Any) -> None:
        raise OSError("no room on the disk")

    monkeypatch.setattr(bot.tracker_store._tracker_store, "save", fails)
    reply = asked.types("I cannot pee")
    assert (reply.failed, reply.responses) == (True, ["utter_safe"])
    monkeypatch.undo()
    assert not asked.types("I cannot pee").failed


@pytest.mark.parametrize("begin", [True, False])
def test_a_conversation_that_cannot_be_read_is_not_begun_anew(
    bot: Agent, run: Run, asked: Patient, monkeypatch: pytest.MonkeyPatch, begin: bool
) -> None:
    async def fails(*_: Any) -> None:
        raise OSError("no such file")

    monkeypatch.setattr(bot.tracker_store._tracker_store, "retrieve", fails)
    reply = run(greet(bot, "nobody")) if begin else asked.types("and my leg is numb")
    assert (reply.failed, reply.responses) == (True, ["utter_safe"])


def test_a_step_is_shown_with_its_number_and_an_outcome_with_its_summary(
    new_patient: NewPatient,
) -> None:
    patient = new_patient()
    first = patient.types(SPASM)
    assert (first.progress, first.summary) == (None, None)
    reply = patient.answers_the_rest()
    assert reply.disposition == "self_care"
    assert reply.summary == reply.slots["summary"]


def test_personal_data_does_not_reach_rasa(bot: Agent, run: Run, asked: Patient) -> None:
    asked.types("call me at 406-555-0134 or ann@example.com")
    stored = str(heard(bot, run, asked.sender).text)
    assert "0134" not in stored
    assert "ann@example.com" not in stored


def test_the_moment_of_a_message_is_kept_in_utc(bot: Agent, run: Run) -> None:
    at = datetime(2026, 11, 16, 10, 0, tzinfo=timezone(timedelta(hours=-7)))
    run(answer(bot, "in Montana", "hello", at=at))
    assert heard(bot, run, "in Montana").metadata["at"] == "2026-11-16T17:00:00+00:00"


def test_a_message_keeps_its_id(bot: Agent, run: Run) -> None:
    run(answer(bot, "with an id", "hello", message_id="42"))
    assert heard(bot, run, "with an id").message_id == "42"


def test_the_bot_greets_first(bot: Agent, run: Run) -> None:
    reply = run(greet(bot, "newcomer"))
    assert reply.responses == ["utter_greet"]
    assert reply.options
    assert reply.asking is None and reply.disposition is None


def test_a_pressed_option_of_the_greeting_is_understood(bot: Agent, run: Run) -> None:
    reply = run(greet(bot, "presser"))
    payload = next(o.payload for o in reply.options if o.payload == "/report_spasm")
    assert run(answer(bot, "presser", payload)).asking == "emergency_signs"


def test_a_failed_action_is_followed_by_the_safe_message(
    new_patient: NewPatient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken on purpose")

    patient = new_patient()
    patient.types(SPASM)
    monkeypatch.setattr("rasa_parts.actions_in_process.ActionsInProcess.request", fails)
    reply = patient.answers_the_rest()
    assert "utter_safe" in reply.responses, patient.said()
    assert "utter_self_care" not in reply.responses


def test_a_failed_action_is_a_failure_also_after_other_words(
    new_patient: NewPatient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken on purpose")

    patient = new_patient()
    patient.types(SPASM)
    patient.answers_the_rest()
    patient.types("I have a fever")
    patient.types("that was a mistake")
    monkeypatch.setattr("rasa_parts.actions_in_process.ActionsInProcess.request", fails)
    assert patient.presses("no").responses == ["utter_put_right", "utter_safe"], patient.said()


def test_an_action_that_says_nothing_is_a_failure(new_patient: NewPatient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(*_: Any, **__: Any) -> dict[str, list[Any]]:
        return {"events": [], "responses": []}

    patient = new_patient()
    patient.types(SPASM)
    monkeypatch.setattr("rasa_parts.actions_in_process.ActionsInProcess.request", silent)
    assert "utter_safe" in patient.answers_the_rest().responses, patient.said()
