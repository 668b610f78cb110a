"""What a worker relies on when it takes over from another one."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic.http import Stage

from commands.worker import _until_quiet
from rasa_parts.conversation_store import read_session


def test_a_conversation_with_slots_and_a_form_that_are_gone_goes_on(tmp_path: Path) -> None:
    database = str(tmp_path / "conversations.db")
    old = Domain.from_dict({"slots": {"gone": {"type": "text", "mappings": [{"type": "custom"}]}}, "forms": {"f": {}}})
    events = [UserUttered("hello"), SlotSet("gone", "x"), ActiveLoop("f")]
    before = DialogueStateTracker.from_events("p", events, slots=old.slots)
    asyncio.run(SQLTrackerStore(old, db=database).save(before))
    tracker = asyncio.run(read_session(SQLTrackerStore(Domain.empty(), db=database), "p"))
    assert tracker is not None
    assert tracker.latest_message is not None
    assert tracker.latest_message.text == "hello"


class Connection:
    """A connection that brings its request, and is answered, some time later."""

    def __init__(self, begins: float, ends: float) -> None:
        self._begins, self._ends = begins, ends
        self.answered_when_closed: bool | None = None

    def _time(self) -> float:
        return asyncio.get_running_loop().time() - started

    @property
    def _http(self) -> Any:
        busy = self._begins <= self._time() < self._ends
        return SimpleNamespace(stage=Stage.HANDLER if busy else Stage.IDLE)

    def close_if_idle(self) -> bool:
        self.answered_when_closed = self._time() >= self._ends
        return self.answered_when_closed


started = 0.0


@pytest.mark.parametrize(("begins", "ends"), [(0.0, 0.3), (0.1, 0.3), (5.0, 0.0)])
def test_it_waits_for_every_answer_and_for_requests_on_their_way(begins: float, ends: float) -> None:
    async def wait(connection: Connection) -> None:
        global started
        started = asyncio.get_running_loop().time()
        assert await _until_quiet({connection}, 3.0, 10) == 0

    connection = Connection(begins, ends)
    asyncio.run(wait(connection))
    assert connection.answered_when_closed is True


def test_it_does_not_wait_for_ever() -> None:
    async def wait() -> float:
        global started
        started = asyncio.get_running_loop().time()
        assert await _until_quiet({Connection(0.0, 60.0)}, 0.3, 5) == 1
        return asyncio.get_running_loop().time() - started

    assert 0.3 <= asyncio.run(wait()) < 2
