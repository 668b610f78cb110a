"""What happens in the site's conversations: each message answered once and in its turn."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, Protocol

from rasa.core.agent import Agent

from rasa_parts.answering import Reply, an_action_failed
from rasa_parts.conversation_store import read_all
from rasa_parts.fair_turns import FairTurns
from rasa_parts.forgetting import forget_conversation
from rasa_parts.site_conversations import Conversation, SiteConversations
from rasa_parts.site_options import is_stale
from rasa_parts.site_reply import history_json, reply_json, stored_reply_json
from rasa_parts.transcript import read_turns

Json = dict[str, Any]

# Each turn reads the conversation from the beginning: one without an end would in the end take
# all of the processor.
MOST_MESSAGES = 200
# A turn waits for the custom actions too, so several together use both of two processors.
TURNS_AT_ONCE = 4
# The response by which the bot tells a patient that everything is deleted.
DELETED = "utter_deleted"


class Answer(Protocol):
    """rasa_parts.answering.answer"""

    async def __call__(
        self,
        agent: Agent,
        sender: str,
        text: str,
        *,
        at: datetime | None = None,
        message_id: str | None = None,
    ) -> Reply: ...


class Greet(Protocol):
    """rasa_parts.answering.greet"""

    async def __call__(self, agent: Agent, sender: str, *, at: datetime | None = None) -> Reply: ...


class IdUsedError(Exception):
    """Another message of the conversation had this id."""


class ForgottenError(Exception):
    """The conversation was deleted."""


class FullError(Exception):
    """No more can be said in the conversation; a new one can be opened."""


class NotOfferedError(Exception):
    """The option is not one that can be pressed now; `history` is what the patient should see."""

    def __init__(self, history: Json) -> None:
        super().__init__("not offered")
        self.history = history


class SiteTurns:
    """The conversations of the site.

    `sender` is a conversation's id, `address` stands for the patient's device; texts are masked
    already.
    """

    def __init__(self, answer: Answer, greet: Greet) -> None:
        self._answer = answer
        self._greet = greet
        self._conversations = SiteConversations()
        self._line = FairTurns(TURNS_AT_ONCE)

    async def greet(self, agent: Agent, sender: str, address: str) -> Json:
        """Give the bot's greeting in a new conversation."""
        with self._conversations.enter(sender) as conversation:
            async with conversation.turn, self._line.turn(address):
                reply = _checked(await self._greet(agent, sender))
                if reply.failed:
                    return {**reply_json(reply), "error": "failed"}
                conversation.recalled = True
                return reply_json(reply)

    async def say(
        self, agent: Agent, sender: str, page_id: str, text: str, address: str
    ) -> Json:
        """Give the reply to `text`, which the page calls `page_id`.

        The same message gets the same reply again. Raises ForgottenError, IdUsedError if
        another text had the id, NotOfferedError for an option that cannot be pressed now,
        FullError.
        """
        message_id = f"{page_id}.{hashlib.sha256(text.encode()).hexdigest()[:16]}"
        with self._conversations.enter(sender) as conversation:
            async with conversation.turn:
                if conversation.forgotten:
                    raise ForgottenError
                if conversation.recalled and message_id in conversation.replies:
                    return conversation.replies[message_id]
                async with self._line.turn(address):
                    return await self._say(
                        agent, sender, conversation, page_id, message_id, text
                    )

    async def _say(
        self,
        agent: Agent,
        sender: str,
        conversation: Conversation,
        page_id: str,
        message_id: str,
        text: str,
    ) -> Json:
        await _recall(agent, sender, conversation)
        if message_id in conversation.replies:
            return conversation.replies[message_id]
        if any(known.partition(".")[0] == page_id for known in conversation.replies):
            raise IdUsedError
        if conversation.answered >= MOST_MESSAGES:
            raise FullError
        await _refuse_if_not_offered(agent, sender, text)
        # Whether Rasa stores the message is not known if this is cut short.
        conversation.recalled = False
        reply = _checked(await self._answer(agent, sender, text, message_id=message_id))
        if DELETED in reply.responses:
            await _forget(agent, sender, conversation)
            return {**reply_json(_only_deleted(reply)), "ended": True}
        if reply.failed:
            # Sent again, it is answered again.
            return {**reply_json(reply), "error": "failed"}
        conversation.remember(message_id, reply_json(reply))
        return conversation.replies[message_id]

    async def history(self, agent: Agent, sender: str, address: str) -> Json | None:
        """Give what was said so far and what can be pressed now; None if nothing is stored."""
        async with self._line.turn(address):
            tracker = await read_all(agent.tracker_store, sender)
            return history_json(tracker) if tracker is not None else None

    async def forget(self, agent: Agent, sender: str, address: str) -> None:
        """Delete the conversation; nothing can be said in it any more. Raises CannotForgetError."""
        with self._conversations.enter(sender) as conversation:
            async with conversation.turn, self._line.turn(address):
                await _forget(agent, sender, conversation)


async def _forget(agent: Agent, sender: str, conversation: Conversation) -> None:
    await forget_conversation(agent.tracker_store, sender)
    conversation.forget()


async def _recall(agent: Agent, sender: str, conversation: Conversation) -> None:
    """Take the replies that Rasa has stored into `conversation`, if that was not done yet.

    Raises ForgottenError if nothing is stored: each conversation begins with a greeting.
    """
    if conversation.recalled:
        return
    tracker = await read_all(agent.tracker_store, sender)
    if tracker is None:
        conversation.forget()
        raise ForgottenError
    turns = [
        turn
        for turn in read_turns(tracker.events)
        if turn.message_id and turn.replies and not an_action_failed(turn.events)
    ]
    for turn in turns:
        conversation.recall(str(turn.message_id), stored_reply_json(turn, tracker))
    conversation.answered = len(turns)
    conversation.recalled = True


async def _refuse_if_not_offered(agent: Agent, sender: str, text: str) -> None:
    """Raise NotOfferedError for an option that cannot be pressed now."""
    if not text.lstrip().startswith("/"):
        return
    tracker = await read_all(agent.tracker_store, sender)
    if tracker is not None and is_stale(text, tracker):
        raise NotOfferedError(history_json(tracker) or {})


def _checked(reply: Reply) -> Reply:
    """Give `reply`. Raises ValueError if it says nothing, which no patient must meet."""
    if not any(message.text.strip() for message in reply.messages):
        raise ValueError("an empty reply")
    return reply


def _only_deleted(reply: Reply) -> Reply:
    """Give the reply without what belonged to the conversation that is gone."""
    said = tuple(message for message in reply.messages if message.response == DELETED)
    return Reply(messages=said)
