"""The site channel over HTTP, on Rasa's own server, with a bot that is only played."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException

from rasa_parts.answering import Option, Reply
from rasa_parts.bot_message import BotMessage, Progress, Timer
from rasa_parts.session_token import SessionTokens
from rasa_parts.site_channel import SiteChannel
from rasa_parts.site_request import MESSAGE_CHARACTERS
from tests.rasa_parts.played_site import (
    CLINIC_FILE,
    KEY,
    PHONE,
    TICKS,
    PlayedBot,
    Site,
    is_safe,
)

# A conversation


def test_health_means_a_loaded_model(site: Site, played_bot: PlayedBot) -> None:
    assert (site.ask("GET", "/health").status, site.ask("GET", "/health").json) == (
        200,
        {"status": "ready"},
    )
    played_bot.ready = False
    assert site.ask("GET", "/health").status == 503
    for refused in (site.post("/open", {}), site.history(SessionTokens(KEY).new()[1])):
        assert refused.status == 503
        assert is_safe(refused)


def test_opening_gives_a_signed_conversation_and_the_bots_greeting(site: Site) -> None:
    first, second = site.post("/open", {}).json, site.post("/open", {}).json
    assert first["messages"] == [{"text": "Hello, I can help."}]
    assert first["conversation"] != second["conversation"]
    SessionTokens(KEY).verify(first["conversation"])


def test_a_reply_has_the_written_shape(site: Site, played_bot: PlayedBot) -> None:
    played_bot.replies["my back"] = Reply(
        (
            BotMessage(
                "Look.",
                image="steps/ice.svg",
                description="A person lies on one side.",
                timer=Timer(20, "Ice"),
                progress=Progress(3, 6),
            ),
            BotMessage("Any of these?"),
        ),
        options=TICKS,
        tick_list=True,
        asking="nerve_signs",
        disposition="see_doctor_today",
        summary="Back spasm since today.",
    )
    assert site.say(site.open(), "my back").json == {
        "messages": [
            {
                "text": "Look.",
                "image": "steps/ice.svg",
                "description": "A person lies on one side.",
                "timer": {"minutes": 20, "label": "Ice"},
            },
            {"text": "Any of these?"},
        ],
        "options": [
            {"title": TICKS[0].title, "payload": TICKS[0].payload},
            {"title": TICKS[1].title, "payload": TICKS[1].payload},
            {"title": TICKS[2].title, "payload": TICKS[2].payload, "exclusive": True},
        ],
        "tick_list": True,
        "asking": "nerve_signs",
        "level": "see_doctor_today",
        "progress": {"step": 3, "of": 6},
        "summary": "Back spasm since today.",
    }


def test_the_sender_is_the_servers_and_nothing_else_of_the_client_counts(
    site: Site, played_bot: PlayedBot
) -> None:
    token = site.open()
    body = {
        "conversation": token,
        "message": "hi",
        "id": "m1",
        "sender": "mallory",
        "metadata": {"at": "2001-01-01"},
    }
    assert site.post("/message", body).status == 200
    assert played_bot.heard == [(token.partition(".")[0], "hi")]


@pytest.mark.parametrize(
    "typed", ["/restart", " /restart", "/answer", "/{}", "\u2215restart", "", "😱"]
)
def test_any_text_goes_to_answering_which_keeps_commands_out(
    site: Site, played_bot: PlayedBot, typed: str
) -> None:
    assert site.say(site.open(), typed).status == 200
    assert played_bot.texts() == [typed]


def test_personal_data_is_masked_before_the_bot_sees_it(site: Site, played_bot: PlayedBot) -> None:
    site.say(site.open(), "call me at 406-555-0123, I am 45 and it began 3 days ago")
    assert played_bot.texts() == ["call me at ***, I am 45 and it began 3 days ago"]


def test_personal_data_in_wide_characters_is_masked_too(site: Site, played_bot: PlayedBot) -> None:
    site.say(site.open(), "\uff14\uff10\uff16-555-0123, ann\uff20example.com")
    assert played_bot.texts() == ["***, ***"]


def test_characters_that_cannot_be_stored_are_taken_out(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    rest = '"id": "m1", "message": "my\\u0000 back \\ud800"}'
    body = f'{{"conversation": "{token}", {rest}'
    assert (
        site.ask("POST", "/message", body.encode(), Content_Type="application/json").status == 200
    )
    assert played_bot.texts() == ["my  back ?"]


# Order, repetition, time


def test_the_same_message_is_answered_once(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    first, again = site.say(token, "hi", "same"), site.say(token, "hi", "same")
    assert first.json == again.json
    assert played_bot.texts() == ["hi"]


def test_the_same_message_twice_at_once_is_answered_once(site: Site, played_bot: PlayedBot) -> None:
    played_bot.delays["hi"] = 0.1
    token = site.open()
    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(lambda _: site.say(token, "hi", "same").body, range(4)))
    assert len(set(replies)) == 1
    assert played_bot.texts() == ["hi"]


def test_the_same_message_is_answered_once_over_a_restart(
    serve: Callable[..., Site], played_bot: PlayedBot
) -> None:
    site = serve()
    token = site.open()
    played_bot.replies["hi"] = Reply((BotMessage("Which?"),), options=TICKS, tick_list=True)
    first = site.say(token, "hi", "same")
    again = serve().say(token, "hi", "same")
    assert {**first.json, "asking": None} == again.json
    assert played_bot.texts() == ["hi"]


def test_an_id_is_not_used_for_another_text(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    site.say(token, "hi", "same")
    refused = site.say(token, "and I cannot pee", "same")
    assert refused.status == 409
    assert is_safe(refused)
    assert played_bot.texts() == ["hi"]


def test_messages_of_one_conversation_are_answered_in_order(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    played_bot.delays["first"] = 0.3
    with ThreadPoolExecutor(3) as pool:
        slow = pool.submit(site.say, token, "first", "1")
        threading.Event().wait(0.1)
        quick = pool.submit(site.say, token, "second", "2")
        other = pool.submit(site.say, site.open(), "elsewhere", "1")
        assert other.result().status == 200
        assert not slow.done()
        assert (slow.result().status, quick.result().status) == (200, 200)
    assert played_bot.texts() == ["first", "elsewhere", "second"]


def test_a_slow_answer_is_replaced_by_the_safe_one_in_time(
    serve: Callable[..., Site], played_bot: PlayedBot
) -> None:
    site = serve(reply_seconds=0.2)
    token = site.open()
    played_bot.delays["slow"] = 5
    late = site.say(token, "slow", "1")
    assert (late.status, late.json["error"]) == (200, "too_slow")
    assert is_safe(late)
    assert site.say(token, "quick", "2").json["messages"] == [{"text": "Reply 2 to: quick"}]
    played_bot.delays.clear()
    assert "error" not in site.say(token, "slow", "1").json, (
        "a message without an answer may be sent again"
    )


def test_a_failing_or_empty_answer_is_replaced_by_the_safe_one(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    played_bot.fails.add("boom")
    played_bot.replies["empty"] = Reply(())
    for message_id, text in enumerate(("boom", "empty")):
        reply = site.say(token, text, str(message_id))
        assert (reply.status, reply.json["error"]) == (200, "failed")
        assert is_safe(reply)


def test_an_answer_that_broke_in_the_middle_is_shown_and_can_be_asked_for_again(
    site: Site, played_bot: PlayedBot
) -> None:
    token = site.open()
    safe = "Something went wrong. Call 911, or (406) 388-8118."
    said = (BotMessage("Lie down."), BotMessage(safe))
    played_bot.replies["hi"] = Reply(said, failed=True)
    broken = site.say(token, "hi", "1")
    assert (broken.status, broken.json["error"]) == (200, "failed")
    assert [message["text"] for message in broken.json["messages"]] == ["Lie down.", safe]
    played_bot.replies["hi"] = Reply((BotMessage("Lie down."),))
    again = site.say(token, "hi", "1")
    assert "error" not in again.json
    assert site.say(token, "hi", "1").json == again.json
    assert played_bot.texts() == ["hi", "hi"]


def test_what_failed_is_not_logged_with_the_patients_words(
    site: Site, played_bot: PlayedBot, caplog: pytest.LogCaptureFixture
) -> None:
    played_bot.fails.add("a secret")
    site.say(site.open(), "a secret")
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


# Coming back


def test_history_gives_what_was_seen_and_what_can_be_pressed(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    played_bot.replies["my back"] = Reply(
        (BotMessage("Any of these?"),), options=TICKS, tick_list=True, asking="nerve_signs"
    )
    site.say(token, "my back", "m1")
    history = site.history(token).json
    assert history["messages"] == [
        {"from": "bot", "text": "Hello, I can help."},
        {"from": "patient", "text": "my back", "id": "m1"},
        {"from": "bot", "text": "Any of these?"},
    ]
    assert [option["title"] for option in history["options"]] == [tick.title for tick in TICKS]
    assert (history["tick_list"], history["asking"]) == (True, "nerve_signs")


def test_a_step_is_shown_again_with_all_that_goes_with_it(
    serve: Callable[..., Site], played_bot: PlayedBot
) -> None:
    site = serve()
    token = site.open()
    step = BotMessage(
        "Ice.",
        image="steps/ice.svg",
        description="A person lies on one side.",
        timer=Timer(20, "Ice"),
        progress=Progress(3, 6),
    )
    played_bot.replies["next"] = Reply((step,), disposition="self_care", summary="Since today.")
    first = site.say(token, "next", "1").json
    assert (first["progress"], first["summary"]) == ({"step": 3, "of": 6}, "Since today.")
    restarted = serve()
    assert restarted.say(token, "next", "1").json == first
    history = restarted.history(token).json
    assert history["messages"][-1] == {"from": "bot", **first["messages"][0]}
    assert (history["progress"], history["summary"]) == (first["progress"], first["summary"])
    site.say(token, "thanks", "2")
    history = site.history(token).json
    assert (history["progress"], history["summary"]) == (None, None)
    assert serve().say(token, "next", "1").json["progress"] == {"step": 3, "of": 6}


def test_history_is_there_after_a_restart(serve: Callable[..., Site], played_bot: PlayedBot) -> None:
    site = serve()
    token = site.open()
    played_bot.replies["my back"] = Reply((BotMessage("Any of these?"),), options=TICKS, tick_list=True)
    site.say(token, "my back")
    history = serve().history(token).json
    assert history == site.history(token).json
    assert history["messages"][-1]["text"] == "Any of these?"
    assert [option.get("exclusive") for option in history["options"]] == [None, None, True]


def test_history_shows_what_was_pressed_by_its_title(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    played_bot.replies["my back"] = Reply((BotMessage("Any of these?"),), options=TICKS, tick_list=True)
    site.say(token, "my back", "1")
    site.say(token, f"{TICKS[0].payload},{TICKS[1].payload}", "2")
    said = [
        message["text"]
        for message in site.history(token).json["messages"]
        if message["from"] == "patient"
    ]
    assert said == ["my back", f"{TICKS[0].title}\n{TICKS[1].title}"]


def test_an_unknown_conversation_has_no_history(site: Site) -> None:
    answer = site.history(SessionTokens(KEY).new()[1])
    assert answer.status == 404
    assert is_safe(answer)


def test_forgetting_deletes_the_conversation_and_ends_it(site: Site, played_bot: PlayedBot) -> None:
    token, other = site.open(), site.open()
    site.say(token, "hi")
    forgotten = site.post("/forget", {"conversation": token})
    assert (forgotten.status, forgotten.json["ended"]) == (200, True)
    assert is_safe(forgotten)
    assert site.history(token).status == 404
    assert site.say(token, "still there?", "m2").status == 410
    assert site.say(token, "hi").status == 410
    assert site.history(other).status == 200
    assert played_bot.texts() == ["hi"]


def test_a_conversation_deleted_by_its_own_words_is_gone_too(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    gone = BotMessage("All of it is deleted.", response="utter_deleted")
    played_bot.replies["delete it"] = Reply((gone, BotMessage("And your age?")), options=TICKS)
    reply = site.say(token, "delete it", "1").json
    assert reply["messages"] == [{"text": "All of it is deleted."}]
    assert (reply["options"], reply["ended"]) == ([], True)
    assert site.history(token).status == 404
    assert site.say(token, "hello?", "2").status == 410


def test_a_deletion_that_fails_is_not_reported_as_done(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    played_bot.replies["delete it"] = Reply((BotMessage("Deleted.", response="utter_deleted"),))
    site.say(token, "hi", "1")
    played_bot.tracker_store._tracker_store = object()
    refused = site.say(token, "delete it", "2")
    assert refused.json["error"] == "failed"
    assert is_safe(refused)
    assert "ended" not in refused.json


def test_forgetting_that_fails_says_so(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    played_bot.tracker_store = object()
    refused = site.post("/forget", {"conversation": token})
    assert refused.status == 500
    assert is_safe(refused)


# What is refused


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


# The page


def test_the_page_shows_the_emergency_number_and_the_clinic_without_its_script(site: Site) -> None:
    answer = site.ask("GET", "/")
    page = answer.body.decode()
    assert answer.headers["Content-Type"].startswith("text/html")
    assert 'href="tel:911"' in page
    assert 'href="tel:+14063888118"' in page
    assert PHONE in page
    assert "<script>" not in page
    assert "style=" not in page
    assert "[[" not in page
    assert "${" not in page


def test_the_page_runs_nothing_and_asks_nobody_but_this_server(site: Site) -> None:
    for path in ("/", "/chat.js", "/icon.svg"):
        policy = site.ask("GET", path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy


def test_files_are_kept_by_the_browser_until_they_change(site: Site) -> None:
    page = site.ask("GET", "/").body.decode()
    script = page.partition('src="')[2].partition('"')[0]
    answer = site.ask("GET", "/" + script)
    assert PHONE in answer.body.decode()
    assert "immutable" in answer.headers["Cache-Control"]
    assert site.ask("GET", "/chat.js").headers["Cache-Control"] == "no-cache"
    assert site.ask("GET", "/", If_None_Match=site.ask("GET", "/").headers["ETag"]).status == 304


def test_the_address_without_its_slash_leads_to_the_page(site: Site) -> None:
    answer = site.ask("GET", "")
    assert (answer.status, answer.headers["Location"]) == (308, "site/")


def test_the_page_follows_the_clinics_file(serve: Callable[..., Site], tmp_path: Path) -> None:
    clinic_file = tmp_path / "clinic.yml"
    text = CLINIC_FILE.read_text(encoding="utf-8")
    clinic_file.write_text(text, encoding="utf-8")
    site = serve(clinic_file=clinic_file)
    clinic_file.write_text(text.replace("Pro Physio", "Better & Backs"), encoding="utf-8")
    assert "<p>Better &amp; Backs</p>" in site.ask("GET", "/").body.decode()


# Its place in Rasa


def test_it_is_made_from_credentials_and_refuses_unknown_settings(tmp_path: Path) -> None:
    key_file = tmp_path / "var" / "key"
    channel = SiteChannel.from_credentials({"key_file": str(key_file)})
    assert channel.name() == channel.url_prefix() == "site"
    assert key_file.exists()
    for wrong in ({"key": "x"}, {"messages_per_minute": 0}, {"messages_per_minute": "many"}):
        with pytest.raises(RasaException):
            SiteChannel.from_credentials({"key_file": str(key_file), **wrong})
