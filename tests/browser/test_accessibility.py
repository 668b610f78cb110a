"""axe finds nothing that keeps anyone out: in every state, on every width, light, dark and in forced colours."""

from __future__ import annotations

import json
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.browser.chat_page import Chat
from tests.browser.conftest import PHONE, SMALL_PHONE
from tests.browser.conversations import DANGERS
from tests.browser.states import states
from tests.browser.words import WORDS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
# All that a colour scheme changes.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}
RUN = """options => axe.run(document, options).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target.flat(), failureSummary])))"""

WIDE = {"viewport": {"width": 1280, "height": 800}}
# A page of 1280 by 1024 pixels at 400%.
ENLARGED = {"viewport": {"width": 320, "height": 256}}


def violations(page):
    """What axe finds wrong with the page as it is now, light and dark."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found = {"light": page.evaluate(RUN, EVERYTHING)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = page.evaluate(RUN, COLOURS)
    page.emulate_media(color_scheme="light")
    return {scheme: wrong for scheme, wrong in found.items() if wrong}


@pytest.mark.parametrize("screen", [WIDE, PHONE, SMALL_PHONE, ENLARGED], ids=["1280", "390", "320", "400%"])
def test_no_state_of_the_chat_keeps_anyone_out(demo, screen):
    chat = demo(clock=True, **screen)
    found = {state: violations(chat.page) for state in states(chat)}
    assert len(found) == 17
    assert {state: wrong for state, wrong in found.items() if wrong} == {}, json.dumps(found, indent=1)


@pytest.mark.parametrize("screen", [WIDE, SMALL_PHONE], ids=["1280", "320"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_no_state_of_the_bots_own_page_keeps_anyone_out(server, visit, screen, script):
    page = visit(server.page, **screen)
    if script:
        Chat(page).greeted()
        page.get_by_role("heading", level=1).wait_for()
    else:
        # With scripts switched off axe does not run either: the page without the chat's alone.
        page.route("**/chat.js*", lambda route: route.abort())
        page.reload()
        expect(page.locator(".safe")).to_be_visible()
    assert violations(page) == {}


def test_in_forced_colours_everything_has_an_edge(demo):
    chat = demo(*DANGERS, forced_colors="active")
    chat.page.evaluate(AXE)
    assert chat.page.evaluate(RUN, EVERYTHING) == []
    for part in (chat.said_by_bot.first, chat.said_by_patient.first, chat.emergency, chat.field, chat.send, chat.close):
        style, width = part.evaluate("part => [getComputedStyle(part).borderTopStyle, getComputedStyle(part).borderTopWidth]")
        assert style == "solid", part
        assert float(width.removesuffix("px")) >= 1, part


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
