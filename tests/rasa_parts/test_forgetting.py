"""A forgotten conversation is gone from where Rasa keeps it, and no other is."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rasa.core.tracker_store import (
    AwaitableTrackerStore,
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.forgetting import CannotForgetError, forget_conversation


async def say(store: TrackerStore, sender: str, text: str) -> None:
    await store.save(DialogueStateTracker.from_events(sender, [UserUttered(text)]))


@pytest.mark.parametrize("kind", ["memory", "sql"])
def test_one_conversation_is_deleted_and_the_others_stay(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    domain = Domain.empty()
    inner = (
        InMemoryTrackerStore(domain) if kind == "memory" else SQLTrackerStore(domain, db=str(file))
    )
    store = FailSafeTrackerStore(AwaitableTrackerStore(inner))

    async def run() -> None:
        await say(store, "mine", "a very private sentence")
        await say(store, "other", "another sentence")
        await forget_conversation(store, "mine")
        assert await store.retrieve_full_tracker("mine") is None
        assert await store.retrieve_full_tracker("other") is not None
        await forget_conversation(store, "never there")

    asyncio.run(run())
    if kind == "sql":
        stored = file.read_bytes()
        assert b"very private" not in stored
        assert b"another sentence" in stored


def test_it_is_deleted_from_the_fallback_too() -> None:
    store = FailSafeTrackerStore(InMemoryTrackerStore(Domain.empty()))

    async def run() -> None:
        await say(store.fallback_tracker_store, "mine", "hello")
        await forget_conversation(store, "mine")
        assert await store.fallback_tracker_store.retrieve("mine") is None

    asyncio.run(run())


def test_a_store_that_cannot_delete_says_so() -> None:
    class Other(TrackerStore):
        pass

    with pytest.raises(CannotForgetError, match="Other"):
        asyncio.run(forget_conversation(Other(Domain.empty()), "mine"))
