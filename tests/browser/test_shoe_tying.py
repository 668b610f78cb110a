"""The conversation for which all of this is made, by mouse, from the first message to the last step."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conversations import SHOE_TYING
from tests.browser.words import answer, title, word


def test_from_the_spasm_to_the_end_of_first_aid(demo):
    chat = demo().open()
    chat.say(SHOE_TYING)
    expect(chat.said_by_patient).to_have_text([f"{word('patient_says')} {SHOE_TYING}"])
    for question in ("emergency_signs", "nerve_signs"):
        chat.tick(answer(question, "none"))
    chat.press(answer("age_group", "18_49"))
    chat.tick(answer("health_risks", "none"))
    chat.press(answer("onset", "today"))
    chat.press(answer("recurring", "no"))

    for step in range(1, 7):
        if chat.ticks.count():
            chat.tick(answer("cold_heat_cautions", "none"))
        expect(chat.progress).to_have_attribute("value", str(step))
        expect(chat.progress).to_have_accessible_name(word("step", step=step, of=6))
        chat.press(title("/next_step"))
    expect(chat.progress).to_have_count(0)
    expect(chat.trouble).to_be_hidden()
    chat.shows_the_numbers()
