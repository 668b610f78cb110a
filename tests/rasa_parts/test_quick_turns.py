"""What is worked out once gives what Rasa would have worked out each time."""

from __future__ import annotations

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered

from rasa_parts.quick_turns import make_turns_quick


@pytest.fixture(autouse=True)
def quick() -> None:
    make_turns_quick()


def test_an_event_is_read_as_its_own_class() -> None:
    make_turns_quick()
    assert Event.resolve_by_type("user") is UserUttered
    assert Event.resolve_by_type("bot") is BotUttered
    assert Event.from_parameters({"event": "slot", "name": "onset", "value": None}) == SlotSet("onset", None)


def test_an_unknown_event_is_refused() -> None:
    with pytest.raises(ValueError, match="no_such_event"):
        Event.resolve_by_type("no_such_event")


def test_what_an_action_server_answers_is_checked() -> None:
    action = RemoteAction("action_show_disposition", None)
    assert action._validate_action_result({"events": [], "responses": [{"text": "Lie down."}]})
    with pytest.raises(ValidationError):
        action._validate_action_result({"events": "none", "responses": []})
