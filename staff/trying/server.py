"""The page of `./bot try`: the chat as patients have it, and beside it what is behind each answer.

It is for this machine only: a request that names another host is refused, so that no website can reach it by a name of
its own that leads here (DNS rebinding). Its routes exist in no other server of this project.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import register
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from rasa_parts.conversation_store import read_all
from rasa_parts.session_token import ForgedTokenError, SessionTokens
from rasa_parts.site_channel import SiteChannel
from rasa_parts.site_page import CONTENT_TYPES, WatchedPage
from rasa_parts.site_response import SECURITY_HEADERS
from staff.trying.words import heading, sections

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from staff.trying.explain import Explainer
    from staff.trying.explanation import Explanation

PAGE = "/try/"
_FOLDER = Path(__file__).resolve().parent / "page"
_FILES = ("panel.js", "panel.css")
_HERE = ("127.0.0.1", "localhost")


class Panel:
    """The turns of each conversation, explained; `zone` is the clinic's time zone."""

    def __init__(self, explainer: Explainer, tokens: SessionTokens, zone: Callable[[], tzinfo]) -> None:
        self._explainer = explainer
        self._tokens = tokens
        self._zone = zone

    async def turns(self, agent: Agent, token: str, after: int) -> list[dict[str, Any]]:
        """The turns of a conversation from the one with the number `after` (from 0). Raises ForgedTokenError."""
        from staff.trying.facts import turns

        tracker = await read_all(agent.tracker_store, self._tokens.verify(token))
        facts = turns(event.as_dict() for event in tracker.events) if tracker else []
        # The greeting answers no message.
        typed = [turn for turn in facts if turn.text != "/greet"][after:]
        explained = await asyncio.to_thread(lambda: [self._explainer.turn(turn) for turn in typed])
        return self._shown(explained)

    def _shown(self, explained: Sequence[Explanation]) -> list[dict[str, Any]]:
        zone = self._zone()
        return [{"heading": heading(one), "sections": [asdict(s) for s in sections(one, zone)]} for one in explained]


def try_app(agent: Agent, panel: Panel, page: WatchedPage, tokens: SessionTokens, port: int) -> Sanic:
    """The server's app for the port on which it will listen."""
    app = Sanic(f"try_{uuid.uuid4().hex}", configure_logging=False)
    app.ctx.agent = agent
    register([SiteChannel(page, tokens)], app, "/webhooks/")
    app.blueprint(_panel_routes(panel))
    hosts = {f"{name}:{port}" for name in _HERE}

    async def only_here(request: Request) -> HTTPResponse | None:
        return None if request.headers.get("host") in hosts else HTTPResponse("For this machine only.", 403)

    app.register_middleware(only_here, "request")
    return app


def _panel_routes(panel: Panel) -> Blueprint:
    routes = Blueprint("try_panel", PAGE.rstrip("/"))

    async def page(_: Request) -> HTTPResponse:
        return HTTPResponse((_FOLDER / "index.html").read_bytes(), content_type="text/html; charset=utf-8")

    async def turns(request: Request) -> HTTPResponse:
        token, after = request.headers.get("x-conversation", ""), request.args.get("after", "0")
        try:
            found = await panel.turns(request.app.ctx.agent, token, int(after) if after.isdecimal() else 0)
        except ForgedTokenError:
            return _json({"turns": []}, 403)
        return _json({"turns": found})

    def file_sender(name: str) -> Callable[[Request], Any]:
        async def send(_: Request) -> HTTPResponse:
            return HTTPResponse((_FOLDER / name).read_bytes(), content_type=CONTENT_TYPES[Path(name).suffix])

        return send

    routes.add_route(page, "/", name="page")
    routes.add_route(turns, "/turns", name="turns")
    for name in _FILES:
        routes.add_route(file_sender(name), f"/{name}", name=name.replace(".", "_"))
    routes.middleware("response")(_protect)
    return routes


async def _protect(_: Request, response: HTTPResponse) -> None:
    response.headers.update(SECURITY_HEADERS)
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"


def _json(body: dict[str, Any], status: int = 200) -> HTTPResponse:
    return HTTPResponse(json.dumps(body), status, content_type="application/json")
