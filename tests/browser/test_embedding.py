"""The chat in the page of a clinic's own site, on another origin: by the one line that is pasted, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from commands.door import any_free_port
from tests.browser.bot_server import BotServer
from tests.browser.chat_page import Chat
from tests.browser.clinic_site import ClinicSite
from tests.browser.conversations import SHOE_TYING
from tests.browser.words import CLINIC_LINK, CLINIC_PHONE
from tests.talking import ROOT

LINE = re.compile(r"<spasm-chat>.*</script>")
EXAMPLE = "http://127.0.0.1:5005/webhooks/site/"
# What a site may do to its own page, and to what it pastes there.
HOSTILE = """
html { font-size: 5px; }
* { all: revert !important; box-sizing: content-box !important; }
spasm-chat, spasm-chat * { display: none !important; }
body, div, p, span, a, button, header, footer, section, form, textarea, dialog, ::slotted(*) {
  position: static !important; visibility: hidden; float: right !important; margin: 40px !important;
  color: yellow !important; background: yellow !important; font: 30px/0.5 fantasy !important;
  letter-spacing: 1em !important; text-transform: uppercase !important; text-align: right !important;
  pointer-events: none; opacity: 0.2; direction: rtl; writing-mode: vertical-rl;
}
"""
LOOKS = """element => {
  const style = getComputedStyle(element);
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const place = [width, height, innerWidth - right, innerHeight - bottom];
  return [style.color, style.backgroundColor, style.font, style.letterSpacing, style.textTransform, style.textAlign,
          style.direction, style.writingMode, style.visibility, ...place];
}"""


def line_of_the_readme(server: BotServer) -> str:
    """The line that the README tells to paste, with the address of this bot."""
    (line,) = set(LINE.findall((ROOT / "README.md").read_text("utf-8")))
    assert EXAMPLE in line
    return line.replace(EXAMPLE, server.page)


@pytest.fixture
def paste(server: BotServer, site: ClinicSite, visit: Callable[..., Page]) -> Callable[..., Chat]:
    """Pastes a line into an almost empty page of the clinic's site, and opens that page."""

    def paste(line: str, origin: str = site.origin, style: str = "/site.css", **options: Any) -> Chat:
        site.put_page("/", line, server.origin, style)
        return Chat(visit(f"{origin}/", **options))

    return paste


def test_who_pastes_the_line_of_the_readme_into_an_empty_file_chats(server, paste):
    chat = paste(line_of_the_readme(server)).open()
    chat.say(SHOE_TYING)
    expect(chat.ticks).to_be_visible()
    chat.shows_the_numbers()


@pytest.mark.as_delivered
def test_the_demo_page_shows_the_same_line_with_its_own_address(server, demo):
    chat = demo()
    assert chat.page.locator("#line").inner_text() == line_of_the_readme(server)


def test_the_script_alone_is_enough_and_twice_is_once(server, paste):
    script = f'<script src="{server.page}chat.js" data-position="left" data-text-launcher="Help me" defer></script>'
    chat = paste(script * 2)
    expect(chat.widget).to_have_count(1)
    expect(chat.launcher).to_have_text("Help me")
    assert chat.launcher.bounding_box()["x"] < 100
    chat.open()


def test_no_attribute_takes_a_number_away(server, paste):
    script = f'<script src="{server.page}chat.js" data-text-emergency="Hello" data-text-safe="Wait." defer></script>'
    chat = paste(script).open()
    chat.shows_the_numbers()


def test_on_a_site_that_may_not_show_the_chat_there_are_the_numbers(server, site, paste):
    chat = paste(line_of_the_readme(server), origin=site.other_origin)
    chat.launcher.click()
    expect(chat.trouble).to_contain_text("911")
    expect(chat.trouble.get_by_role("link", name=CLINIC_PHONE)).to_be_visible()
    expect(chat.messages).to_have_count(0)
    chat.shows_the_numbers()


def test_with_the_bot_down_before_the_page_is_loaded_there_are_the_links_of_the_line(server, site, visit):
    nobody = f"http://127.0.0.1:{any_free_port()}"
    line = line_of_the_readme(server).replace(server.origin, nobody)
    page = visit(site.put_page("/down", line, nobody))
    shows_plain_links(page)


def test_without_javascript_there_are_the_links_of_the_line(server, paste):
    shows_plain_links(paste(line_of_the_readme(server), java_script_enabled=False).page)


@pytest.mark.parametrize("path", ["", "demo"])
def test_without_javascript_the_bots_own_pages_show_the_numbers(server, visit, path):
    page = visit(server.page + path, java_script_enabled=False)
    shows_plain_links(page)


def shows_plain_links(page: Page) -> None:
    """Both numbers can be tapped without the script."""
    for address, number in (("tel:911", "911"), (CLINIC_LINK, CLINIC_PHONE)):
        link = page.locator(f'spasm-chat a[href="{address}"]')
        expect(link).to_be_visible()
        expect(link).to_contain_text(number)


def test_the_styles_of_the_site_do_not_reach_the_chat(server, site, paste):
    site.put("/hostile.css", HOSTILE, "text/css")
    looks = []
    for style in ("/site.css", "/hostile.css"):
        chat = paste(line_of_the_readme(server), style=style)
        closed = chat.launcher.evaluate(LOOKS)
        chat.open()
        parts = (chat.panel, chat.emergency, chat.said_by_bot.first, chat.options.first, chat.field, chat.send)
        looks.append([closed, *(part.evaluate(LOOKS) for part in parts)])
    assert looks[0] == looks[1]
