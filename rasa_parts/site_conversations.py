"""The conversations that are going on now: their order, and replies kept for repeated messages."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

IDLE_SECONDS = 30 * 60
REPLIES_KEPT = 20
SWEEP_EVERY = 200
# What is dropped from memory is read from Rasa's store again.
CONVERSATIONS_KEPT = 500

Json = dict[str, Any]


@dataclass
class Conversation:
    """One conversation.

    `turn` is held while a message is answered; those who wait for it are served in order.
    """

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    # Whether `replies` holds what Rasa has stored; not after a start of the server, or when an
    # answer was cut short.
    recalled: bool = False
    replies: OrderedDict[str, Json] = field(default_factory=OrderedDict)
    # How many messages of the patient were answered so far.
    answered: int = 0
    forgotten: bool = False
    users: int = 0
    used_at: float = 0.0

    def remember(self, message_id: str, reply: Json) -> None:
        """Keep `reply`, just given, for when the message comes again."""
        self.recall(message_id, reply)
        self.answered += 1
        self.recalled = True

    def recall(self, message_id: str, reply: Json) -> None:
        """Keep `reply`, given earlier; the oldest replies go."""
        self.replies[message_id] = reply
        while len(self.replies) > REPLIES_KEPT:
            self.replies.popitem(last=False)

    def forget(self) -> None:
        """Drop all that was said; nothing more can be said in this conversation."""
        self.replies.clear()
        self.forgotten = True


class SiteConversations:
    """Gives each sender its one Conversation.

    Drops those that nobody used for `IDLE_SECONDS`, and beyond `CONVERSATIONS_KEPT` those that
    were used longest ago.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._by_sender: OrderedDict[str, Conversation] = OrderedDict()
        self._entered = 0

    @contextmanager
    def enter(self, sender: str) -> Iterator[Conversation]:
        """Hold the conversation of `sender`, made now if need be; it is not dropped while held."""
        self._entered += 1
        if self._entered % SWEEP_EVERY == 0:
            self._sweep()
        conversation = self._by_sender.setdefault(sender, Conversation())
        self._by_sender.move_to_end(sender)
        conversation.users += 1
        try:
            yield conversation
        finally:
            conversation.users -= 1
            conversation.used_at = self._clock()

    def __len__(self) -> int:
        return len(self._by_sender)

    def _sweep(self) -> None:
        before = self._clock() - IDLE_SECONDS
        too_many = len(self._by_sender) - CONVERSATIONS_KEPT
        for number, (sender, conversation) in enumerate(list(self._by_sender.items())):
            if not conversation.users and (number < too_many or conversation.used_at < before):
                del self._by_sender[sender]
