"""What somebody might send who wants in, or wants others to wait; docs/security.md tells of each."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPResponse

import pytest

from rasa_parts import site_channel
from rasa_parts.answering import Reply
from rasa_parts.bot_message import BotMessage
from rasa_parts.session_token import SessionTokens
from rasa_parts.site_turns import MOST_MESSAGES
from tests.rasa_parts.played_site import PREFIX, TICKS, Answer, PlayedBot, Site, is_safe
from tests.rasa_parts.site_document import check

JSON = "application/json"


def raw(site: Site, sent: bytes, seconds: float = 15) -> Answer:
    """Send bytes as they are, and give what comes back."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=seconds) as connection:
        connection.sendall(sent)
        response = HTTPResponse(connection)
        response.begin()
        return Answer(response)


def head(path: str, *lines: str) -> bytes:
    return "\r\n".join([f"POST {PREFIX}{path} HTTP/1.1", "Host: x", *lines, "", ""]).encode()


# Another's conversation


def test_what_one_conversation_knows_no_other_can_ask_for(
    site: Site, played_bot: PlayedBot
) -> None:
    played_bot.replies["secret"] = Reply((BotMessage("Only yours."),), options=TICKS)
    theirs, mine = site.open(), site.open()
    site.say(theirs, "secret", "m1")
    their_id, my_seal = theirs.partition(".")[0], mine.partition(".")[2]
    forged = [
        their_id,
        f"{their_id}.{my_seal}",
        f"{their_id}.",
        f"{theirs}.{my_seal}",
        f"{theirs}\n",
        f" {theirs}",
        theirs.swapcase(),
        theirs.replace(".", "%2e"),
        SessionTokens(b"x" * 32).sign(their_id),
        f"{their_id}.{'A' * 43}",
        json.dumps(theirs),
    ]
    for token in forged:
        assert site.say(token, "hi", "m2").status == 403
        assert site.post("/forget", {"conversation": token}).status == 403
    for token in forged:
        if token.strip() != theirs and token.isprintable():
            assert site.history(token).status == 403
    assert site.say(mine, "secret?", "m1").texts != "Only yours."
    assert site.say(mine, TICKS[0].payload, "m2").status == 409
    assert "Only yours." not in site.history(mine).texts
    assert len(site.history(theirs).json["messages"]) == 3


@pytest.mark.parametrize("key", ["sender", "sender_id", "metadata", "channel", "input_channel", "at"])
def test_nothing_but_the_three_keys_of_a_message_counts(
    site: Site, played_bot: PlayedBot, key: str
) -> None:
    theirs, mine = site.open(), site.open()
    body = {"conversation": mine, "message": "hi", "id": "1", key: theirs.partition(".")[0]}
    assert site.post("/message", body).status == 200
    assert played_bot.heard == [(mine.partition(".")[0], "hi")]
    assert site.post("/open", {key: theirs.partition(".")[0]}).json["conversation"] != theirs


def test_a_conversation_in_the_address_or_a_cookie_does_not_count(site: Site) -> None:
    token = site.open()
    assert site.ask("GET", f"/history?conversation={token}").status == 403
    assert site.ask("GET", "/history", Cookie=f"conversation={token}").status == 403
    body = {"message": "hi", "id": "1"}
    assert site.post(f"/message?conversation={token}", body, X_Conversation=token).status == 400


def test_the_same_id_in_two_conversations_is_two_messages(
    site: Site, played_bot: PlayedBot
) -> None:
    for token in (site.open(), site.open()):
        assert site.say(token, "hi", "same").status == 200
    assert len(played_bot.heard) == 2


# Bodies


@pytest.mark.parametrize(
    "inside",
    [
        '"x": NaN',
        '"x": Infinity',
        '"x": -Infinity',
        '"message": "I am fine"',
        '"id": "m2"',
        '"x": {"y": 1, "y": 2}',
        f'"x": {"[" * 1500}{"]" * 1499}',
        '"x": 01',
        '"x": "\\ud83"',
        "'x': 1",
        '"x": 1,',
    ],
)
def test_what_is_not_clearly_one_message_is_not_read(
    site: Site, played_bot: PlayedBot, inside: str
) -> None:
    body = f'{{"conversation": "{site.open()}", "message": "hi", "id": "m1", {inside}}}'
    refused = site.ask("POST", "/message", body.encode(), Content_Type=JSON)
    assert (refused.status, refused.json["error"]) == (400, "not_json")
    assert is_safe(refused)
    assert played_bot.heard == []


