"""What is kept, where, and how it goes: a reload, a closed chat, "remember", "forget" and a forged name."""

from __future__ import annotations

import urllib.error
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat_page import Chat
from tests.browser.conversations import AGE, DANGERS, SHOE_TYING, history
from tests.browser.words import WORDS, answer, title

STORED = "storage => window[storage]['spasm-chat'] && JSON.parse(window[storage]['spasm-chat'])"


def stored(chat: Chat, storage: str = "sessionStorage") -> Any:
    """What the page has put into this storage of the browser."""
    return chat.page.evaluate(STORED, storage)


def forget(chat: Chat) -> None:
    """Delete the chat, and wait until that is confirmed."""
    chat.menu.click()
    chat.button("forget").click()
    chat.button("forget_yes").click()
    expect(chat.log).to_have_text(f"{WORDS['bot_says']} {WORDS['forgotten']}")


def test_a_reload_in_the_middle_keeps_the_conversation_and_the_question(demo):
    chat = demo().open()
    chat.say(SHOE_TYING)
    before = chat.messages.all_inner_texts()
    chat.page.reload()
    expect(chat.messages).to_have_text(before, use_inner_text=True)
    chat.tick(answer("emergency_signs", "none"))
    chat.tick(answer("nerve_signs", "none"))
    chat.page.reload()
    chat.press(answer("age_group", "18_49"))
    expect(chat.tick_box(answer("health_risks", "fever"))).to_be_visible()


def test_a_closed_chat_goes_on_where_it_was(demo):
    chat = demo(*AGE)
    chat.close.click()
    expect(chat.panel).to_be_hidden()
    chat.page.reload()
    expect(chat.panel).to_be_hidden()
    chat.launcher.click()
    chat.press(answer("age_group", "18_49"))


def test_without_the_tick_it_is_kept_for_the_tab_alone(demo):
    chat = demo(*DANGERS)
    chat.menu.click()
    expect(chat.remember).not_to_be_checked()
    assert stored(chat)["conversation"]
    assert stored(chat, "localStorage") is None


def test_with_the_tick_it_is_kept_on_the_device_until_the_tick_is_taken_out(demo):
    chat = demo(*DANGERS)
    conversation = stored(chat)["conversation"]
    chat.menu.click()
    chat.remember.check()
    assert (stored(chat), stored(chat, "localStorage")["conversation"]) == (None, conversation)
    chat.remember.uncheck()
    assert (stored(chat)["conversation"], stored(chat, "localStorage")) == (conversation, None)


def test_delete_deletes_here_and_on_the_server(server, demo):
    chat = demo(*DANGERS)
    conversation = stored(chat)["conversation"]
    chat.menu.click()
    chat.remember.check()
    chat.menu.click()
    forget(chat)
    assert (stored(chat), stored(chat, "localStorage")) == (None, None)
    expect(chat.button("new_chat")).to_be_focused()
    with pytest.raises(urllib.error.HTTPError) as gone:
        history(server.page, conversation)
    assert gone.value.code in (404, 410)
    chat.page.reload()
    expect(chat.messages).to_have_count(1)
    expect(chat.options.first).to_be_visible()
    assert stored(chat)["conversation"] != conversation


def test_nothing_is_deleted_by_keep_it(demo):
    chat = demo(*DANGERS)
    chat.menu.click()
    chat.button("forget").click()
    chat.button("forget_no").click()
    expect(chat.button("forget")).to_be_focused()
    chat.tick(answer("emergency_signs", "none"))


def test_after_the_deletion_a_new_chat_begins_when_it_is_wanted(demo):
    chat = demo(*DANGERS)
    forget(chat)
    chat.button("new_chat").click()
    chat.press(title("/report_spasm"))


@pytest.mark.parametrize("conversation", ["forged.forged", "x" * 600])
def test_a_forged_name_begins_anew_and_sends_what_waits(demo, conversation):
    chat = demo().open()
    forged = {"conversation": conversation, "outbox": [{"id": "w1", "message": "hello", "shown": "hello"}]}
    chat.page.evaluate("forged => { sessionStorage['spasm-chat'] = JSON.stringify(forged); }", forged)
    chat.page.reload()
    expect(chat.said_by_patient).to_have_text([f"{WORDS['patient_says']} hello"])
    expect(chat.said_by_bot.nth(1)).to_be_visible()
    expect(chat.trouble).to_be_hidden()
    assert stored(chat)["conversation"] != conversation


def test_what_is_no_longer_readable_in_the_storage_begins_anew(demo):
    chat = demo(*DANGERS)
    chat.page.evaluate("() => { sessionStorage['spasm-chat'] = '{'; }")
    chat.page.reload()
    expect(chat.messages).to_have_count(1)
    chat.say(SHOE_TYING)


def test_start_over_begins_with_the_first_question(demo):
    chat = demo(*AGE)
    chat.menu.click()
    chat.reply_to(chat.button("start_over").click)
    expect(chat.option(answer("age_group", "18_49"))).to_have_count(0)
