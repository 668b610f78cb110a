"""A Sanic app that listens on a free port of this machine, in a thread of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

from sanic import Sanic

HOST = "127.0.0.1"
SECONDS_TO_START = 20


def free_door() -> socket.socket:
    """A socket that listens on a free port."""
    return socket.create_server((HOST, 0))


class RunningApp:
    """`app`, answering at `door` until it is stopped. Make it after `Sanic.test_mode` is set."""

    def __init__(self, app: Sanic, door: socket.socket) -> None:
        self._door = door
        self.port: int = door.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(app, started), daemon=True)
        self._thread.start()
        assert started.wait(SECONDS_TO_START)

    def _run(self, app: Sanic, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start(app))
        started.set()
        self._loop.run_forever()

    async def _start(self, app: Sanic) -> None:
        self._server: Any = await app.create_server(sock=self._door, return_asyncio_server=True, access_log=False)
        await self._server.startup()
        await self._server.before_start()

    def stop(self) -> None:
        """Ends it; the port is free again."""
        # The event loop owns the socket's descriptor: closed by anyone else, it may be another's by the time the loop
        # lets go of it.
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _end(self) -> None:
        self._server.server.close()
        for connection in list(self._server.connections):
            connection.abort()
