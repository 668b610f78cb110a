"""First aid: drawings with their words, the way back, and what the patient takes along to the clinic."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conversations import DANGERS, FIRST_STEP
from tests.browser.words import WORDS, title, word


@pytest.fixture
def chat(demo):
    """A chat at the first step."""
    return demo(*FIRST_STEP, permissions=["clipboard-read", "clipboard-write"])


def test_a_drawing_is_seen_and_its_description_heard(chat):
    with chat.page.expect_response("**/message") as answered:
        chat.press(title("/next_step"))
    (card,) = [message for message in answered.value.json()["messages"] if "image" in message]
    drawing = chat.said_by_bot.last.get_by_role("img", name=card["description"], exact=True)
    expect(drawing).to_be_visible()
    expect(drawing).to_have_js_property("complete", True)
    assert drawing.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_where_a_drawing_cannot_be_loaded_its_description_is_read(chat):
    chat.page.route("**/steps/*", lambda route: route.abort())
    with chat.page.expect_response("**/message") as answered:
        chat.press(title("/next_step"))
    (card,) = [message for message in answered.value.json()["messages"] if "image" in message]
    expect(chat.said_by_bot.last.get_by_text(card["description"], exact=True)).to_be_visible()
    expect(chat.said_by_bot.last.get_by_role("img")).to_have_count(0)


def test_one_can_step_back_but_not_before_the_first_step(chat):
    expect(chat.progress).to_have_attribute("value", "1")
    expect(chat.button("step_back")).to_have_count(0)
    chat.press(title("/next_step"))
    expect(chat.progress).to_have_accessible_name(word("step", step=2, of=6))
    chat.reply_to(chat.button("step_back").click)
    expect(chat.progress).to_have_accessible_name(word("step", step=1, of=6))


def test_the_summary_can_be_copied(chat):
    expect(chat.summary.get_by_role("textbox")).to_be_hidden()
    chat.summary.locator("summary").click()
    expect(chat.button("copy")).to_be_in_viewport(ratio=1)
    text = chat.summary.get_by_role("textbox", name=WORDS["summary"]).input_value()
    assert text
    chat.button("copy").click()
    expect(chat.summary.get_by_role("status")).to_have_text(WORDS["copied"])
    assert chat.page.evaluate("navigator.clipboard.readText()") == text


def test_where_it_cannot_be_copied_the_summary_is_marked(demo):
    chat = demo(*FIRST_STEP)
    chat.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')); }")
    chat.summary.locator("summary").click()
    chat.button("copy").click()
    expect(chat.summary.get_by_role("status")).to_have_text(WORDS["copy_yourself"])
    area = chat.summary.get_by_role("textbox")
    assert area.evaluate("area => area.selectionEnd - area.selectionStart === area.value.length")


def test_the_summary_is_printed_alone(chat):
    chat.summary.locator("summary").click()
    text = chat.summary.get_by_role("textbox").input_value()
    chat.button("print").click()
    paper = chat.widget.frame_locator("iframe").locator("body")
    expect(paper).to_have_text(f"{WORDS['summary']}{text}")


def test_there_is_no_summary_before_there_is_an_outcome(demo):
    chat = demo(*DANGERS)
    expect(chat.summary).to_have_count(0)
