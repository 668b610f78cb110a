"""The page of `./bot try` is for this machine only, and its routes are in no other server."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sanic import Sanic

from commands import worker
from commands.try_page import HOST, app_of
from staff.trying.server import PAGE
from tests.running_app import RunningApp, free_door
from tests.talking import CLINIC, ROOT

if TYPE_CHECKING:
    from rasa.core.agent import Agent


class Server:
    """The page's server on a free port."""

    def __init__(self, agent: Agent) -> None:
        door = free_door()
        Sanic.test_mode = True
        self._running = RunningApp(app_of(ROOT, agent, door.getsockname()[1]), door)
        self.port = self._running.port

    def stop(self) -> None:
        self._running.stop()

    def ask(self, path: str, body: object = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
        method, content = ("GET", None) if body is None else ("POST", json.dumps(body).encode())
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            sent["Content-Type"] = "application/json"
        try:
            connection.request(method, path, content, sent)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()


@pytest.fixture(scope="module")
def server(bot: Agent) -> Iterator[Server]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOT_CLINIC", CLINIC)
        made = Server(bot)
        yield made
        made.stop()


def say(server: Server, *messages: str) -> str:
    """A conversation with these messages; gives its token."""
    token = str(json.loads(server.ask("/webhooks/site/open", {})[2])["conversation"])
    for number, message in enumerate(messages):
        body = {"conversation": token, "message": message, "id": f"m{number}"}
        assert server.ask("/webhooks/site/message", body)[0] == 200
    return token


def test_the_page_shows_the_chat_and_the_panel(server: Server) -> None:
    status, headers, body = server.ask(PAGE)
    assert status == 200
    assert b'<spasm-chat position="page">' in body
    assert headers["content-type"] == "text/html; charset=utf-8"
    for path in (*re.findall(r'(?:src|href)="([^"]+)"', body.decode()),):
        assert server.ask(path if path.startswith("/") else PAGE + path)[0] == 200, path


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}panel.js", f"{PAGE}panel.css", f"{PAGE}turns"])
def test_nothing_of_another_site_may_be_loaded_or_shown(server: Server, path: str) -> None:
    headers = server.ask(path)[1]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "connect-src 'self'" in policy
    assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("name", ["index.html", "panel.js", "panel.css"])
def test_the_files_name_no_address_elsewhere(name: str) -> None:
    assert not re.search(r"https?:|//[a-z]", (ROOT / "staff" / "trying" / "page" / name).read_text("utf-8"))


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}turns", "/webhooks/site/", "/webhooks/site/health"])
def test_another_host_is_refused(server: Server, path: str) -> None:
    for host in ("evil.example", f"evil.example:{server.port}", HOST, f"{HOST}:{server.port + 1}", ""):
        assert server.ask(path, Host=host)[0] == 403, host
    for host in (f"{HOST}:{server.port}", f"localhost:{server.port}"):
        assert server.ask(path, Host=host)[0] != 403 or path.endswith("turns"), host


def test_the_panel_tells_the_turns_of_its_own_conversation(server: Server) -> None:
    token, other = say(server, "what are your hours", "I can't pee"), say(server)
    turns = json.loads(server.ask(f"{PAGE}turns", X_Conversation=token)[2])["turns"]
    assert [turn["heading"] for turn in turns] == [
        "The patient writes: what are your hours",
        "The patient writes: I can't pee",
    ]
    assert [s["alarm"] for s in turns[1]["sections"]].count(True) == 1
    later = json.loads(server.ask(f"{PAGE}turns?after=1", X_Conversation=token)[2])["turns"]
    assert later == turns[1:]
    assert json.loads(server.ask(f"{PAGE}turns", X_Conversation=other)[2]) == {"turns": []}


def test_without_the_token_nothing_is_told(server: Server) -> None:
    for headers in ({}, {"X_Conversation": "forged"}):
        status, _, body = server.ask(f"{PAGE}turns", **headers)
        assert (status, json.loads(body)) == (403, {"turns": []})


def test_the_bot_that_patients_meet_has_no_panel() -> None:
    app = worker._app()
    paths = {f"/{route.path}" for route in app.router.routes}
    assert any(path.startswith("/webhooks/site") for path in paths)
    assert [path for path in paths if path.startswith(PAGE.rstrip("/"))] == []
    assert HOST == "127.0.0.1"
