"""Puts the report on one HTML page, which asks nobody for anything and runs no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template

from staff.plain_names import LEVELS
from staff.report import sections
from staff.report.counts import Counts
from staff.report.html import note, section, tile
from staff.report.period import Period
from staff.report.sentences import Sentence
from staff.report.unclear_section import not_understood
from staff.report.wording import ENOUGH_FOR_PERCENT, day_words, number, percent

_FOLDER = Path(__file__).resolve().parent
_QUESTIONS_BESIDE_THE_FORM = ("better_or_worse", "cold_heat_cautions")


@dataclass(frozen=True)
class About:
    """What the page says of itself, and the orders in which things are listed.

    now        the moment of the report, in the clinic's time zone
    questions  the form's questions, flags: the red flags, steps: the first-aid steps
    """

    clinic: str
    phone: str
    now: datetime
    period: Period
    questions: Sequence[str]
    flags: Sequence[str]
    steps: Sequence[str]


def html_page(counts: Counts, sentences: Sequence[Sentence], about: About) -> str:
    """The whole page."""
    style = (_FOLDER / "page.css").read_text("utf-8")
    return Template((_FOLDER / "page.html").read_text("utf-8")).substitute(
        style=style,
        # Only this very style may be used: no other, no script, no image, no request.
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        clinic=escape(about.clinic),
        period=escape(period_words(about.period)),
        made=escape(f"{day_words(about.now)}, {about.now:%H:%M}"),
        zone=escape(str(about.now.tzinfo)),
        body=_body(counts, sentences, about) if counts.conversations else _nothing(counts),
        enough=ENOUGH_FOR_PERCENT,
    )


def period_words(period: Period) -> str:
    """The days of the report in words."""
    last = day_words(period.last) if period.last else "now"
    if period.first is None:
        return f"All stored conversations up to {last}"
    return f"Conversations that began from {day_words(period.first)} to {last}"


def _body(counts: Counts, sentences: Sequence[Sentence], about: About) -> str:
    return "\n".join(
        [
            _tiles(counts),
            sections.per_day(counts, about.period),
            sections.outcomes(counts),
            sections.stops(counts, (*about.questions, *_QUESTIONS_BESIDE_THE_FORM)),
            not_understood(counts, sentences),
            sections.flags(counts, about.flags),
            sections.first_aid(counts, about.steps),
            sections.phone(counts, about.phone),
        ]
    )


def _tiles(counts: Counts) -> str:
    emergencies = sum(counts.levels[name] for name in list(LEVELS)[:3])
    told = counts.conversations - counts.levels[None]
    tiles = [
        tile(f"{counts.conversations:,}", "conversations"),
        tile(_of(told, counts.conversations), "were told a level"),
        tile(_of(emergencies, counts.conversations), "were told of an emergency"),
        tile(_of(counts.unclear, counts.typed), "of the typed messages not understood"),
        tile(_of(counts.phone, counts.conversations), "were shown the phone number"),
    ]
    if counts.failures:
        tiles.append(tile(f"{counts.failures:,}", "times something failed, and the safe message was said"))
    return f'<ul class="tiles">{"".join(tiles)}</ul>{_opened(counts)}'


def _opened(counts: Counts) -> str:
    opened = number(counts.opened, "chat") + (" was" if counts.opened == 1 else " were")
    return note(f"{opened} opened without a word of the patient; they are in no other number.") if counts.opened else ""


def _of(part: int, of: int) -> str:
    return percent(part, of) if of >= ENOUGH_FOR_PERCENT else f"{part} of {of}"


def _nothing(counts: Counts) -> str:
    return section("nothing", "Nothing to report", "No patient wrote in these days.", _opened(counts))
