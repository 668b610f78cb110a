"""Whether a message is about the back or about something else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from triage.complaint import is_another_complaint
from triage.state import Message, TriageState

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def message(text: str) -> Message:
    return Message(text=text, at=NOW, intent="other_body_part")


@pytest.mark.parametrize(
    "text",
    [
        "it's my neck, not my back",
        "my shoulder hurts, my back is fine",
        "i don't have back pain, my knee hurts",
        "not my back, my hip",
        "my back isn't the problem, it's my knee",
        "my back is totally ok but my foot hurts",
        "no back pain, just my neck",
    ],
)
def test_a_back_that_is_well_is_no_complaint(text: str) -> None:
    assert is_another_complaint(TriageState(), message(text))


@pytest.mark.parametrize(
    "text",
    [
        "my neck and my back hurt",
        "my knee hurts, not only that, my back is locked",
        "my back is not fine and my neck hurts",
        "my upper back is fine but my lower back is in spasm",
        "I can't move my back",
        "my back does not stop hurting",
        "not just my back, my leg too",
    ],
)
def test_a_back_that_hurts_is_one(text: str) -> None:
    assert not is_another_complaint(TriageState(), message(text))
