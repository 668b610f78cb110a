"""What a worker relies on when it takes over from another one."""

from __future__ import annotations

import asyncio
import socket
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import HTTPResponse, Request, Sanic, text
from sanic.server.protocols.http_protocol import HttpProtocol

from commands.door import listening_socket
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


REQUEST = b"GET / HTTP/1.1\r\nHost: clinic\r\n\r\n"


@pytest.fixture(autouse=True)
def _many_servers_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sanic, "test_mode", True)


@asynccontextmanager
async def server(seconds: float) -> AsyncIterator[tuple[Any, int]]:
    """A server as the worker's, and its port; an answer of it takes so many seconds."""
    app = Sanic(f"worker_{uuid.uuid4().hex}")

    @app.get("/")
    async def _slow(request: Request) -> HTTPResponse:
        await asyncio.sleep(seconds)
        return text("answered")

    door = listening_socket("127.0.0.1", 0, "--port")
    made: Any = await app.create_server(sock=door, return_asyncio_server=True)
    await made.startup()
    await made.before_start()
    try:
        yield made, door.getsockname()[1]
    finally:
        made.server.close()


@pytest.mark.parametrize("silence", [0.0, 0.1])
def test_it_waits_for_every_answer_and_for_requests_on_their_way(silence: float) -> None:
    async def hand_over() -> bytes:
        async with server(0.3) as (made, port):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.sleep(silence)
            writer.write(REQUEST)
            assert await _until_quiet(made.connections, 3.0, 10) == 0
            said = await reader.read()
            writer.close()
            return said

    assert asyncio.run(hand_over()).endswith(b"answered")


def test_who_asks_nothing_is_let_go() -> None:
    async def hand_over() -> bytes:
        async with server(0.0) as (made, port):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            assert await _until_quiet(made.connections, 3.0, 10) == 0
            async with asyncio.timeout(2):
                said = await reader.read()
            writer.close()
            return said

    assert asyncio.run(hand_over()) == b""


def test_it_does_not_wait_for_ever() -> None:
    async def hand_over() -> float:
        async with server(60.0) as (made, port):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(REQUEST)
            begun = asyncio.get_running_loop().time()
            assert await _until_quiet(made.connections, 0.3, 20) == 1
            writer.close()
            return asyncio.get_running_loop().time() - begun

    assert 0.3 <= asyncio.run(hand_over()) < 2


def test_a_connection_that_is_just_being_made_is_let_go() -> None:
    async def hand_over() -> int:
        async with server(0.0) as (made, _):
            near, far = socket.socketpair()
            with far:
                # Its task has not begun: this is between two steps of the loop.
                protocol = HttpProtocol(loop=asyncio.get_running_loop(), app=made.app, connections=made.connections)
                protocol.connection_made(_Transport(near))
                return await _until_quiet(made.connections, 0.0, 0)

    assert asyncio.run(hand_over()) == 0


class _Transport(asyncio.Transport):
    def __init__(self, end: socket.socket) -> None:
        super().__init__({"socket": end, "peername": "", "sockname": ""})
        self._end = end

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """Nothing is written."""

    def close(self) -> None:
        self._end.close()
