"""The chat in the page of another site: which may ask, which may not, and what any may load."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from rasa_parts.answering import Reply
from rasa_parts.bot_message import BotMessage
from tests.rasa_parts.played_site import CLINIC_FILE, Answer, PlayedBot, Site, is_safe

ALLOWED = "https://www.clinic.example"
ALLOWED_HERE = "http://127.0.0.1:8080"
CORS = (
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Headers",
    "Access-Control-Allow-Methods",
    "Access-Control-Expose-Headers",
    "Access-Control-Allow-Credentials",
    "Access-Control-Max-Age",
)


@pytest.fixture
def clinic_file(tmp_path: Path) -> Path:
    """A clinic that names two other sites."""
    text = CLINIC_FILE.read_text(encoding="utf-8")
    file = tmp_path / "clinic.yml"
    named = f'allowed_origins: ["{ALLOWED}", "{ALLOWED_HERE}"]'
    file.write_text(text.replace("allowed_origins: []", named), encoding="utf-8")
    return file


@pytest.fixture
def embedded(serve: Callable[..., Site], clinic_file: Path) -> Site:
    """A channel that two other sites may use."""
    return serve(clinic_file=clinic_file)


def cors(answer: Answer) -> list[str | None]:
    return [answer.headers.get(name) for name in CORS]


OPEN_TO_IT = [
    "content-type, x-conversation",
    "GET, POST",
    "retry-after",
    None,
    "600",
]


@pytest.mark.parametrize("origin", [ALLOWED, ALLOWED_HERE])
def test_a_whole_conversation_from_an_allowed_site(
    embedded: Site, played_bot: PlayedBot, origin: str
) -> None:
    opened = embedded.post("/open", {}, Origin=origin)
    token = opened.json["conversation"]
    said = embedded.post(
        "/message", {"conversation": token, "message": "hi", "id": "1"}, Origin=origin
    )
    history = embedded.ask("GET", "/history", X_Conversation=token, Origin=origin)
    forgotten = embedded.post("/forget", {"conversation": token}, Origin=origin)
    for answer in (opened, said, history, forgotten):
        assert answer.status == 200
        assert cors(answer) == [origin, *OPEN_TO_IT]
    assert played_bot.texts() == ["hi"]


def test_an_allowed_site_can_read_errors_and_how_long_to_wait(
    serve: Callable[..., Site], clinic_file: Path
) -> None:
    site = serve(clinic_file=clinic_file, messages_per_minute=2)
    refused = site.post("/message", {"conversation": "forged"}, Origin=ALLOWED)
    assert (refused.status, cors(refused)) == (403, [ALLOWED, *OPEN_TO_IT])
    token = site.open()
    answers = [
        site.post(
            "/message", {"conversation": token, "message": "hi", "id": str(number)}, Origin=ALLOWED
        )
        for number in range(3)
    ]
    assert answers[-1].status == 429
    assert cors(answers[-1]) == [ALLOWED, *OPEN_TO_IT]
    assert int(answers[-1].headers["Retry-After"]) >= 1


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_browser_may_ask_before_it_asks(embedded: Site, method: str) -> None:
    preflight = embedded.ask(
        "OPTIONS",
        "/history" if method == "GET" else "/message",
        Origin=ALLOWED,
        Access_Control_Request_Method=method,
        Access_Control_Request_Headers="content-type,x-conversation",
    )
    assert preflight.status in (200, 204)
    assert cors(preflight) == [ALLOWED, *OPEN_TO_IT]


LOOK_ALIKES = [
    "https://www.clinic.example.evil.example",
    "https://evil-www.clinic.example",
    "https://www.clinic.example.",
    "https://www.clinic.example:443",
    "https://www.clinic.example:8443",
    "https://www.clinic.example/",
    "http://www.clinic.example",
    "HTTPS://www.clinic.example",
    "https://WWW.clinic.example",
    "https://clinic.example",
    "https://a.www.clinic.example",
    "https://user@www.clinic.example",
    "https://www.clinic.example#@evil.example",
    "https://www.clinic.example, https://evil.example",
    "https://evil.example https://www.clinic.example",
    "http://127.0.0.1:80800",
    "http://127.0.0.1:8081",
    "http://localhost:8080",
    "http://[",
    "http://[::1",
    "://",
    "null",
    "*",
    "x" * 5000,
]


@pytest.mark.parametrize("origin", LOOK_ALIKES)
def test_a_site_that_only_looks_like_an_allowed_one_is_refused(
    embedded: Site, played_bot: PlayedBot, origin: str
) -> None:
    token = embedded.open()
    for answer in (
        embedded.post("/open", {}, Origin=origin),
        embedded.post(
            "/message", {"conversation": token, "message": "hi", "id": "1"}, Origin=origin
        ),
        embedded.ask("GET", "/history", X_Conversation=token, Origin=origin),
        embedded.post("/forget", {"conversation": token}, Origin=origin),
    ):
        assert (answer.status, answer.json["error"]) == (403, "wrong_origin")
        assert is_safe(answer)
        assert cors(answer) == [None] * len(CORS)
    preflight = embedded.ask(
        "OPTIONS", "/message", Origin=origin, Access_Control_Request_Method="POST"
    )
    assert cors(preflight) == [None] * len(CORS)
    assert played_bot.heard == []
    assert embedded.history(token).status == 200


def test_a_page_of_the_same_host_by_http_is_refused_where_https_is_spoken(
    serve: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = serve()
    monkeypatch.setattr("sanic.request.Request.scheme", "https")
    host = f"127.0.0.1:{site.port}"
    assert site.post("/open", {}, Origin=f"https://{host}").status == 200
    assert site.post("/open", {}, Origin=f"http://{host}").status == 403


def test_without_a_host_no_page_is_the_own(site: Site) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(
            b"POST /webhooks/site/open HTTP/1.1\r\nOrigin: http://\r\n"
            b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
        )
        assert connection.recv(100).startswith(b"HTTP/1.1 403")


@pytest.mark.parametrize("origin", [ALLOWED, "https://evil.example", "null"])
def test_the_files_may_be_loaded_by_any_site(embedded: Site, origin: str) -> None:
    for path in ("/chat.js", "/icon.svg"):
        answer = embedded.ask("GET", path, Origin=origin)
        assert answer.status == 200
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_replies_may_be_loaded_by_none_that_does_not_ask(embedded: Site) -> None:
    answer = embedded.post("/open", {})
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert embedded.ask("GET", "/health").headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_cache_keeps_the_copies_of_different_sites_apart(embedded: Site) -> None:
    for headers in ({}, {"Origin": ALLOWED}, {"Origin": "https://evil.example"}):
        for path in ("/chat.js", "/health"):
            assert embedded.ask("GET", path, None, **headers).headers["Vary"] == "Origin"


def test_the_script_is_looked_up_again_unless_its_tag_is_named(embedded: Site) -> None:
    plain = embedded.ask("GET", "/chat.js")
    assert plain.headers["Cache-Control"] == "no-cache"
    tag = plain.headers["ETag"]
    again = embedded.ask("GET", "/chat.js", If_None_Match=tag)
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
    assert embedded.ask("GET", "/chat.js", If_None_Match='"older"').status == 200
    named = embedded.ask("GET", "/chat.js?v=" + tag.strip('"'))
    assert named.headers["Cache-Control"] == "max-age=31536000, immutable"
    assert embedded.ask("GET", "/chat.js?v=older").headers["Cache-Control"] == "no-cache"


def test_no_site_may_frame_the_page_or_send_its_forms(embedded: Site) -> None:
    for path in ("/", "/chat.js", "/health", "/nothing"):
        policy = embedded.ask("GET", path).headers["Content-Security-Policy"].split("; ")
        assert policy == [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]


def test_a_reply_never_leads_the_page_to_someone_else(
    embedded: Site, played_bot: PlayedBot
) -> None:
    played_bot.replies["hi"] = Reply((BotMessage("Look.", image="steps/ice.svg"),))
    token = embedded.open()
    embedded.say(token, "hi", "1")
    stored = played_bot.tracker_store._tracker_store.store
    (key,) = [key for key in stored if key == token.partition(".")[0]]
    stored[key] = stored[key].replace("steps/ice.svg", "//evil.example/ice.svg")
    assert all("image" not in message for message in embedded.history(token).json["messages"])
