"""axe finds nothing that keeps anyone out: in every state, on every width, light, dark and in forced colours."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from tests.browser.bot_server import BotServer
from tests.browser.chat_page import Chat
from tests.browser.clinic_site import ClinicSite
from tests.browser.conftest import DESKTOP, PHONE, SMALL_PHONE
from tests.browser.conversations import DANGERS
from tests.browser.states import states
from tests.browser.words import WORDS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# All that a colour scheme changes.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUN = """options => axe.run(document, options).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.target.flat(), node.failureSummary])))"""

SCREENS = pytest.mark.parametrize("screen", [DESKTOP, PHONE, SMALL_PHONE], ids=["1280", "390", "320"])
# A page of 1280 by 1024 pixels at 400%. There, what lies half behind the header is scrolled out in full, which axe does
# not see: how large everything is at this size stands in test_narrow.py.
ENLARGED = {"viewport": {"width": 320, "height": 256}}
BUT_SIZES = {**EVERYTHING, "rules": {"target-size": {"enabled": False}}}


def violations(page: Page, options: dict[str, Any] = EVERYTHING) -> dict[str, Any]:
    """What axe finds wrong with the page as it is now, light and dark."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found = {"light": page.evaluate(RUN, options)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = page.evaluate(RUN, COLOURS)
    page.emulate_media(color_scheme="light")
    return {scheme: wrong for scheme, wrong in found.items() if wrong}


@pytest.fixture
def on_a_site(server: BotServer, site: ClinicSite, visit: Callable[..., Page]) -> Callable[..., Chat]:
    """Gives the closed chat in a page with hardly anything else, in which axe is quick."""
    address = site.put_page("/states", f'<script src="{server.page}chat.js" defer></script>', server.origin)

    def open_site(screen: dict[str, Any]) -> Chat:
        return Chat(visit(address, clock=True, **screen), touch=bool(screen.get("has_touch")))

    return open_site


@SCREENS
def test_no_state_of_the_chat_keeps_anyone_out(on_a_site, screen):
    chat = on_a_site(screen)
    found = {state: violations(chat.page) for state in states(chat)}
    assert len(found) == 17
    assert {state: wrong for state, wrong in found.items() if wrong} == {}, json.dumps(found, indent=1)


def test_no_state_of_the_chat_keeps_anyone_out_at_400_percent(on_a_site):
    chat = on_a_site(ENLARGED)
    found = {state: violations(chat.page, BUT_SIZES) for state in states(chat)}
    assert {state: wrong for state, wrong in found.items() if wrong} == {}, json.dumps(found, indent=1)


@SCREENS
def test_the_demo_page_with_the_chat_closed_and_open_keeps_no_one_out(demo, screen):
    chat = demo(**screen)
    assert violations(chat.page) == {}
    chat.launcher.click()
    chat.greeted()
    assert violations(chat.page) == {}


@SCREENS
def test_the_bots_own_page_keeps_no_one_out_with_the_chat_and_without(server, visit, screen):
    page = visit(server.page, **screen)
    Chat(page).greeted()
    assert violations(page) == {}
    # With all scripts switched off axe would not run either.
    page.route("**/chat.js*", lambda route: route.abort())
    page.reload()
    expect(page.locator(".safe")).to_be_visible()
    assert violations(page) == {}


def test_in_forced_colours_everything_has_an_edge(demo):
    chat = demo(*DANGERS, forced_colors="active")
    chat.page.evaluate(AXE)
    assert chat.page.evaluate(RUN, EVERYTHING) == []
    for part in (chat.said_by_bot.first, chat.said_by_patient.first, chat.emergency, chat.field, chat.send):
        expect(part).to_have_css("border-top-style", "solid")
        assert float(part.evaluate("part => parseFloat(getComputedStyle(part).borderTopWidth)")) >= 1, part


def test_a_screen_reader_hears_names_in_the_order_of_the_screen(demo):
    chat = demo(*DANGERS)
    tree = chat.panel.aria_snapshot()
    expected = [
        f'dialog "{WORDS["heading"]}"',
        f'heading "{WORDS["heading"]}"',
        f'button "{WORDS["close"]}"',
        f'navigation "{WORDS["urgent_numbers"]}"',
        f'link "{WORDS["emergency"]}"',
        f'log "{WORDS["log"]}"',
        f'group "{WORDS["tick"]}"',
        f'textbox "{WORDS["say"]}"',
    ]
    places = [tree.find(part) for part in expected]
    assert -1 not in places, tree
    assert places == sorted(places)


def test_what_changes_is_announced(demo):
    chat = demo(*DANGERS)
    expect(chat.log).to_have_attribute("aria-live", "polite")
    for part, role in ((chat.typing, "status"), (chat.trouble, "alert"), (chat.timer.locator("p"), "status")):
        expect(part).to_have_attribute("role", role)


def test_without_motion_nothing_moves(demo):
    chat = demo(reduced_motion="reduce").open()
    assert chat.page.evaluate("() => document.getAnimations().length") == 0
    expect(chat.page.locator("html")).to_have_css("scroll-behavior", "auto")
