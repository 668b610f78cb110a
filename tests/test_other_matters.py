"""Whatever else is said while a question is open, the bot answers it and asks again: it never fails."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from bench.cases import FINAL, intent_cases
from tests.talking import HEALTHY, Patient

ONE_OF_EACH_INTENT = {case.intent: case.text for case in reversed(intent_cases(FINAL))}
HINT = "my back went and I'm having a bit of bother with the old waterworks"
NewPatient = Callable[[], Patient]


def asked(patient: Patient, question: str) -> Patient:
    """The patient when `question` is open, everything before it answered as by a healthy adult."""
    reply = patient.types(HINT if question.startswith("confirm_") else "my back is in spasm")
    while reply.asking != question:
        assert reply.asking in HEALTHY, patient.said()
        reply = patient.presses(HEALTHY[reply.asking])
    return patient


@pytest.mark.parametrize("question", ["confirm_urinary_retention", "emergency_signs", "onset"])
def test_any_other_matter_while_a_question_is_open(
    new_patient: NewPatient, question: str, caplog: pytest.LogCaptureFixture
) -> None:
    patient = asked(new_patient(), question)
    for intent, text in ONE_OF_EACH_INTENT.items():
        other = patient.goes_on_as(f"{patient.sender}-{intent}")
        assert not other.types(text).failed, other.said()
        # What cannot be worded is logged, and the safe message stands in its place.
        assert not [record for record in caplog.records if record.levelno >= logging.ERROR], other.said()
