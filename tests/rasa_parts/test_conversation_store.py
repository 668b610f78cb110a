"""A store of conversations that fails is a failure, and no empty conversation."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from rasa_parts.conversation_store import read_all, read_session

WORDS = "my back hurts"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


@pytest.fixture
def store(file: Path) -> Iterator[FailSafeTrackerStore]:
    sql = SQLTrackerStore(Domain.empty(), db=str(file))
    yield FailSafeTrackerStore(sql)
    sql.engine.dispose()


def conversation(sender: str = "p") -> DialogueStateTracker:
    return DialogueStateTracker.from_events(sender, [UserUttered(WORDS)])


def test_what_is_stored_is_read(store: FailSafeTrackerStore) -> None:
    asyncio.run(store.save(conversation()))
    for read in (read_all, read_session):
        tracker = asyncio.run(read(store, "p"))
        assert tracker is not None
        assert [event.text for event in tracker.events] == [WORDS]
        assert asyncio.run(read(store, "nobody")) is None


def test_a_store_in_memory_is_read_as_it_is() -> None:
    assert asyncio.run(read_all(InMemoryTrackerStore(Domain.empty()), "p")) is None


@pytest.mark.parametrize("read", [read_all, read_session])
def test_a_broken_file_is_a_failure(store: FailSafeTrackerStore, file: Path, read) -> None:
    file.write_bytes(b"this is no database" * 100)
    with pytest.raises(SQLAlchemyError):
        asyncio.run(read(store, "p"))


def test_after_the_file_was_deleted_new_conversations_are_stored(
    store: FailSafeTrackerStore, file: Path
) -> None:
    asyncio.run(store.save(conversation()))
    file.unlink()
    with pytest.raises(SQLAlchemyError):
        asyncio.run(read_all(store, "p"))
    assert asyncio.run(read_all(store, "p")) is None
    asyncio.run(store.save(conversation("new")))
    assert asyncio.run(read_all(store, "new")) is not None


def test_a_locked_file_does_not_hold_the_server_up(store: FailSafeTrackerStore, file: Path) -> None:
    asyncio.run(read_all(store, "p"))
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    begun = time.monotonic()
    with pytest.raises(SQLAlchemyError):
        asyncio.run(read_all(store, "p"))
    assert time.monotonic() - begun < 2
    other.close()
    assert asyncio.run(read_all(store, "p")) is None


def test_what_could_not_be_stored_is_not_logged(
    store: FailSafeTrackerStore, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    asyncio.run(read_all(store, "p"))
    other = sqlite3.connect(file)
    other.execute("CREATE TRIGGER t BEFORE INSERT ON events BEGIN SELECT RAISE(FAIL, 'full'); END")
    other.close()
    with caplog.at_level(logging.DEBUG):
        asyncio.run(store.save(conversation()))
    assert "full" in caplog.text
    assert WORDS not in caplog.text
