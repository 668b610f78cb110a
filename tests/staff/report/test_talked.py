"""Conversations that were really had with the bot, stored by Rasa's own store, are counted as they went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta

import pytest
from rasa.core.tracker_store import SQLTrackerStore

from rasa_parts.answering import greet
from staff.report.counts import Counts, count
from staff.report.reading import Known, read_conversation
from staff.report.store import Store
from tests.patients import CLINIC, TABLE
from tests.staff.report.stored import project
from tests.talking import START, Patient
from triage.clinic import phone_display

KNOWN = Known(frozenset(TABLE.flags), {"utter_step_lie_down": "lie_down"}, phone_display(CLINIC))


@pytest.fixture(scope="module")
def counts(new_patient: Callable[[], Patient], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counts]:
    patients = [new_patient() for _ in range(4)]
    first_aid, emergency, stopped, opened = patients
    first_aid.run(greet(first_aid.agent, first_aid.sender, at=START))
    first_aid.types("my back just locked up")
    first_aid.answers_the_rest()
    emergency.types("my back locked up and now I can't pee")
    stopped.types("my back just locked up")
    stopped.presses("none")
    stopped.types("blorp zwick, mail me at jo@example.com")
    opened.run(greet(opened.agent, opened.sender, at=START))
    root = project(tmp_path_factory.mktemp("report"))
    store = SQLTrackerStore(None, db=str(root / "var" / "conversations.db"))
    for patient in patients:
        patient.run(store.save(patient.run(patient.agent.tracker_store.retrieve(patient.sender))))
    store.engine.dispose()
    read = (read_conversation(events, KNOWN) for events in Store(root).conversations())
    yield count((talk for talk in read if talk), UTC, START + timedelta(days=1))


def test_the_conversations_are_counted_on_their_day(counts: Counts) -> None:
    assert (counts.conversations, counts.opened) == (3, 1)
    assert counts.per_day == Counter({START.date(): 3})


def test_levels_and_ends_are_as_they_were_told(counts: Counts) -> None:
    assert counts.levels == Counter({"self_care": 1, "go_to_er": 1, None: 1})
    assert (counts.told, counts.stopped(), counts.silent) == (2, 1, Counter({"nerve_signs": 1}))
    assert counts.asked["emergency_signs"] == 2


def test_flags_steps_and_the_phone_number_are_seen(counts: Counts) -> None:
    assert counts.flags_present == Counter({"urinary_retention": 1})
    assert counts.flags_asked["chest_pain"] == 2
    assert counts.steps == Counter({"lie_down": 1})
    assert counts.phone >= 1


def test_the_sentence_that_was_not_understood_has_no_address_in_it(counts: Counts) -> None:
    (sentence,) = counts.sentences.all()
    assert sentence.text == "blorp zwick, mail me at ***"
    assert sentence.asking == ("nerve_signs",)
    assert sentence.nearest
