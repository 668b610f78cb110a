"""Deletes a conversation from where Rasa stores it; Rasa's own tracker stores cannot."""

from __future__ import annotations

import sqlalchemy
from rasa.core.tracker_store import (
    AwaitableTrackerStore,
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    RedisTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)


class CannotForgetError(Exception):
    """The conversation could not be deleted from this kind of store."""


async def forget_conversation(store: TrackerStore, sender: str) -> None:
    """Delete every event of `sender` from `store`, whatever Rasa has wrapped around it.

    Raises CannotForgetError if that is not possible or if something is still there afterwards.
    """
    for layer in _layers(store):
        if isinstance(layer, SQLTrackerStore):
            _forget_in_sql(layer, sender)
        elif isinstance(layer, InMemoryTrackerStore):
            layer.store.pop(sender, None)
        elif isinstance(layer, RedisTrackerStore):
            layer.red.delete(layer._get_key_prefix() + sender)
        elif not isinstance(layer, (FailSafeTrackerStore, AwaitableTrackerStore)):
            raise CannotForgetError(f"{type(layer).__name__} has no way to delete a conversation.")
    if await store.retrieve_full_tracker(sender) is not None:
        raise CannotForgetError("The conversation is still there.")


def _layers(store: TrackerStore) -> list[TrackerStore]:
    layers = [store]
    for layer in layers:
        if isinstance(layer, FailSafeTrackerStore):
            layers.append(layer._tracker_store)
            if layer._fallback_tracker_store is not None:
                layers.append(layer._fallback_tracker_store)
        elif isinstance(layer, AwaitableTrackerStore):
            layers.append(layer._tracker_store)
    return layers


def _forget_in_sql(store: SQLTrackerStore, sender: str) -> None:
    with store.session_scope() as session:
        if session.get_bind().dialect.name == "sqlite":
            # Overwrites the rows, so that the words are not left in the file's free pages.
            session.execute(sqlalchemy.text("PRAGMA secure_delete = ON"))
        session.query(store.SQLEvent).filter(store.SQLEvent.sender_id == sender).delete(
            synchronize_session=False
        )
        session.commit()
