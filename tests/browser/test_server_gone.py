"""The bot is killed in the middle of a conversation, and started again: nothing is lost, nothing is said twice."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chat_page import PROMISED
from tests.browser.conversations import AGE, DANGERS, LAST_QUESTION
from tests.browser.test_connection import LONGER_THAN_ANY_PAUSE, TYPED, is_in_trouble, said
from tests.browser.words import WORDS, answer

# As a device says it: what waits is sent, unless that is being tried already.
CONNECTED = "() => { dispatchEvent(new Event('online')); }"


def test_the_server_dies_at_any_moment_and_the_conversation_goes_on(server, demo):
    answering = demo(*AGE, clock=True)
    waiting = demo(*DANGERS, clock=True)

    # While an answer is on its way, of which the page can not know whether it was stored. A quick machine would have
    # answered before the server is killed.
    server.freeze()
    with answering.page.expect_request("**/message"):
        answering.type("50")
    server.kill()
    is_in_trouble(answering)
    # While the patient thinks.
    waiting.shows_the_numbers()
    waiting.type(TYPED)
    is_in_trouble(waiting)
    waiting.type("I am 50 years old")
    expect(waiting.log.get_by_text(WORDS["not_sent"])).to_have_count(2)
    waiting.page.clock.fast_forward(LONGER_THAN_ANY_PAUSE)
    is_in_trouble(waiting)

    server.start()
    server.wait_until_ready()
    for chat in (answering, waiting):
        chat.page.evaluate(CONNECTED)
        expect(chat.trouble).to_be_hidden(timeout=PROMISED)
        expect(chat.log.get_by_text(WORDS["not_sent"])).to_have_count(0)
    assert said(server, answering)[-1:] == ["50"]
    assert said(server, answering).count("50") == 1
    assert said(server, waiting)[-2:] == [TYPED, "I am 50 years old"]
    expect(answering.tick_box(answer("health_risks", "fever"))).to_be_visible()


def test_without_the_custom_actions_there_is_a_safe_text_and_emergencies_are_still_heard(server, demo):
    first = demo(*LAST_QUESTION)
    second = demo(*LAST_QUESTION)
    with server.without_actions():
        first.use(first.option(answer("recurring", "no")))
        expect(first.trouble).to_be_visible(timeout=PROMISED)
        is_in_trouble(first)
        # Within the time that the bot promises: see Chat.reply_to.
        assert "911" in "\n".join(second.say("now my chest hurts and I can't breathe"))
        expect(second.log).to_have_attribute("aria-live", "assertive")
    server.wait_until_ready()
    first.page.evaluate(CONNECTED)
    expect(first.progress).to_have_attribute("value", "1", timeout=PROMISED)
    expect(first.said_by_patient.last).not_to_contain_text(WORDS["not_sent"])
