"""Every state in which a patient may see the chat, one after the other in a single conversation."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.browser.chat_page import Chat
from tests.browser.conversations import SHOE_TYING
from tests.browser.words import WORDS, answer, title, word

MINUTE = 60_000
MESSAGE = "**/message"


def states(chat: Chat) -> Iterator[str]:
    """Lead `chat`, which is closed and whose clock can be moved, from state to state, and name each."""
    page = chat.page
    yield "closed"

    chat.open()
    yield "opened"

    held = []
    page.route(MESSAGE, lambda route: held.append(route), times=1)
    chat.type(SHOE_TYING)
    expect(chat.typing).not_to_be_empty()
    yield "writing"
    chat.reply_to(lambda: held[0].continue_())
    yield "tick-list"

    chat.send_ticks()
    expect(chat.hint).not_to_be_empty()
    yield "nothing-ticked"
    chat.tick(answer("emergency_signs", "none"))
    chat.tick(answer("nerve_signs", "none"))
    yield "options"

    chat.press(answer("age_group", "18_49"))
    chat.tick(answer("health_risks", "none"))
    chat.press(answer("onset", "today"))
    chat.press(answer("recurring", "no"))
    yield "first-step"

    chat.press(title("/next_step"))
    chat.press(title("/next_step"))
    chat.tick(answer("cold_heat_cautions", "none"))
    drawn = chat.said_by_bot.get_by_role("img").last
    drawn.evaluate("image => image.decode()")
    yield "ice"

    chat.use(chat.start_ice)
    page.clock.fast_forward(3 * MINUTE)
    expect(chat.timer).to_contain_text(word("timer_on", label="Ice", minutes=20))
    yield "timer"
    page.clock.fast_forward(17 * MINUTE)
    expect(chat.timer).to_contain_text(word("timer_over", label="Ice", minutes=20))
    yield "timer-over"
    chat.use(chat.close)
    expect(chat.launcher).to_be_focused()
    yield "closed-timer-over"
    chat.use(chat.launcher)
    chat.use(chat.button("timer_done"))

    chat.use(chat.summary.locator("summary"))
    expect(chat.summary.get_by_role("textbox")).to_be_visible()
    chat.summary.get_by_role("button").last.scroll_into_view_if_needed()
    yield "summary"
    chat.use(chat.summary.locator("summary"))

    chat.use(chat.menu)
    expect(chat.remember).to_be_visible()
    yield "menu"
    chat.use(chat.button("forget"))
    expect(chat.delete_dialog).to_be_visible()
    yield "delete"
    chat.use(chat.button("forget_no"))
    chat.use(chat.menu)

    page.route(MESSAGE, lambda route: route.abort(), times=1)
    chat.type(WORDS["step_back_says"])
    expect(chat.trouble).to_be_visible()
    yield "trouble"
    chat.reply_to(lambda: chat.use(chat.button("try_again")))

    chat.say("now my chest hurts and I can't breathe")
    yield "emergency"

    chat.use(chat.menu)
    chat.use(chat.button("forget"))
    chat.use(chat.button("forget_yes"))
    expect(chat.button("new_chat")).to_be_visible()
    yield "deleted"
