"""The channel of the clinic's page, under /webhooks/site/: the page itself and what it asks for.

    GET  /          the page; chat.js and the drawings beside it
    GET  /demo      the chat as it looks on a clinic's website
    GET  /health    200 once a model is loaded, 503 before
    POST /open      a new conversation, and the bot's greeting
    POST /message   what the patient says, and the reply
    GET  /history   the conversation so far, and what can be pressed now
    POST /forget    deletes the conversation

Shapes, limits and errors: docs/site_channel.md. What a patient may get to read is safe by itself.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from rasa_parts import answering
from rasa_parts.clinic_nlg import clinic_path
from rasa_parts.personal_data import mask
from rasa_parts.rate_limit import RateLimit, address_key
from rasa_parts.session_token import ForgedTokenError, SessionTokens, load_or_create_key
from rasa_parts.site_framing import FramedRequest
from rasa_parts.site_page import SitePage, WatchedPage
from rasa_parts.site_reply import said_json, without_messages
from rasa_parts.site_request import (
    MESSAGE_CHARACTERS,
    RefusedError,
    bound_body,
    check_origin,
    has_body,
    message_id_of,
    message_of,
    read_json,
    text_of,
)
from rasa_parts.site_response import add_headers, file_response, json_response
from rasa_parts.site_turns import (
    Answer,
    ForgottenError,
    FullError,
    Greet,
    IdUsedError,
    NotOfferedError,
    SiteTurns,
)

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parent.parent
KEY_FILE = PROJECT / "var" / "site_channel.key"
WORDS_FILE = PROJECT / "data" / "clinic" / "page.yml"
WEB = PROJECT / "web"

# The promise to the patient is 10 seconds; the rest is for the way there and back, and for a
# processor that is busy with others when the time is up.
REPLY_SECONDS = 9.0
GRACE_SECONDS = 0.3

MESSAGES_PER_MINUTE = 60
MESSAGES_PER_MINUTE_PER_ADDRESS = 240
OPENING_COSTS = 3

# A request that has not come whole by then is given up; its connection is needed.
REQUEST_SECONDS = 10

CONVERSATION_HEADER = "x-conversation"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
Json = dict[str, Any]
Handler = Callable[[Request], Awaitable[HTTPResponse]]


class SiteChannel(InputChannel):
    """Joins the page to the bot: `answer` and `greet` are those of rasa_parts.answering."""

    def __init__(
        self,
        page: WatchedPage,
        tokens: SessionTokens,
        *,
        answer: Answer = answering.answer,
        greet: Greet = answering.greet,
        reply_seconds: float = REPLY_SECONDS,
        messages_per_minute: int = MESSAGES_PER_MINUTE,
        messages_per_minute_per_address: int = MESSAGES_PER_MINUTE_PER_ADDRESS,
    ) -> None:
        self._watched_page = page
        self._tokens = tokens
        self._turns = SiteTurns(answer, greet)
        self._reply_seconds = reply_seconds
        self._per_conversation = RateLimit(max(1, messages_per_minute // 2), messages_per_minute)
        self._per_address = RateLimit(
            messages_per_minute_per_address, messages_per_minute_per_address
        )

    @classmethod
    def name(cls) -> str:
        """The channel's name, and the last part of its address."""
        return "site"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> SiteChannel:
        """Make the channel of this project's clinic.

        Raises RasaException for a setting in credentials.yml that it does not know, and
        FileFindings or KeyFileError for files that cannot be used.
        """
        settings = dict(credentials or {})
        numbers = {
            key: settings.pop(key)
            for key in ("messages_per_minute", "messages_per_minute_per_address")
            if key in settings
        }
        key_file = Path(settings.pop("key_file", KEY_FILE))
        if settings or not all(type(number) is int and number > 0 for number in numbers.values()):
            raise RasaException(
                f"credentials.yml: the site channel cannot use {', '.join(settings or numbers)}."
            )
        page = WatchedPage(clinic_path(), WORDS_FILE, WEB, MESSAGE_CHARACTERS)
        tokens = SessionTokens(load_or_create_key(PROJECT / key_file))
        return cls(page, tokens, **numbers)

    @property
    def _page(self) -> SitePage:
        return self._watched_page.current()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Give the channel's routes.

        Messages go by `answer`, which replies to each, and not by `on_new_message`.
        """
        blueprint = Blueprint("site_channel", __name__)

        def serve(path: str, name: str, **handlers: Handler) -> None:
            async def endpoint(request: Request, **_: str) -> HTTPResponse:
                return await self._serve(request, handlers)

            blueprint.add_route(endpoint, path, methods=METHODS, name=name, stream=True)

        serve("/", "page", GET=self._send_page)
        serve("/demo", "demo", GET=self._send_demo)
        serve("/health", "health", GET=self._health)
        serve("/open", "open", POST=self._open)
        serve("/message", "message", POST=self._message)
        serve("/history", "history", GET=self._history)
        serve("/forget", "forget", POST=self._forget)
        serve("/<file:path>", "file", GET=self._send_file)
        blueprint.middleware("response")(self._add_headers)
        blueprint.listener("before_server_start")(_bound_requests)
        return blueprint

    # Every request

    async def _serve(self, request: Request, handlers: Mapping[str, Handler]) -> HTTPResponse:
        """Answer `request` whatever happens, in JSON and with a text that is safe to read."""
        bound_body(request)
        try:
            if request.method == "OPTIONS":
                return HTTPResponse(status=204)
            handler = handlers.get("GET" if request.method == "HEAD" else request.method)
            if handler is None:
                raise RefusedError(405, "wrong_method", f"Only {', '.join(handlers)} here.")
            async with asyncio.timeout(self._reply_seconds + GRACE_SECONDS):
                return await handler(request)
        except RefusedError as refused:
            return self._refusal(refused)
        except TimeoutError:
            return self._refusal(RefusedError(504, "too_slow", "This took too long."))
        except SanicException as error:
            return self._refusal(
                RefusedError(error.status_code or 400, "bad_request", "The request cannot be read.")
            )
        except Exception as error:
            # Without its message, which may hold what the patient wrote.
            logger.error("The site channel failed: %s", type(error).__name__)
            return self._refusal(RefusedError(500, "failed", "Something went wrong here."))

    def _refusal(self, refused: RefusedError) -> HTTPResponse:
        body = {
            **said_json(self._page.words[refused.word], refused.error),
            **refused.now,
            "detail": refused.detail,
        }
        response = json_response(body, refused.status)
        if refused.wait:
            response.headers["Retry-After"] = str(math.ceil(refused.wait))
        return response

    async def _add_headers(self, request: Request, response: HTTPResponse) -> None:
        try:
            other_site = check_origin(request, self._page.allowed_origins)
        except RefusedError:
            other_site = None
        add_headers(response, other_site, CONVERSATION_HEADER)

    def _admit(self, request: Request, cost: int = 1) -> Agent:
        """Give the agent that answers `request`.

        Raises RefusedError if it may not be asked, or not yet.
        """
        check_origin(request, self._page.allowed_origins)
        _check_rate(self._per_address, _address(request), cost)
        agent = _ready_agent(request)
        if agent is None:
            raise RefusedError(503, "starting", "The bot has not loaded its model yet.")
        return agent

    def _sender(self, token: str) -> str:
        """Give the conversation that `token` stands for.

        Raises RefusedError if it is forged or asks too often.
        """
        try:
            sender = self._tokens.verify(token)
        except ForgedTokenError:
            raise RefusedError(
                403,
                "unknown_conversation",
                "The conversation is not one of this server's.",
                "chat_ended",
            ) from None
        _check_rate(self._per_conversation, sender)
        return sender

    # The bot

    async def _health(self, request: Request) -> HTTPResponse:
        ready = _ready_agent(request) is not None
        return json_response({"status": "ready" if ready else "starting"}, 200 if ready else 503)

    async def _open(self, request: Request) -> HTTPResponse:
        agent = self._admit(request, OPENING_COSTS)
        if has_body(request):
            await read_json(request)
        sender, token = self._tokens.new()
        reply = await self._within_time(self._turns.greet(agent, sender, _address(request)))
        # Without a stored greeting there is no conversation to go on with.
        return json_response(reply if "error" in reply else {"conversation": token, **reply})

    async def _message(self, request: Request) -> HTTPResponse:
        agent = self._admit(request)
        body = await read_json(request)
        sender = self._sender(text_of(body, "conversation"))
        page_id, text = message_id_of(body), mask(message_of(body))
        reply = self._turns.say(agent, sender, page_id, text, _address(request))
        return json_response(await self._within_time(reply))

    async def _history(self, request: Request) -> HTTPResponse:
        agent = self._admit(request)
        sender = self._sender(request.headers.get(CONVERSATION_HEADER, ""))
        history = await self._turns.history(agent, sender, _address(request))
        if history is None:
            raise RefusedError(404, "no_conversation", "Nothing of it is stored.", "chat_ended")
        return json_response(history)

    async def _forget(self, request: Request) -> HTTPResponse:
        agent = self._admit(request)
        body = await read_json(request)
        sender = self._sender(text_of(body, "conversation"))
        await self._turns.forget(agent, sender, _address(request))
        return json_response({**said_json(self._page.words["forgotten"]), "ended": True})

    async def _within_time(self, reply: Awaitable[Json]) -> Json:
        """Give `reply`, or the safe one if it fails or takes too long."""
        try:
            async with asyncio.timeout(self._reply_seconds):
                return await reply
        except IdUsedError:
            raise RefusedError(409, "id_used", "Another message had this id already.") from None
        except NotOfferedError as not_offered:
            raise RefusedError(
                409,
                "not_offered",
                "The option cannot be pressed now; these can.",
                "moved_on",
                now=without_messages(not_offered.history),
            ) from None
        except FullError:
            raise RefusedError(
                410, "full", "The conversation has no room: open another.", "chat_ended"
            ) from None
        except ForgottenError:
            raise RefusedError(410, "forgotten", "It was deleted.", "chat_ended") from None
        except TimeoutError:
            logger.warning("The site channel had no reply in time.")
            return said_json(self._page.words["safe"], "too_slow")
        except Exception as error:
            # Without its message, which may hold what the patient wrote.
            logger.error("The site channel had no reply: %s", type(error).__name__)
            return said_json(self._page.words["safe"], "failed")

    # The page

    async def _send_page(self, request: Request) -> HTTPResponse:
        if not request.path.endswith("/"):
            # The page names its files relative to itself.
            return HTTPResponse(
                status=308, headers={"Location": request.path.rpartition("/")[2] + "/"}
            )
        return file_response(request, self._page.page)

    async def _send_demo(self, request: Request) -> HTTPResponse:
        return file_response(request, self._page.demo)

    async def _send_file(self, request: Request) -> HTTPResponse:
        name = request.match_info["file"]
        if not name:
            return await self._send_page(request)
        file = self._page.files.get(name)
        if file is None:
            raise RefusedError(404, "not_found", "There is nothing at this address.")
        return file_response(request, file)


async def _bound_requests(app: Sanic, _: object) -> None:
    app.config.REQUEST_TIMEOUT = REQUEST_SECONDS
    app.request_class = FramedRequest


def _ready_agent(request: Request) -> Agent | None:
    agent: Agent | None = getattr(request.app.ctx, "agent", None)
    return agent if agent is not None and agent.is_ready() else None


def _address(request: Request) -> str:
    return address_key(request.remote_addr or request.ip)


def _check_rate(limit: RateLimit, key: str, cost: int = 1) -> None:
    wait = limit.wait(key, cost)
    if wait:
        raise RefusedError(
            429, "too_many_requests", "Too many requests; see Retry-After.", "too_fast", wait
        )
