"""An emergency in the middle: heard at once, seen without colour, and one tap from 911."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conversations import DANGERS, FIRST_STEP
from tests.browser.words import answer, title

LIVE = "aria-live"


@pytest.fixture
def chat(demo):
    """A chat in the middle of its questions."""
    chat = demo(*DANGERS)
    chat.tick(answer("emergency_signs", "none"))
    expect(chat.log).to_have_attribute(LIVE, "polite")
    return chat


@pytest.mark.parametrize(
    ("words", "level", "number"),
    [
        ("now my chest hurts and I can't breathe", "call_911", "911"),
        ("I just noticed I am numb between my legs and can't pee", "go_to_er", "911"),
        ("I want to kill myself", "crisis_line", "988"),
    ],
)
def test_it_interrupts_and_gives_a_number_to_tap(chat, words, level, number):
    with chat.page.expect_response("**/message") as answered:
        chat.say(words)
    assert answered.value.json()["level"] == level
    expect(chat.log).to_have_attribute(LIVE, "assertive")
    urgent = chat.log.locator(".urgent")
    expect(urgent).not_to_have_count(0)
    expect(urgent.first).to_be_in_viewport()
    expect(urgent.locator(f'a[href="tel:{number}"]').first).to_be_visible()
    chat.shows_the_numbers()


def test_a_ticked_danger_is_as_urgent_as_a_typed_one(chat):
    chat.tick(answer("nerve_signs", "saddle_numbness"))
    expect(chat.log).to_have_attribute(LIVE, "assertive")
    expect(chat.log.locator(".urgent")).not_to_have_count(0)


def test_it_is_said_in_words_and_marked_without_colour(chat):
    chat.say("now my chest hurts and I can't breathe")
    chat.page.emulate_media(forced_colors="active")
    urgent = chat.log.locator(".urgent").first
    expect(urgent).to_contain_text("911")
    expect(urgent).to_have_css("border-top-width", "2px")


def test_the_middle_of_first_aid_is_left_at_once(demo):
    chat = demo(*FIRST_STEP)
    chat.say("and now I can't pee")
    expect(chat.log).to_have_attribute(LIVE, "assertive")
    expect(chat.progress).to_have_count(0)
    # The summary of before says that no danger sign was there.
    expect(chat.summary).to_have_count(0)
    expect(chat.option(title("/next_step"))).to_have_count(0)
