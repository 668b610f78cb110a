"""Tick lists: several lines at once, "none" alone, and never nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conversations import DANGERS
from tests.browser.words import WORDS, answer

NONE = answer("emergency_signs", "none")
CHEST = answer("emergency_signs", "chest_pain")
BREATH = answer("emergency_signs", "breathing_difficulty")


@pytest.fixture
def chat(demo):
    """A chat that asks for the signs of an emergency."""
    return demo(*DANGERS)


def test_none_unticks_the_others_and_they_untick_none(chat):
    boxes = {name: chat.tick_box(name) for name in (NONE, CHEST, BREATH)}
    for pressed, ticked in (
        (CHEST, {CHEST}),
        (BREATH, {CHEST, BREATH}),
        (NONE, {NONE}),
        (CHEST, {CHEST}),
        (CHEST, set()),
    ):
        boxes[pressed].click()
        for name, box in boxes.items():
            expect(box).to_be_checked(checked=name in ticked)


def test_several_lines_are_one_message_with_their_words(chat):
    with chat.page.expect_request("**/message") as sent:
        chat.tick(CHEST, BREATH)
    assert '"chest_pain"' in sent.value.post_data_json["message"]
    assert '"breathing_difficulty"' in sent.value.post_data_json["message"]
    expect(chat.said_by_patient.last).to_contain_text(f"{CHEST}\n{BREATH}", use_inner_text=True)


def test_with_nothing_ticked_nothing_is_sent_and_it_says_what_to_do(chat):
    asked: list[str] = []
    chat.page.on("request", lambda request: asked.append(request.url))
    chat.send_ticks()
    expect(chat.hint).to_have_text(WORDS["tick_nothing"])
    expect(chat.ticks.get_by_role("checkbox").first).to_be_focused()
    chat.tick_box(CHEST).click()
    expect(chat.hint).to_be_empty()
    assert asked == []


def test_a_tick_list_can_be_answered_by_typing(chat):
    chat.say("none of these")
    expect(chat.tick_box(answer("nerve_signs", "saddle_numbness"))).to_be_visible()
