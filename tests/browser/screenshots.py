"""Remakes docs/screenshots: `python -m tests.browser.screenshots`, in the environment of ./bot."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

from commands.door import any_free_port
from tests.browser.bot_server import BotServer
from tests.browser.browsers import open_browser
from tests.browser.chat_page import Chat
from tests.browser.clinic_site import ClinicSite
from tests.browser.conftest import DESKTOP, PHONE, SMALL_PHONE
from tests.browser.states import states
from tests.browser.test_embedding import line_of_the_readme
from tests.talking import ROOT

FOLDER = ROOT / "docs" / "screenshots"
MOST_BYTES = 60_000
COLOURS = 160
HEAD = """\
# The chat on the screen

Made by `.venv/bin/python -m tests.browser.screenshots` with the bot itself. After a change of `web/`, make them anew
and look at each.
"""


@dataclass(frozen=True)
class Walk:
    """Some of the states of tests/browser/states.py on one screen, and what one sees there."""

    name: str
    screen: dict[str, Any]
    shown: dict[str, str]


WALKS = (
    Walk(
        "desktop",
        DESKTOP,
        {
            "closed": "The demo page, which looks like a clinic's site. The chat is one press away.",
            "tick-list": "The first danger signs as a tick list; the numbers for help stay above it.",
        },
    ),
    Walk(
        "desktop-dark",
        {**DESKTOP, "color_scheme": "dark"},
        {"emergency": "An emergency in the middle of first aid, in the dark."},
    ),
    Walk(
        "phone",
        PHONE,
        {
            "opened": "The greeting, on a phone.",
            "nothing-ticked": "Send was pressed with nothing ticked.",
            "ice": "A step of first aid with its drawing; the ice has a timer.",
            "timer": "The timer runs, also while the chat is closed or the page is reloaded.",
            "timer-over": "The end of the timer, which is read aloud too.",
            "summary": "What the patient can copy, print or read out for the clinic.",
            "trouble": "The connection broke: what was typed is kept, and the text is safe by itself.",
            "emergency": "Chest pain, typed in the middle of first aid.",
        },
    ),
    Walk(
        "phone-dark",
        {**PHONE, "color_scheme": "dark"},
        {
            "timer": "A step with its timer, in the dark.",
            "menu": "The options below the conversation.",
        },
    ),
    Walk(
        "small-phone",
        SMALL_PHONE,
        {
            "options": "320 pixels wide.",
            "delete": "The question before everything is deleted.",
        },
    ),
)
DOWN = ("site-without-bot", "A clinic's page with the pasted line, while the bot cannot be reached.")


def main() -> None:
    """Write the pictures, and the page that shows them."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    lines = [HEAD]
    with tempfile.TemporaryDirectory() as folder, BotServer(Path(folder), []) as server, open_browser() as browser:
        server.wait_until_ready()
        for walk in WALKS:
            page = _page(browser, walk.screen)
            page.goto(f"{server.page}demo")
            for state in states(Chat(page)):
                if state in walk.shown:
                    lines.append(_shoot(page, f"{walk.name}-{state}", walk.shown[state]))
            page.context.close()
        lines.append(_shoot_without_bot(browser, line_of_the_readme(server)))
    (FOLDER / "README.md").write_text("\n".join(lines), "utf-8")


def _page(browser: Browser, screen: dict[str, Any]) -> Page:
    page = browser.new_context(**screen).new_page()
    page.clock.install()
    return page


def _shoot_without_bot(browser: Browser, line: str) -> str:
    nobody = f"http://127.0.0.1:{any_free_port()}"
    page = _page(browser, PHONE)
    with ClinicSite() as site:
        page.goto(site.put_page("/", line.replace(line.split('src="')[1].split("/webhooks")[0], nobody), nobody))
        return _shoot(page, *DOWN)


def _shoot(page: Page, name: str, what: str) -> str:
    """Write one picture, and give the lines that show it."""
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    # Few colours are enough for flat ones, and the files stay small.
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
    size = (FOLDER / f"{name}.png").stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{name}.png has {size} bytes; {MOST_BYTES} are enough.")
    return f"{what}\n\n![{what}]({name}.png)\n"


if __name__ == "__main__":
    main()
