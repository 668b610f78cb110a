"""The page: whole, asking nobody for anything, with a style that its own policy allows."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from datetime import date, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from staff.report.counts import Counts
from staff.report.page import About, html_page, period_words
from staff.report.period import Period
from staff.report.sentences import Sentence

ABOUT = About(
    clinic="Bones & <Backs>",
    phone="(406) 388-8118",
    now=datetime(2026, 11, 22, 8, 5, tzinfo=ZoneInfo("America/Denver")),
    period=Period(None, date(2026, 11, 22)),
    questions=("emergency_signs",),
    flags=("fever",),
    steps=("ice",),
)
COUNTS = Counts(
    conversations=2,
    opened=1,
    typed=3,
    unclear=1,
    per_day=Counter({date(2026, 11, 22): 2}),
    levels=Counter({"self_care": 1, None: 1}),
    unclear_at=Counter({None: 1}),
)


def page(counts: Counts = COUNTS) -> str:
    return html_page(counts, [Sentence("blorp & co", 1)], ABOUT)


class Whole(HTMLParser):
    """Whether each tag is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_tag_is_closed_and_none_does_anything() -> None:
    whole = Whole()
    whole.feed(page())
    assert whole.open == []
    assert not {name for name in whole.attributes if name.startswith("on") or name in ("style", "src", "href")}


def test_it_asks_nobody_for_anything() -> None:
    assert not re.search(r"https?:|//|url\(|@import|<script|<img|<link|<iframe", page())


def test_its_policy_allows_its_own_style_and_nothing_else() -> None:
    found = re.search(r"<style>(.*?)</style>", page(), re.DOTALL)
    assert found
    digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page()


def test_it_says_whose_and_when_it_is() -> None:
    assert "Bones &amp; &lt;Backs&gt;" in page()
    assert "Made on 22 November 2026, 08:05 (America/Denver)" in page()
    assert "All stored conversations up to 22 November 2026" in page()
    assert period_words(Period(date(2026, 11, 3), date(2026, 11, 4))) == (
        "Conversations that began from 3 November 2026 to 4 November 2026"
    )


def test_two_conversations_have_no_percentage() -> None:
    tiles = re.search(r'<ul class="tiles">.*?</ul>', page())
    assert tiles
    assert "%" not in tiles[0]
    assert "<b>1 of 2</b><span>were told a level</span>" in tiles[0]
    assert "1 chat was opened without a word" in page()


def test_failures_are_said_only_when_there_were_some() -> None:
    assert "something failed" not in page()
    assert "something failed" in page(Counts(conversations=1, failures=2, per_day=Counter({date(2026, 11, 22): 1})))


def test_without_conversations_there_is_a_plain_sentence() -> None:
    written = page(Counts())
    assert "No patient wrote in these days." in written
    assert "<svg" not in written
    assert "What is counted" in written
