"""Two tabs of one patient: one conversation if the device remembers it, else one each."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conversations import SHOE_TYING
from tests.browser.words import WORDS, answer


def test_remembered_on_the_device_both_show_the_same_and_follow_each_other(demo):
    first = demo().open()
    first.menu.click()
    first.remember.check()
    first.say(SHOE_TYING)
    second = demo(within=first.page.context).open()
    expect(second.messages).to_have_text(first.messages.all_inner_texts(), use_inner_text=True)

    second.tick(answer("emergency_signs", "none"))
    expect(first.messages).to_have_text(second.messages.all_inner_texts(), use_inner_text=True)
    first.tick(answer("nerve_signs", "none"))
    expect(second.option(answer("age_group", "18_49"))).to_be_visible()
    expect(second.messages).to_have_text(first.messages.all_inner_texts(), use_inner_text=True)


def test_deleted_in_one_tab_it_is_gone_from_the_other(demo):
    first = demo().open()
    first.menu.click()
    first.remember.check()
    first.say(SHOE_TYING)
    second = demo(within=first.page.context).open()
    expect(second.said_by_patient).to_have_count(1)
    second.menu.click()
    second.button("forget").click()
    second.button("forget_yes").click()
    expect(second.log).to_contain_text(WORDS["forgotten"])
    expect(first.said_by_patient).to_have_count(0)


def test_not_remembered_each_tab_has_its_own(demo):
    first = demo().open()
    first.say(SHOE_TYING)
    second = demo(within=first.page.context).open()
    expect(second.said_by_patient).to_have_count(0)
    second.say("my back hurts since Tuesday")
    expect(first.said_by_patient).to_have_count(1)
    first.tick(answer("emergency_signs", "none"))
    expect(second.said_by_patient).to_have_count(1)
