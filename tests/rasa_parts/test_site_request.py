"""What is refused over HTTP, and with what words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rasa_parts.answering import Option, Reply
from rasa_parts.bot_message import BotMessage
from rasa_parts.session_token import SessionTokens
from rasa_parts.site_request import MESSAGE_CHARACTERS
from tests.rasa_parts.played_site import (
    CLINIC_FILE,
    PlayedBot,
    Site,
    is_safe,
)


def test_a_forged_or_changed_conversation_is_refused_everywhere(site: Site, played_bot: PlayedBot) -> None:
    mine, others = site.open(), site.open()
    forged = [
        "",
        "default",
        others.partition(".")[0],
        f"{others.partition('.')[0]}.{mine.partition('.')[2]}",
        others[:-1] + ("A" if others[-1] != "A" else "B"),
        SessionTokens(b"x" * 32).new()[1],
        others + "\n",
    ]
    for token in forged:
        assert site.say(token, "hi").status == 403
        assert site.post("/forget", {"conversation": token}).status == 403
        assert site.history(token.strip()).status == (200 if token.strip() == others else 403)
    assert is_safe(site.say("forged", "hi"))
    assert site.history(others).status == 200
    assert played_bot.heard == []


def test_only_json_is_read(site: Site, played_bot: PlayedBot) -> None:
    body = json.dumps({"conversation": site.open(), "message": "hi", "id": "m1"}).encode()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/json5", ""):
        refused = site.ask("POST", "/message", body, Content_Type=kind)
        assert refused.status == 415
        assert is_safe(refused)
    assert site.ask("POST", "/open", b"{}", Content_Type="text/plain").status == 415
    assert (
        site.ask("POST", "/message", body, Content_Type="application/json; charset=utf-8").status
        == 200
    )
    assert played_bot.texts() == ["hi"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"hi"',
        b"\xff\xfe",
        b"[" * 4000,
        b'{"conversation": 1, "message": "hi", "id": "m1"}',
        b'{"message": "hi", "id": "m1"}',
    ],
)
def test_a_body_that_is_no_message_is_refused(site: Site, body: bytes) -> None:
    refused = site.ask("POST", "/message", body, Content_Type="application/json")
    assert refused.status == 400
    assert refused.json["error"]
    assert is_safe(refused)


@pytest.mark.parametrize(
    "change", [{"message": None}, {"message": ["hi"]}, {"id": None}, {"id": ""}, {"id": "a b"}]
)
def test_a_message_with_a_wrong_part_is_refused(
    site: Site, played_bot: PlayedBot, change: dict[str, object]
) -> None:
    body = {"conversation": site.open(), "message": "hi", "id": "m1", **change}
    assert site.post("/message", body).status == 400
    assert played_bot.heard == []


@pytest.mark.parametrize("characters", [MESSAGE_CHARACTERS + 1, 10_000, 1_000_000])
def test_a_long_message_gets_a_text_that_is_safe_by_itself(
    site: Site, played_bot: PlayedBot, characters: int
) -> None:
    refused = site.say(site.open(), "a" * characters)
    assert refused.status == 413
    assert is_safe(refused)
    assert played_bot.heard == []
    assert site.say(site.open(), "a" * MESSAGE_CHARACTERS).status == 200


@pytest.mark.parametrize("pieces", [20, 1000])
def test_a_long_body_in_pieces_is_refused_too(site: Site, pieces: int) -> None:
    body = (b" " * 1000 for _ in range(pieces))
    refused = site.ask("POST", "/message", body, Content_Type="application/json")
    assert refused.status == 413
    assert is_safe(refused)


def test_a_whole_tick_list_may_be_longer_than_a_typed_message(site: Site, played_bot: PlayedBot) -> None:
    ticks = tuple(
        Option(f"Risk {number}", f'/answer{{"health_risks": "a_long_name_of_a_risk_{number}"}}')
        for number in range(12)
    )
    played_bot.replies["hi"] = Reply((BotMessage("Any?"),), options=ticks, tick_list=True)
    pressed = ",".join(tick.payload for tick in ticks)
    assert len(pressed) > MESSAGE_CHARACTERS
    token = site.open()
    site.say(token, "hi", "1")
    assert site.say(token, pressed, "2").status == 200
    assert played_bot.texts() == ["hi", pressed]


def test_a_burst_is_slowed_down_in_one_conversation_only(site: Site, played_bot: PlayedBot) -> None:
    token, other = site.open(), site.open()
    answers = [site.say(token, "hi", str(number)) for number in range(60)]
    refused = [answer for answer in answers if answer.status == 429]
    assert len(refused) >= 10
    assert {answer.status for answer in answers} == {200, 429}
    assert all(is_safe(answer) and int(answer.headers["Retry-After"]) >= 1 for answer in refused)
    assert site.say(other, "hi").status == 200


def test_a_burst_from_one_address_is_slowed_down_whatever_it_asks(
    serve: Callable[..., Site], played_bot: PlayedBot
) -> None:
    site = serve(messages_per_minute_per_address=10)
    assert 429 in [site.say("forged", "hi").status for _ in range(20)]
    assert site.post("/open", {}).status == 429
    assert site.ask("GET", "/").status == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "https://evil.example:443", "file://", "127.0.0.1"]
)
def test_a_page_of_another_site_is_refused(site: Site, played_bot: PlayedBot, origin: str) -> None:
    token = site.open()
    body = {"conversation": token, "message": "hi", "id": "m1"}
    for path in ("/open", "/message", "/forget"):
        refused = site.post(path, body, Origin=origin)
        assert refused.status == 403
        assert is_safe(refused)
        assert "Access-Control-Allow-Origin" not in refused.headers
    assert site.ask("GET", "/history", X_Conversation=token, Origin=origin).status == 403
    assert (
        "Access-Control-Allow-Origin" not in site.ask("OPTIONS", "/message", Origin=origin).headers
    )
    assert played_bot.heard == []


def test_the_page_itself_is_no_other_site(site: Site) -> None:
    own = f"http://127.0.0.1:{site.port}"
    assert site.post("/open", {}, Origin=own).status == 200
    assert site.post("/open", {}, Origin=f"http://127.0.0.1:{site.port + 1}").status == 403
    assert site.post("/open", {}, Origin=own + ".evil.example").status == 403


def test_a_site_named_in_the_clinics_file_may_show_the_chat(
    serve: Callable[..., Site], tmp_path: Path
) -> None:
    clinic_file = tmp_path / "clinic.yml"
    allowed = "https://www.clinic.example"
    text = CLINIC_FILE.read_text(encoding="utf-8")
    clinic_file.write_text(
        text.replace("allowed_origins: []", f'allowed_origins: ["{allowed}"]'), encoding="utf-8"
    )
    site = serve(clinic_file=clinic_file)
    opened = site.post("/open", {}, Origin=allowed)
    assert (opened.status, opened.headers["Access-Control-Allow-Origin"]) == (200, allowed)
    preflight = site.ask(
        "OPTIONS",
        "/message",
        Origin=allowed,
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
    )
    assert preflight.status in (200, 204)
    assert preflight.headers["Access-Control-Allow-Origin"] == allowed
    assert "content-type" in preflight.headers["Access-Control-Allow-Headers"]
    assert site.post("/open", {}, Origin=allowed + ".evil.example").status == 403
    assert site.post("/open", {}, Origin="http://www.clinic.example").status == 403


def test_errors_are_json_at_every_address(site: Site) -> None:
    for method, path, status in (
        ("GET", "/message", 405),
        ("DELETE", "/open", 405),
        ("GET", "/nothing", 404),
        ("GET", "/../site_channel.py", 404),
        ("GET", "/%2e%2e/rasa_parts/site_channel.py", 404),
        ("GET", "/index.html", 404),
    ):
        answer = site.ask(method, path)
        assert answer.status == status
        assert answer.json["error"]
