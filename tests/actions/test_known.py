"""What every action reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.known import files, moment_of, state_of
from tests.actions.talk import tracker
from tests.patients import NOW, TABLE, cared_for
from triage.state import TriageState


def at(metadata: Any) -> datetime:
    message = {"intent": {}, "metadata": metadata}
    return moment_of(Tracker("patient", {}, message, [], False, None, {}, None))


def test_the_state_is_that_of_the_slots() -> None:
    assert state_of(tracker(cared_for())) == cared_for()
    assert state_of(tracker(TriageState())) == TriageState()


def test_the_moment_is_that_of_the_message() -> None:
    assert at({"at": NOW.isoformat()}) == NOW
    denver = "2026-11-19T15:00:00-07:00"
    assert at({"at": denver}) == NOW
    assert at({"at": denver}).tzinfo == UTC


@pytest.mark.parametrize("metadata", [None, {}, {"at": None}])
def test_without_a_moment_it_is_now(metadata: Any) -> None:
    assert abs(at(metadata) - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_tables_are_read_once() -> None:
    assert files() is files()
    assert files().table == TABLE


def test_the_clinic_is_that_of_the_file_named() -> None:
    assert files().clinic.name == "Pro Physio"
    assert files().clinic.heat_after_hours == 72
