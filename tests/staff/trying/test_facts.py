"""What happened in each turn is read from the events."""

from __future__ import annotations

from staff.trying.facts import Done, turns
from tests.staff.trying.events import action, bot, loop, slot, user

TICKS = [
    ("Chest pain", '/answer{"signs": "chest_pain"}'),
    ("Fever", '/answer{"signs": "fever"}'),
    ("Hours", "/ask_hours"),
]


def test_each_message_has_what_followed_from_it() -> None:
    first, second = turns(
        [
            slot("patient", "self"),
            user("my back", "report_spasm"),
            action("utter_comfort"),
            bot("utter_comfort", "That hurts."),
            loop("triage_form"),
            slot("onset", "x"),
            action("action_listen"),
            user("hello", "greet"),
            action("utter_greet", "SafetyPolicy"),
        ]
    )
    assert (first.text, first.intent, first.loop_before) == ("my back", "report_spasm", None)
    assert first.done == (Done("ResumingRulePolicy", "utter_comfort"),)
    assert [(said.response, said.text) for said in first.said] == [("utter_comfort", "That hurts.")]
    assert (first.slots_before, first.slots_after) == ({"patient": "self"}, {"patient": "self", "onset": "x"})
    assert (second.loop_before, second.slots_before["onset"]) == ("triage_form", "x")
    assert second.steps_before == (("intent", "report_spasm"), ("action", "utter_comfort"))
    assert second.done == (Done("SafetyPolicy", "utter_greet"),)


def test_what_was_reset_is_forgotten() -> None:
    (turn,) = turns([slot("onset", "x"), user("start over"), {"event": "reset_slots"}, slot("patient", "self")])
    assert (turn.slots_before, turn.slots_after) == ({"onset": "x"}, {"patient": "self"})


def test_pressed_options_are_told_by_their_titles() -> None:
    def pressed(payload: str) -> tuple[str, ...]:
        return turns([user("hi"), bot("utter_ask", "?", *TICKS), user(payload)])[1].pressed

    assert pressed('/answer{"signs": "fever"}') == ("Fever",)
    assert pressed('/answer{"signs": ["chest_pain", "fever"]}') == ("Chest pain", "Fever")
    assert pressed("/ask_hours") == ("Hours",)
    assert pressed("/something_else") == ("/something_else",)
    assert pressed("fever") == ()
