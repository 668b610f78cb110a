"""The site channel on a free port of this machine, with a bot that is only played.

Every answer is compared with docs/openapi.yml.
"""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import register
from rasa.core.run import _create_app_without_api
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from rasa_parts.answering import Option, Reply
from rasa_parts.bot_message import BotMessage
from rasa_parts.session_token import SessionTokens
from rasa_parts.site_channel import WEB, WORDS_FILE, SiteChannel
from rasa_parts.site_page import WatchedPage
from rasa_parts.site_request import MESSAGE_CHARACTERS
from tests.rasa_parts.site_document import check
from tests.running_app import RunningApp, free_door

PREFIX = "/webhooks/site"
ROOT = Path(__file__).resolve().parents[2]
CLINIC_FILE = ROOT / "examples" / "clinics" / "pro_physio.yml"
PHONE = "(406) 388-8118"
KEY = b"k" * 32
DOMAIN = Domain.from_yaml(
    """
    slots:
      asking: {type: text, influence_conversation: false, mappings: [{type: custom}]}
      disposition: {type: text, influence_conversation: false, mappings: [{type: custom}]}
      summary: {type: text, influence_conversation: false, mappings: [{type: custom}]}
    """
)
TICKS = (
    Option("I cannot pee", '/answer{"nerve_signs": "urinary_retention"}'),
    Option("Numb between the legs", '/answer{"nerve_signs": "saddle_numbness"}'),
    Option("None of these", '/answer{"nerve_signs": "none"}'),
)


class PlayedBot:
    """Stands in for the model: answers as scripted, and stores what is said as Rasa does."""

    def __init__(self) -> None:
        self.tracker_store: Any = FailSafeTrackerStore(InMemoryTrackerStore(DOMAIN))
        self.ready = True
        self.heard: list[tuple[str, str]] = []
        self.replies: dict[str, Reply] = {}
        self.delays: dict[str, float] = {}
        self.fails: set[str] = set()

    def is_ready(self) -> bool:
        return self.ready

    async def greet(self, agent: object, sender: str, *, at: datetime | None = None) -> Reply:
        if "/greet" in self.fails:
            raise RuntimeError("/greet")
        reply = self.replies.get("/greet", Reply((BotMessage("Hello, I can help."),)))
        await self._store(sender, [UserUttered("/greet")], reply)
        return reply

    async def answer(
        self,
        agent: object,
        sender: str,
        text: str,
        *,
        at: datetime | None = None,
        message_id: str | None = None,
    ) -> Reply:
        self.heard.append((sender, text))
        await asyncio.sleep(self.delays.get(text, 0))
        if text in self.fails:
            raise RuntimeError(text)
        reply = self.replies.get(text)
        if reply is None:
            reply = Reply((BotMessage(f"Reply {len(self.heard)} to: {text}"),))
        await self._store(sender, [UserUttered(text, message_id=message_id)], reply)
        return reply

    def texts(self) -> list[str]:
        return [text for _, text in self.heard]

    async def _store(self, sender: str, events: list[Event], reply: Reply) -> None:
        tracker = await self.tracker_store.retrieve_full_tracker(sender)
        tracker = tracker or DialogueStateTracker(sender, self.tracker_store.domain.slots)
        slots = [
            SlotSet("asking", reply.asking),
            SlotSet("disposition", reply.disposition),
            SlotSet("summary", reply.summary),
        ]
        said = list(map(_uttered, reply.messages))
        said[-1].data["buttons"] = [{"title": o.title, "payload": o.payload} for o in reply.options]
        said[-1].data["custom"]["tick_list"] = reply.tick_list
        done: list[Event] = [ActionExecuted("action_listen")]
        if reply.failed:
            # The safe message is not Rasa's.
            said.pop()
            done.insert(0, ActionExecuted("action_disposition"))
        for event in [*events, *said, *slots, *done]:
            tracker.update(event)
        await self.tracker_store.save(tracker)


def _uttered(message: BotMessage) -> BotUttered:
    custom: dict[str, Any] = {"description": message.description}
    if message.timer:
        timer = message.timer
        custom["timer"] = {"minutes": str(timer.minutes), "label": timer.label}
    if message.progress:
        progress = message.progress
        custom["progress"] = {"step": str(progress.step), "of": str(progress.of)}
    return BotUttered(
        message.text,
        data={"image": message.image, "custom": custom},
        metadata={"utter_action": message.response},
    )


class Answer:
    """A response: its status, headers, and body."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def json(self) -> dict[str, Any]:
        value = json.loads(self.body)
        assert isinstance(value, dict)
        return value

    @property
    def texts(self) -> str:
        return "\n".join(message["text"] for message in self.json["messages"])


class Site:
    """The channel, listening on a free port of this machine."""

    def __init__(self, bot: PlayedBot, clinic_file: Path = CLINIC_FILE, **settings: Any) -> None:
        page = WatchedPage(clinic_file, WORDS_FILE, WEB, MESSAGE_CHARACTERS)
        channel = SiteChannel(
            page, SessionTokens(KEY), answer=bot.answer, greet=bot.greet, **settings
        )
        Sanic.test_mode = True
        app = _create_app_without_api(None)
        register([channel], app, "/webhooks/")
        app.ctx.agent = bot
        self._running = RunningApp(app, free_door())
        self.port = self._running.port

    def stop(self) -> None:
        self._running.stop()

    def ask(
        self, method: str, path: str, body: bytes | Iterable[bytes] | None = None, **headers: str
    ) -> Answer:
        """Ask over HTTP; a body in pieces is sent without saying how long it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        try:
            connection.request(
                method,
                PREFIX + path,
                body,
                {name.replace("_", "-"): value for name, value in headers.items()},
                encode_chunked=not isinstance(body, bytes | None),
            )
            answer = Answer(connection.getresponse())
        finally:
            connection.close()
        check(method, path, answer)
        return answer

    def post(self, path: str, body: object, **headers: str) -> Answer:
        return self.ask(
            "POST", path, json.dumps(body).encode(), Content_Type="application/json", **headers
        )

    def open(self) -> str:
        token = self.post("/open", {}).json["conversation"]
        assert isinstance(token, str)
        return token

    def say(self, conversation: str, message: str, message_id: str = "m1") -> Answer:
        return self.post(
            "/message", {"conversation": conversation, "message": message, "id": message_id}
        )

    def history(self, conversation: str) -> Answer:
        return self.ask("GET", "/history", X_Conversation=conversation)


def is_safe(answer: Answer) -> bool:
    """Whether what a patient may read in `answer` is safe by itself."""
    return "911" in answer.texts and PHONE in answer.texts
