"""Whose message is answered next: only so many at once, and every address in its turn.

A turn keeps the processor busy. Were all answered as they come, the server would not even notice
in time who has been waiting for how long; and one address with many messages would keep the others
waiting.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class FairTurns:
    """Lets `at_once` in; of those who wait, one of each address, then the next one of each."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Wait for a turn and hold it."""
        await self._enter(address)
        try:
            # Whoever has come meanwhile is let into the line, before the processor is busy again.
            await asyncio.sleep(0)
            yield
        finally:
            self._leave()

    def __len__(self) -> int:
        return sum(len(line) for line in self._waiting.values())

    async def _enter(self, address: str) -> None:
        if self._free:
            self._free -= 1
            return
        called = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(address, deque()).append(called)
        try:
            await called
        except asyncio.CancelledError:
            if not called.cancelled():
                # Called and given up in the same moment: the next one is.
                self._leave()
            raise

    def _leave(self) -> None:
        while self._waiting:
            address, line = self._waiting.popitem(last=False)
            called = line.popleft()
            if line:
                self._waiting[address] = line
            # Those who gave up still stand in the line.
            if not called.done():
                called.set_result(None)
                return
        self._free += 1
