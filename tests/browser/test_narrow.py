"""A phone of 320 pixels in one hand: nothing is cut off, nothing scrolls sideways, everything fits a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat_page import Chat
from tests.browser.conftest import SMALL_PHONE
from tests.browser.conversations import DANGERS, SHOE_TYING
from tests.browser.words import WORDS, answer, title

# What stands out on a side, or is smaller than a thumb. Links within a text may be as high as its line.
MISFITS = """chat => {
  const wrong = [];
  const named = (element) => `${element.localName}.${element.className} ${element.textContent.slice(0, 30)}`;
  if (document.scrollingElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
  for (const element of chat.shadowRoot.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.closest(".only-heard")) continue;
    const { left, right, height } = element.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) wrong.push(`stands out: ${named(element)}`);
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible")
      wrong.push(`scrolls sideways: ${named(element)}`);
    if (element.matches("button, summary, textarea, nav a, .tick") && height < 44)
      wrong.push(`too low: ${named(element)}`);
  }
  return wrong;
}"""


@pytest.fixture
def chat(demo):
    return demo(**SMALL_PHONE)


def fits(chat: Chat) -> None:
    assert chat.widget.evaluate(MISFITS) == []


def test_the_shoe_tying_conversation_by_thumb(chat):
    fits(chat)
    chat.open()
    fits(chat)
    chat.shows_the_numbers()
    chat.say(SHOE_TYING)
    fits(chat)
    chat.send_ticks()
    expect(chat.hint).to_be_visible()
    fits(chat)
    chat.tick(answer("emergency_signs", "none"))
    chat.tick(answer("nerve_signs", "none"))
    chat.press(answer("age_group", "18_49"))
    fits(chat)
    chat.tick(answer("health_risks", "none"))
    chat.press(answer("onset", "today"))
    fits(chat)
    chat.press(answer("recurring", "no"))
    fits(chat)
    chat.press(title("/next_step"))
    chat.press(title("/next_step"))
    chat.tick(answer("cold_heat_cautions", "none"))
    chat.use(chat.start_ice)
    expect(chat.button("timer_stop")).to_be_visible()
    fits(chat)
    chat.use(chat.summary.locator("summary"))
    chat.use(chat.menu)
    expect(chat.remember).to_be_visible()
    fits(chat)
    chat.use(chat.button("forget"))
    expect(chat.delete_dialog).to_be_visible()
    fits(chat)
    chat.use(chat.button("forget_no"))
    chat.shows_the_numbers()


def test_the_chat_covers_the_page_and_the_keyboard_stays_away(chat):
    chat.open()
    box = chat.panel.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 320, 568)
    chat.say(SHOE_TYING)
    expect(chat.field).not_to_be_focused()
    chat.use(chat.close)
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_a_phone_that_is_turned_keeps_what_was_ticked_and_written(demo):
    chat = demo(*DANGERS, **SMALL_PHONE)
    chat.use(chat.tick_box(answer("emergency_signs", "chest_pain")))
    chat.field.fill("half a sentence")
    chat.page.set_viewport_size({"width": 568, "height": 320})
    expect(chat.tick_box(answer("emergency_signs", "chest_pain"))).to_be_checked()
    expect(chat.field).to_have_value("half a sentence")
    chat.shows_the_numbers()
    fits(chat)


@pytest.mark.parametrize(("width", "height"), [(320, 256), (640, 400)])
def test_a_page_at_400_or_200_percent_still_shows_numbers_and_conversation(demo, width, height):
    chat = demo(*DANGERS, viewport={"width": width, "height": height})
    chat.shows_the_numbers()
    fits(chat)
    chat.tick(answer("emergency_signs", "none"))
    expect(chat.said_by_bot.last).to_be_in_viewport()
    expect(chat.ticks).to_contain_text(WORDS["tick"])
