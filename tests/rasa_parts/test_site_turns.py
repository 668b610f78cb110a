"""Messages in order and in time, each answered once; a conversation that is come back to, and forgotten."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from rasa_parts.answering import Reply
from rasa_parts.bot_message import BotMessage, Progress, Timer
from rasa_parts.session_token import SessionTokens
from tests.rasa_parts.played_site import (
    KEY,
    TICKS,
    PlayedBot,
    Site,
    is_safe,
)


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
