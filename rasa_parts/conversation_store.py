"""Reads Rasa's store of conversations so that a failure shows.

Rasa wraps its store: a read that fails gives None, as if nothing had ever been said, and an error
is logged with the words of the patient that could not be stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError, SQLAlchemyError

# SQLite holds the whole server up while another program has the file locked.
LOCKED_MILLISECONDS = 500


async def read_session(store: TrackerStore, sender: str) -> DialogueStateTracker | None:
    """Give the conversation as Rasa goes on with it, None if there is none.

    Raises what the store raises.
    """
    store = _prepared(store)
    with _tables_made_again(store):
        return await store.retrieve(sender)


async def read_all(store: TrackerStore, sender: str) -> DialogueStateTracker | None:
    """Give the whole conversation, None if there is none. Raises what the store raises."""
    store = _prepared(store)
    with _tables_made_again(store):
        return await store.retrieve_full_tracker(sender)


def _prepared(store: TrackerStore) -> TrackerStore:
    """Give the store inside Rasa's wrapping; one in SQL is discreet and quick to fail from now on."""
    while isinstance(store, FailSafeTrackerStore):
        store = store._tracker_store
    if isinstance(store, SQLTrackerStore) and not store.engine.hide_parameters:
        store.engine.hide_parameters = True
        sqlalchemy.event.listen(store.engine, "connect", _on_connect)
    return store


@contextmanager
def _tables_made_again(store: TrackerStore) -> Iterator[None]:
    """Let an error out, but a file that somebody has deleted is there for the next time."""
    try:
        yield
    except OperationalError:
        if isinstance(store, SQLTrackerStore):
            with suppress(SQLAlchemyError):
                store.Base.metadata.create_all(store.engine)
        raise


def _on_connect(connection: Any, _: object) -> None:
    if type(connection).__module__.startswith("sqlite3"):
        connection.execute(f"PRAGMA busy_timeout = {LOCKED_MILLISECONDS}")
