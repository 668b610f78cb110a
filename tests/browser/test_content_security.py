"""A whole conversation under strict policies: nothing is loaded from anyone else, and nothing needs an exception.

That no page of any test breaks its policy, fails or asks a third party is checked in conftest.py.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat_page import Chat
from tests.browser.conversations import SHOE_TYING
from tests.browser.words import answer, title


def origin_of(address: str) -> str:
    return "/".join(address.split("/")[:3])


def whole_conversation(chat: Chat) -> None:
    """Use everything that there is."""
    chat.say(SHOE_TYING)
    chat.tick(answer("emergency_signs", "none"))
    chat.tick(answer("nerve_signs", "none"))
    chat.press(answer("age_group", "18_49"))
    chat.tick(answer("health_risks", "none"))
    chat.press(answer("onset", "today"))
    chat.press(answer("recurring", "no"))
    expect(chat.said_by_bot.get_by_role("img").first).to_have_js_property("complete", True)
    chat.press(title("/next_step"))
    chat.press(title("/next_step"))
    chat.tick(answer("cold_heat_cautions", "none"))
    chat.start_ice.click()
    chat.summary.locator("summary").click()
    chat.button("print").click()
    chat.say("now my chest hurts and I can't breathe")
    chat.page.reload()
    chat.greeted()
    chat.menu.click()
    chat.button("forget").click()
    chat.button("forget_yes").click()
    expect(chat.button("new_chat")).to_be_visible()


def test_on_a_clinics_site_that_allows_scripts_data_and_pictures_of_the_bot_alone(server, site, new_context):
    line = f'<script src="{server.page}chat.js" data-open defer></script>'
    address = site.put_page("/strict", line, server.origin)
    page = new_context().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    response = page.goto(address)
    assert response.headers["content-security-policy"].startswith("default-src 'none'; script-src http")
    whole_conversation(Chat(page).greeted())
    assert {origin_of(url) for url in asked} == {server.origin, site.origin}
    assert {url.partition("?")[0].rpartition("/")[2] for url in asked if url.startswith(site.origin)} == {
        "strict",
        "site.css",
    }


@pytest.mark.parametrize("path", ["", "demo"])
def test_on_the_bots_own_pages_nothing_runs_that_was_slipped_in(server, new_context, path):
    page = new_context(strict=False).new_page()
    response = page.goto(server.page + path)
    assert response.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    stopped = page.evaluate("""() => new Promise((resolve) => {
      addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
      const script = Object.assign(document.createElement("script"), { textContent: "window.slipped = true" });
      document.body.append(script);
    })""")
    assert (stopped, page.evaluate("window.slipped")) == ("script-src-elem", None)


def test_what_is_said_becomes_text_and_never_markup(demo):
    chat = demo().open()
    typed = '<img src=x onerror="document.title=1"><b>my back</b>'
    chat.say(typed)
    expect(chat.said_by_patient).to_contain_text([typed])
    chat.page.reload()
    expect(chat.said_by_patient).to_contain_text([typed])
    expect(chat.log.locator("b, img")).to_have_count(0)
