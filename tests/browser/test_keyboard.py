"""The whole of it by keyboard alone: everything is reached, in sight and marked, and the focus never gets lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat_page import Chat
from tests.browser.conversations import SHOE_TYING
from tests.browser.words import WORDS, answer, title, word

MOST_TABS = 40
IS_FOCUSED = "element => element.getRootNode().activeElement === element"
# Whether one sees that it has the focus, and nothing else covers it.
IS_MARKED = """element => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const seen = element.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && (seen === element || element.contains(seen));
}"""


def tab_to(chat: Chat, target: Locator, key: str = "Tab") -> None:
    """Press `key` until `target` has the focus."""
    for _ in range(MOST_TABS):
        chat.page.keyboard.press(key)
        if target.evaluate(IS_FOCUSED):
            assert target.evaluate(IS_MARKED), f"one does not see the focus on {target}"
            return
    raise AssertionError(f"{key} does not reach {target}")


@pytest.fixture
def chat(demo):
    """The chat on the demo page, opened by keyboard."""
    chat = demo()
    tab_to(chat, chat.launcher)
    chat.page.keyboard.press("Enter")
    return chat.greeted()


def typed(chat: Chat, text: str) -> list[str]:
    """Type into what has the focus, and give the reply."""
    chat.page.keyboard.type(text)
    return chat.reply_to(lambda: chat.page.keyboard.press("Enter"))


def pressed(chat: Chat, name: str) -> list[str]:
    """Go back to an option and press it, and give the reply; the focus is in the field again."""
    tab_to(chat, chat.option(name), "Shift+Tab")
    reply = chat.reply_to(lambda: chat.page.keyboard.press("Enter"))
    expect(chat.field).to_be_focused()
    return reply


def ticked(chat: Chat, name: str) -> list[str]:
    """Go back to a line, tick it and send."""
    tab_to(chat, chat.tick_box(name), "Shift+Tab")
    chat.page.keyboard.press("Space")
    expect(chat.tick_box(name)).to_be_checked()
    tab_to(chat, chat.ticks.get_by_role("button", name=WORDS["send"]))
    reply = chat.reply_to(lambda: chat.page.keyboard.press("Enter"))
    expect(chat.field).to_be_focused()
    return reply


def test_the_shoe_tying_conversation_with_timer_and_step_back(chat):
    expect(chat.field).to_be_focused()
    typed(chat, SHOE_TYING)
    ticked(chat, answer("emergency_signs", "none"))
    ticked(chat, answer("nerve_signs", "none"))
    pressed(chat, answer("age_group", "18_49"))
    ticked(chat, answer("health_risks", "none"))
    pressed(chat, answer("onset", "today"))
    pressed(chat, answer("recurring", "no"))
    pressed(chat, title("/next_step"))
    pressed(chat, title("/next_step"))
    ticked(chat, answer("cold_heat_cautions", "none"))

    tab_to(chat, chat.start_ice, "Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.timer).to_contain_text(word("timer_on", label="Ice", minutes=20))
    tab_to(chat, chat.button("timer_stop"), "Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.timer).to_have_attribute("data-state", "off")
    expect(chat.field).to_be_focused()

    tab_to(chat, chat.button("step_back"), "Shift+Tab")
    chat.reply_to(lambda: chat.page.keyboard.press("Enter"))
    expect(chat.progress).to_have_attribute("value", "2")
    tab_to(chat, chat.summary.locator("summary"), "Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.summary.get_by_role("textbox")).to_be_visible()


def test_the_order_is_the_numbers_the_conversation_the_answers_and_the_field(chat):
    typed(chat, SHOE_TYING)
    boxes = chat.ticks.get_by_role("checkbox")
    before = [
        chat.ticks.get_by_role("button", name=WORDS["send"]),
        *reversed(boxes.all()),
        chat.log.get_by_role("link"),
        chat.log,
        chat.clinic,
        chat.emergency,
        chat.close,
    ]
    for target in before:
        chat.page.keyboard.press("Shift+Tab")
        expect(target).to_be_focused()
    chat.field.focus()
    for target in (chat.send, chat.menu):
        chat.page.keyboard.press("Tab")
        expect(target).to_be_focused()


def test_enter_sends_and_shift_enter_begins_a_line(chat):
    chat.page.keyboard.type("my back")
    chat.page.keyboard.press("Shift+Enter")
    typed(chat, "just went into spasm")
    expect(chat.said_by_patient).to_contain_text(["my back\njust went into spasm"], use_inner_text=True)
    expect(chat.field).to_have_value("")


def test_escape_closes_the_chat_and_gives_the_focus_back(chat):
    chat.page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.field).to_be_focused()


def test_escape_in_a_dialog_closes_that_dialog_alone(chat):
    tab_to(chat, chat.menu)
    chat.page.keyboard.press("Enter")
    tab_to(chat, chat.remember)
    tab_to(chat, chat.button("start_over"))
    tab_to(chat, chat.button("forget"))
    chat.page.keyboard.press("Enter")
    expect(chat.delete_dialog.get_by_role("button", name=WORDS["forget_no"])).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(chat.delete_dialog).to_be_hidden()
    expect(chat.panel).to_be_visible()
    expect(chat.button("forget")).to_be_focused()


def test_on_a_phone_the_focus_stays_in_the_chat_that_covers_the_page(demo):
    chat = demo(viewport={"width": 390, "height": 780})
    chat.open()
    for _ in range(MOST_TABS):
        chat.page.keyboard.press("Tab")
        assert chat.page.evaluate("document.activeElement.localName") in ("spasm-chat", "body")
