"""A stored conversation reads as the patient saw it."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered

from rasa_parts.bot_message import BotMessage
from rasa_parts.transcript import (
    Choice,
    PatientMessage,
    payload_values,
    read_messages,
    read_turns,
)

BUTTONS = [
    {"title": "I cannot pee", "payload": '/answer{"nerve_signs": "urinary_retention"}'},
    {"title": "Numb", "payload": '/answer{"nerve_signs": "saddle_numbness"}'},
    {"title": "None of these", "payload": '/answer{"nerve_signs": "none"}'},
]


def question() -> BotUttered:
    return BotUttered("Any of these?", {"buttons": BUTTONS, "custom": {"tick_list": True}})


def pressed(text: str) -> list[str]:
    turns = read_turns([question(), UserUttered(text)])
    return [said.text for said in read_messages(turns) if isinstance(said, PatientMessage)]


def test_turns_hold_what_was_said_and_what_was_answered() -> None:
    turns = read_turns(
        [
            ActionExecuted("action_session_start"),
            BotUttered("Hello."),
            UserUttered("my back", message_id="m1.abc"),
            SlotSet("onset", 1),
            BotUttered(
                "Lie down.",
                {"image": "steps/1.svg", "custom": {"description": "Legs on a chair."}},
            ),
            question(),
        ]
    )
    assert read_messages(turns) == [
        BotMessage("Hello."),
        PatientMessage("my back", "m1.abc"),
        BotMessage("Lie down.", image="steps/1.svg", description="Legs on a chair."),
        BotMessage("Any of these?"),
    ]
    assert turns[-1].message_id == "m1.abc"
    assert turns[-1].choices == [Choice(button["title"], button["payload"]) for button in BUTTONS]
    assert turns[-1].tick_list


def test_choices_are_those_of_the_last_question() -> None:
    turns = read_turns(
        [question(), BotUttered("Or?", {"buttons": [{"title": "Yes", "payload": "/affirm"}]})]
    )
    assert turns[-1].choices == [Choice("Yes", "/affirm")]
    assert not turns[-1].tick_list
    assert read_turns([question(), UserUttered("hm")])[-1].choices == []


@pytest.mark.parametrize(
    "text",
    [
        '/answer{"nerve_signs": "urinary_retention"},/answer{"nerve_signs": "saddle_numbness"}',
        '/answer{"nerve_signs": ["urinary_retention", "saddle_numbness"]}',
    ],
)
def test_pressed_options_read_as_their_titles(text: str) -> None:
    assert pressed(text) == ["I cannot pee\nNumb"]
    assert pressed(BUTTONS[2]["payload"]) == ["None of these"]


def test_messages_of_the_page_itself_are_not_shown() -> None:
    assert pressed("/session_start") == []
    assert pressed('/answer{"broken') == []


def test_custom_messages_without_text_are_not_shown() -> None:
    assert read_messages(read_turns([BotUttered(None, {"custom": {"tick_list": True}})])) == []


@pytest.mark.parametrize(
    "payload", ["/affirm", "", "hello {name}", '/answer{"a": ', "/answer{" * 200]
)
def test_payloads_without_values_have_none(payload: str) -> None:
    assert payload_values(payload) == set()
