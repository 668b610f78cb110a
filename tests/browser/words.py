"""The words on the screen, from the files in which the clinic's staff may change them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from rasa_parts.site_page import WatchedPage
from tests.talking import CLINIC, ROOT

LONGEST_MESSAGE = 500
WORDS = WatchedPage(ROOT / CLINIC, ROOT / "data/clinic/page.yml", ROOT / "web", LONGEST_MESSAGE).current().words
CLINIC_PHONE = "(406) 388-8118"
CLINIC_LINK = "tel:+14063888118"

_WITH_BUTTONS = ("conversation/greeting.yml", "triage/questions.yml", "first_aid/steps.yml")


def title(payload: str) -> str:
    """What stands on the button that sends `payload`."""
    return _TITLES[payload]


def answer(question: str, value: str) -> str:
    """What stands on the button that answers `question` with `value`."""
    return _TITLES[f'/answer{{"{question}": "{value}"}}']


def word(key: str, **values: object) -> str:
    """The word `key` of data/clinic/page.yml, filled in."""
    text = WORDS[key]
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def _buttons() -> Iterator[dict[str, str]]:
    for name in _WITH_BUTTONS:
        responses: dict[str, Any] = yaml.safe_load((ROOT / "data" / name).read_text("utf-8"))["responses"]
        for variations in responses.values():
            for variation in variations:
                yield from variation.get("buttons", ())


_TITLES = {button["payload"]: button["title"] for button in _buttons()}
