"""What is read from Rasa's tracker."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.tracked import (
    is_tick_list,
    message_of,
    moment_of,
    offered,
    requested_slot,
    state_of,
    value_of,
)

DOMAIN = Domain.from_yaml(
    """
    slots:
      red_flags: {type: any, mappings: [{type: custom}]}
      age_group: {type: text, mappings: [{type: custom}]}
      signs: {type: any, mappings: [{type: custom}]}
      misunderstood: {type: any, mappings: [{type: custom}]}
      requested_slot: {type: text, mappings: [{type: custom}]}
    """
)
AT = "2026-11-16T10:00:00-07:00"
YES_NO = [{"title": "Yes", "payload": "/affirm"}, {"title": "No", "payload": "/deny"}]
SIGNS = [{"title": "Leaking pee", "payload": '/answer{"nerve_signs": "incontinence"}'}]


def tracker_with(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("p", list(events), slots=DOMAIN.slots)


def asks(buttons: list[dict[str, str]], **data: Any) -> BotUttered:
    return BotUttered("?", data={"buttons": buttons, **data}, metadata={"utter_action": "utter_ask"})


def typed(text: str, intent: str = "report_spasm", **parse: Any) -> UserUttered:
    return UserUttered(text, intent={"name": intent}, metadata={"at": AT}, **parse)


def test_the_state_is_that_of_the_slots() -> None:
    tracker = tracker_with(
        SlotSet("red_flags", {"fever": "present"}),
        SlotSet("age_group", "18_49"),
        SlotSet("signs", ["minor_fall"]),
        SlotSet("misunderstood", 1.0),
    )
    state = state_of(tracker)
    assert state.red_flags == {"fever": "present"}
    assert (state.age_group, state.signs, state.misunderstood) == ("18_49", ("minor_fall",), 1)


def test_a_slot_is_requested_only_while_its_form_is_active() -> None:
    asked = SlotSet("requested_slot", "onset")
    assert requested_slot(tracker_with(asked)) is None
    assert requested_slot(tracker_with(ActiveLoop("triage_form"), asked)) == "onset"


def test_a_message_has_the_moment_that_the_channel_noted() -> None:
    assert moment_of(typed("hi")) == datetime(2026, 11, 16, 17, 0, tzinfo=UTC)
    assert moment_of(UserUttered("hi", timestamp=60.0)) == datetime(1970, 1, 1, 0, 1, tzinfo=UTC)


def test_offered_is_what_the_last_turn_offers() -> None:
    tracker = tracker_with(typed("hi"), asks(SIGNS), typed("hm"), asks(YES_NO), ActionExecuted("action_listen"))
    assert offered(tracker) == YES_NO


def test_a_later_question_of_the_same_turn_replaces_the_options() -> None:
    assert offered(tracker_with(typed("hi"), asks(SIGNS), BotUttered("so"), asks(YES_NO))) == YES_NO


def test_while_a_message_is_answered_the_options_before_it_are_offered() -> None:
    assert offered(tracker_with(typed("hi"), asks(YES_NO), typed("yes"))) == YES_NO


def test_nothing_is_offered_before_and_without_buttons() -> None:
    assert offered(tracker_with()) == []
    assert offered(tracker_with(typed("hi"), asks(YES_NO), typed("yes"), BotUttered("fine"))) == []


def test_a_tick_list_is_marked() -> None:
    assert is_tick_list(tracker_with(typed("hi"), asks(SIGNS, custom={"tick_list": True})))
    assert not is_tick_list(tracker_with(typed("hi"), asks(YES_NO)))


@pytest.mark.parametrize(
    ("payload", "value"),
    [('/answer{"onset": "today"}', "today"), ("/next_step", "/next_step"), ("/affirm", "/affirm")],
)
def test_the_value_of_a_payload(payload: str, value: str) -> None:
    assert value_of(payload) == value


def test_a_typed_message_with_what_was_found_in_it() -> None:
    entities = [
        {"entity": "red_flag", "value": "fever", "role": "present", "start": 0, "end": 5, "sense": "stated"},
        {"entity": "sign", "value": "vomiting", "role": "present", "start": 6, "end": 9, "sense": "stated"},
        {"entity": "onset", "value": "2026-11-15T17:00:00+00:00", "ambiguous": True},
        {"entity": "recurring", "value": "yes"},
        {"entity": "someone_else", "value": "yes"},
    ]
    message = message_of(tracker_with(asks(SIGNS), typed(" fever again ", entities=entities)))
    assert message.text == "fever again"
    assert [(f.name, f.state) for f in message.findings] == [("fever", "present"), ("vomiting", "present")]
    assert (message.onset, message.onset_clear) == ("2026-11-15T17:00:00+00:00", False)
    assert message.recurring is True
    assert message.someone_else
    assert message.picked == {}
    assert message.offered == ("incontinence",)
    assert message.last_response == "utter_ask"


def test_a_pressed_option_has_no_text_and_states_no_time() -> None:
    """Its entity has the name of the slot, but its value is the option's and not a moment."""
    pressed = typed('/answer{"onset": "today"}', "answer", entities=[{"entity": "onset", "value": "today"}])
    message = message_of(tracker_with(pressed))
    assert message.text == ""
    assert message.picked == {"onset": ("today",)}
    assert message.onset is None
    assert message.recurring is None


def test_several_ticks_come_together() -> None:
    entities = [{"entity": "nerve_signs", "value": v} for v in ("incontinence", "both_legs")]
    message = message_of(tracker_with(typed("/answer{…}", "answer", entities=entities)))
    assert message.picked == {"nerve_signs": ("incontinence", "both_legs")}


def test_an_empty_message_has_no_intent() -> None:
    assert message_of(tracker_with(typed("  ", "greet"))).intent is None