@pytest.mark.parametrize("wrong", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\x00"])
def test_a_message_that_is_not_utf_8_is_not_read(site: Site, wrong: bytes) -> None:
    token = site.open().encode()
    body = b'{"conversation": "' + token + b'", "id": "m1", "message": "' + wrong + b'"}'
    assert site.ask("POST", "/message", body, Content_Type=JSON).status == 400


@pytest.mark.parametrize("nested", [100, 1500])
def test_deep_nesting_is_read_or_refused_but_breaks_nothing(site: Site, nested: int) -> None:
    token = site.open()
    deep = "[" * nested + "]" * nested
    body = f'{{"conversation": "{token}", "message": "hi", "id": "m1", "x": {deep}}}'
    assert site.ask("POST", "/message", body.encode(), Content_Type=JSON).status in (200, 400)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_foreign_form_can_send_is_not_read(
    site: Site, played_bot: PlayedBot, kind: str
) -> None:
    token = site.open()
    for body in (
        json.dumps({"conversation": token, "message": "hi", "id": "1"}).encode(),
        f"conversation={token}&message=hi&id=1".encode(),
    ):
        refused = site.ask("POST", "/message", body, Content_Type=kind)
        assert (refused.status, refused.json["error"]) == (415, "not_json")
    assert played_bot.heard == []


@pytest.mark.parametrize("size", [5_000, 1_000_000, 8_000_000])
@pytest.mark.parametrize("path", ["/open", "/message", "/forget"])
def test_a_huge_body_is_refused_before_it_is_kept(site: Site, path: str, size: int) -> None:
    sent = head(path, f"Content-Type: {JSON}", f"Content-Length: {size}")
    answer = raw(site, sent + b" " * 10_000)
    check("POST", path, answer)
    assert answer.status == 413
    assert is_safe(answer)


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: -1",),
        ("Content-Length: -100",),
        ("Content-Length: +2",),
        ("Content-Length: 1_0",),
        ("Content-Length: \u0662",),
        ("Content-Length: many",),
        ("Content-Length: ",),
        ("Content-Length: 2", "Content-Length: 9"),
        ("Content-Length: 2", "Transfer-Encoding: chunked"),
        ("Transfer-Encoding: chunked, identity",),
        ("Transfer-Encoding: gzip",),
        ("Transfer-Encoding: chunked",),
    ],
)
@pytest.mark.parametrize("path", ["/message", "/nothing/here"])
def test_a_body_of_an_unclear_length_is_an_error_without_details(
    site: Site, played_bot: PlayedBot, lines: tuple[str, ...], path: str
) -> None:
    answer = raw(site, head(path, f"Content-Type: {JSON}", *lines) + b"zz\r\n{}\r\n0\r\n\r\n")
    assert answer.status >= 400
    assert b"Error(" not in answer.body and b"File" not in answer.body
    assert played_bot.heard == []
    # Nobody else waits for it.
    assert site.open()


# Making others wait


@pytest.mark.parametrize("path", ["/open", "/message", "/forget"])
def test_a_body_that_never_comes_is_answered_all_the_same(
    serve: Callable[..., Site], path: str
) -> None:
    site = serve(reply_seconds=0.3)
    answer = raw(site, head(path, f"Content-Type: {JSON}", "Content-Length: 100") + b'{"a')
    check(f"POST {path}".split()[0], path, answer)
    assert (answer.status, answer.json["error"]) == (504, "too_slow")
    assert is_safe(answer)


def test_a_request_that_never_ends_gives_its_connection_back(
    serve: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_channel, "REQUEST_SECONDS", 0.5)
    site = serve()
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(b"GET /webhooks/site/ HTTP/1.1\r\nX-Slow: ")
        while connection.recv(1000):
            pass
    assert time.monotonic() - begun < 5


def test_a_hundred_messages_at_once_are_all_answered_in_time(
    serve: Callable[..., Site], played_bot: PlayedBot
) -> None:
    site = serve()
    token = site.open()
    begun = time.monotonic()
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda n: site.say(token, "hi", str(n)), range(100)))
    assert time.monotonic() - begun < 10
    assert {answer.status for answer in answers} == {200, 429}
    assert all(is_safe(answer) for answer in answers if answer.status == 429)
    answered = sum(answer.status == 200 for answer in answers)
    assert 30 <= answered == len(played_bot.heard) < 60


def test_who_waits_too_long_for_a_turn_is_told_in_time(
    serve: Callable[..., Site], played_bot: PlayedBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rasa_parts.site_turns.TURNS_AT_ONCE", 1)
    site = serve(reply_seconds=0.5)
    tokens = [site.open() for _ in range(6)]
    played_bot.delays["slow"] = 0.2
    begun = time.monotonic()
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda token: site.say(token, "slow"), tokens))
    assert time.monotonic() - begun < 3
    answered = [answer for answer in answers if "error" not in answer.json]
    late = [answer for answer in answers if answer.json.get("error") == "too_slow"]
    assert len(answered) >= 1 and len(late) >= 1 and len(answered) + len(late) == 6
    assert all(is_safe(answer) for answer in late)


def test_a_conversation_without_an_end_comes_to_one(
    serve: Callable[..., Site], played_bot: PlayedBot
) -> None:
    site = serve(messages_per_minute=10_000, messages_per_minute_per_address=10_000)
    token = site.open()
    for number in range(MOST_MESSAGES):
        assert site.say(token, "hi", str(number)).status == 200
    full = site.say(token, "hi", "one-more")
    assert (full.status, full.json["error"]) == (410, "full")
    assert is_safe(full)
    again = serve().say(token, "hi", "restarted")
    assert (again.status, again.json["error"]) == (410, "full")
    assert len(played_bot.heard) == MOST_MESSAGES
    assert site.post("/forget", {"conversation": token}).status == 200


# Stores that fail


def test_a_conversation_that_cannot_be_read_is_no_lost_one(
    site: Site, played_bot: PlayedBot
) -> None:
    token = site.open()
    site.say(token, "hi", "1")

    async def fails(_: str) -> None:
        raise OSError("the disk")

    store = played_bot.tracker_store._tracker_store
    whole, store.retrieve_full_tracker = store.retrieve_full_tracker, fails
    broken = site.history(token)
    assert (broken.status, broken.json["error"]) == (500, "failed")
    assert is_safe(broken)
    store.retrieve_full_tracker = whole
    assert site.history(token).status == 200


def test_a_deleted_conversation_stays_deleted_over_a_restart(
    serve: Callable[..., Site], played_bot: PlayedBot
) -> None:
    site = serve()
    token = site.open()
    site.post("/forget", {"conversation": token})
    assert serve().say(token, "hi", "1").status == 410
    assert played_bot.heard == []


def test_no_conversation_is_begun_that_the_bot_did_not_greet(
    site: Site, played_bot: PlayedBot
) -> None:
    played_bot.fails.add("/greet")
    opened = site.post("/open", {})
    assert opened.json["error"] == "failed"
    assert is_safe(opened)
    assert "conversation" not in opened.json
