"""What is misspelt in a conversation is named."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conversation_file import ConversationError, read


@pytest.mark.parametrize(
    ("turn", "named"),
    [
        ({"patient": "hi", "askin": "onset"}, "askin"),
        ({"patient": "hi", "asking": "onsets"}, "onsets"),
        ({"patient": "hi", "disposition": "call_912"}, "call_912"),
        ({"patient": "hi", "present": ["feverish"]}, "feverish"),
        ({"patient": "hi", "after": "a while"}, "after"),
        ({"patient": "hi", "press": "none"}, "not both"),
        ({"patient": True, "asking": None}, "quotes"),
    ],
)
def test_what_is_misspelt_in_a_conversation_is_named(turn: dict[str, Any], named: str) -> None:
    with pytest.raises(ConversationError, match=named):
        read({"name": "a test", "turns": [turn]}, "a_file.yml")


def test_a_conversation_must_expect_something() -> None:
    with pytest.raises(ConversationError, match="expects nothing"):
        read({"name": "a test", "turns": [{"patient": "hi"}]}, "a_file.yml")
