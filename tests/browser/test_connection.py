"""Slow answers, broken answers and no connection: the numbers stay, and what was typed is sent once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.bot_server import BotServer
from tests.browser.chat_page import Chat
from tests.browser.conversations import AGE, DANGERS, ask, history
from tests.browser.words import CLINIC_PHONE, WORDS, answer

MESSAGE = "**/message"
LONGER_THAN_ANY_ANSWER = 13_000
LONGER_THAN_ANY_PAUSE = 31_000
TYPED = "none of these"


def is_in_trouble(chat: Chat) -> None:
    """The safe text is there and heard at once, with both numbers to tap, and nothing pretends to go on."""
    expect(chat.trouble).to_be_visible()
    expect(chat.trouble).to_be_in_viewport()
    expect(chat.trouble).to_have_role("alert")
    expect(chat.trouble.locator('a[href="tel:911"]')).to_be_visible()
    expect(chat.trouble.get_by_role("link", name=CLINIC_PHONE)).to_be_visible()
    expect(chat.typing).to_be_empty()
    chat.shows_the_numbers()


def said(server: BotServer, chat: Chat) -> list[str]:
    """What the server has heard from the patient, in the conversation that the page shows."""
    conversation = chat.page.evaluate("JSON.parse(sessionStorage['spasm-chat']).conversation")
    return [m["text"] for m in history(server.page, conversation)["messages"] if m["from"] == "patient"]


@pytest.fixture
def chat(demo):
    """A chat that asks for the signs of an emergency, on a clock that the test moves."""
    return demo(*DANGERS, clock=True)


def test_while_an_answer_takes_its_time_one_sees_that_it_comes(chat):
    held = []
    chat.page.route(MESSAGE, lambda route: held.append(route))
    chat.type(TYPED)
    expect(chat.typing).to_have_text(WORDS["typing"])
    expect(chat.typing).to_have_role("status")
    chat.page.clock.fast_forward(9_000)
    expect(chat.trouble).to_be_hidden()
    chat.reply_to(lambda: held[0].continue_())
    expect(chat.typing).to_be_empty()


def test_an_answer_that_never_comes_ends_in_the_safe_text_and_is_asked_for_again_once(server, chat):
    chat.page.route(MESSAGE, lambda route: None, times=1)
    chat.type(TYPED)
    expect(chat.typing).to_have_text(WORDS["typing"])
    chat.page.clock.fast_forward(LONGER_THAN_ANY_ANSWER)
    is_in_trouble(chat)
    expect(chat.said_by_patient.last).to_contain_text(WORDS["not_sent"])
    chat.reply_to(lambda: chat.page.clock.fast_forward(LONGER_THAN_ANY_PAUSE))
    expect(chat.trouble).to_be_hidden()
    expect(chat.said_by_patient.last).not_to_contain_text(WORDS["not_sent"])
    assert said(server, chat).count(TYPED) == 1


def test_an_answer_lost_on_its_way_is_given_again_and_not_twice(server, chat):
    def lose(route):
        route.fetch()
        route.abort()

    chat.page.route(MESSAGE, lose, times=1)
    chat.type(TYPED)
    is_in_trouble(chat)
    chat.reply_to(lambda: chat.button("try_again").click())
    expect(chat.field).to_be_focused()
    assert said(server, chat).count(TYPED) == 1
    chat.page.reload()
    expect(chat.said_by_patient).to_have_count(2)


@pytest.mark.parametrize(
    "broken",
    [
        {"status": 500, "body": "<h1>Bad gateway</h1>", "content_type": "text/html"},
        {"status": 200, "body": "", "content_type": "application/json"},
        {"status": 200, "body": "{}", "content_type": "application/json"},
    ],
    ids=["a proxy's error", "nothing", "something else"],
)
def test_what_is_no_reply_ends_in_the_safe_text(chat, broken):
    chat.page.route(MESSAGE, lambda route: route.fulfill(**broken), times=1)
    chat.type(TYPED)
    is_in_trouble(chat)
    chat.page.clock.fast_forward(LONGER_THAN_ANY_PAUSE)
    expect(chat.tick_box(answer("nerve_signs", "saddle_numbness"))).to_be_visible()
    expect(chat.trouble).to_be_hidden()


def test_messages_written_without_a_connection_are_sent_in_order_when_it_is_back(server, demo):
    chat = demo(*AGE)
    chat.page.context.set_offline(True)
    chat.type("50")
    is_in_trouble(chat)
    chat.type("no fever or anything")
    expect(chat.log.get_by_text(WORDS["not_sent"])).to_have_count(2)
    chat.page.context.set_offline(False)
    expect(chat.log.get_by_text(WORDS["not_sent"])).to_have_count(0, timeout=10_000)
    expect(chat.trouble).to_be_hidden()
    assert said(server, chat)[-2:] == ["50", "no fever or anything"]


def test_what_waits_outlives_a_reload(server, chat):
    chat.page.route(MESSAGE, lambda route: route.abort(), times=1)
    chat.type(TYPED)
    is_in_trouble(chat)
    chat.page.reload()
    expect(chat.tick_box(answer("nerve_signs", "saddle_numbness"))).to_be_visible()
    assert said(server, chat).count(TYPED) == 1


def test_an_option_of_an_earlier_question_gives_way_to_those_of_now(server, chat):
    conversation = chat.page.evaluate("JSON.parse(sessionStorage['spasm-chat']).conversation")
    ask(f"{server.page}message", {"conversation": conversation, "id": "elsewhere", "message": TYPED})
    chat.tick_box(answer("emergency_signs", "none")).click()
    chat.send_ticks()
    expect(chat.trouble).to_contain_text(WORDS["moved_on"].split("911")[0])
    is_in_trouble(chat)
    chat.tick(answer("nerve_signs", "none"))
    expect(chat.trouble).to_be_hidden()


def test_a_message_that_is_too_long_stays_in_the_field(chat):
    chat.type("my back " * 100)
    is_in_trouble(chat)
    expect(chat.trouble).to_contain_text(WORDS["too_long"].split("911")[0])
    expect(chat.field).to_have_value("my back " * 100)
    expect(chat.button("try_again")).to_be_hidden()
    chat.say(TYPED)
    expect(chat.trouble).to_be_hidden()


