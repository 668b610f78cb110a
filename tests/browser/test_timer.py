"""The 20 minutes of the ice, with a clear end that is also heard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conversations import ICE
from tests.browser.words import WORDS, word

MINUTE = 60_000
ON = word("timer_on", label="Ice", minutes=20)
LAST = word("timer_last", label="Ice", minutes=20)
OVER = word("timer_over", label="Ice", minutes=20)


@pytest.fixture
def chat(demo):
    """A chat in which the ice's timer has just been started, on a clock that the test moves."""
    chat = demo(*ICE, clock=True)
    chat.start_ice.click()
    expect(chat.timer.get_by_role("timer")).to_have_text(re.compile("20:00|19:5."))
    return chat


def test_it_counts_down_to_a_clear_end(chat):
    said = chat.timer.get_by_role("status")
    left = chat.timer.get_by_role("timer")
    expect(said).to_have_text(ON)
    expect(said).to_have_attribute("aria-live", "polite")
    chat.page.clock.fast_forward(10 * MINUTE)
    expect(left).to_have_text(re.compile("10:00|9:5."))
    expect(said).to_have_text(ON)
    chat.page.clock.fast_forward(9 * MINUTE)
    expect(said).to_have_text(LAST)
    chat.page.clock.fast_forward(MINUTE)
    expect(said).to_have_text(OVER)
    expect(said).to_have_attribute("aria-live", "assertive")
    expect(left).to_be_empty()
    chat.button("timer_done").click()
    expect(said).to_be_empty()
    expect(chat.timer).to_have_attribute("data-state", "off")


def test_it_goes_on_while_the_page_is_reloaded(chat):
    chat.page.clock.fast_forward(5 * MINUTE)
    chat.page.reload()
    expect(chat.timer.get_by_role("timer")).to_contain_text("14:")
    chat.page.clock.fast_forward(15 * MINUTE)
    expect(chat.timer.get_by_role("status")).to_have_text(OVER)


def test_with_the_chat_closed_its_end_is_on_the_button_that_opens_it(chat):
    chat.close.click()
    chat.page.clock.fast_forward(20 * MINUTE)
    expect(chat.launcher).to_have_text(OVER)
    chat.launcher.click()
    chat.button("timer_done").click()
    chat.close.click()
    expect(chat.launcher).to_have_text(WORDS["launcher"])


def test_it_can_be_stopped_and_begins_anew(chat):
    chat.page.clock.fast_forward(3 * MINUTE)
    chat.button("timer_stop").click()
    expect(chat.timer).to_have_attribute("data-state", "off")
    chat.start_ice.click()
    expect(chat.timer.get_by_role("timer")).to_have_text(re.compile("20:00|19:5."))


def test_the_end_of_the_chat_is_the_end_of_its_timer(chat):
    chat.menu.click()
    chat.button("forget").click()
    chat.button("forget_yes").click()
    expect(chat.button("new_chat")).to_be_visible()
    expect(chat.timer).to_have_attribute("data-state", "off")
