"""A card of the map, and the ways that lead from it: answers, an arrow, and the level to which they lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from staff.svg import element, text, text_width, wrapped
from staff.triage_map.boxes import CARD, LEFT, PILL, RIGHT, Canvas, card, pill
from staff.triage_map.captions import AT_ONCE

SIZE, LINE = 13.0, 18.0
# Where what stands beside a card begins.
BESIDE = LEFT + CARD + 22
_BRANCH_X = BESIDE
_ANSWERS_X = BESIDE + 17
_PILL_X = RIGHT - PILL
_ROW_GAP = 11.0


@dataclass(frozen=True)
class Way:
    """Answers and where they lead: a level and when it is told, or a remark where there is no level."""

    answers: str
    level: str = ""
    when: str = ""

    def lines(self) -> list[str]:
        return wrapped(self.answers.split("\n"), SIZE, _PILL_X - 40 - _ANSWERS_X)

    def above(self) -> float:
        """How far it reaches above the line on which its arrow runs; `below`: under it."""
        return max(len(self.lines()) * LINE / 2, 14.0)

    def below(self) -> float:
        return max(self.above(), 33.0 if self.when and self.level and self.when != AT_ONCE else 14.0)


def row(
    canvas: Canvas, number: str, name: str, under: Sequence[str], ways: Sequence[Way], response: str = ""
) -> None:
    """A card, and beside it each group of answers with an arrow to its level."""
    ways_height = sum(way.above() + way.below() for way in ways) + _ROW_GAP * (len(ways) - 1)
    height = max(ways_height, 64.0 + 17 * (len(under) + bool(response) - 1))
    top, y = canvas.y, canvas.y + (height - ways_height) / 2
    card(canvas, height, number, name, under, response)
    axes: list[float] = []
    for way in ways:
        # A single way goes straight on from its card.
        axes.append(y + way.above() if len(ways) > 1 else top + height / 2)
        _way(canvas, way, axes[-1])
        y += way.above() + way.below() + _ROW_GAP
    stem = top + height / 2
    first, last = min(stem, *axes), max(stem, *axes)
    branch = f"M{LEFT + CARD:g} {stem:.1f}H{_BRANCH_X:g}M{_BRANCH_X:g} {first:.1f}V{last:.1f}"
    canvas.add(element("path", d=branch, class_="line"))
    canvas.y = top + height


def _way(canvas: Canvas, way: Way, axis: float) -> None:
    lines = way.lines()
    first = axis - (len(lines) - 1) * LINE / 2 + 4.5
    for place, line in enumerate(lines):
        canvas.add(text(_ANSWERS_X, first + place * LINE, line, class_="ink", font_size=SIZE))
    canvas.add(element("path", d=f"M{_BRANCH_X:g} {axis:.1f}h10", class_="line"))
    if not way.level:
        canvas.add(text(_PILL_X + 14, axis + 4.5, way.when, class_="soft", font_size=SIZE))
        return
    start = _ANSWERS_X + max(text_width(line, SIZE) for line in lines) + 8
    end = _PILL_X - 9
    canvas.add(element("path", d=f"M{start:.1f} {axis:.1f}H{end:g}", class_="line", stroke_dasharray="1.5 4"))
    canvas.add(element("path", d=f"M{end:g} {axis - 4:.1f}l7 4l-7 4z", class_="head"))
    at_once = way.when == AT_ONCE
    canvas.add(pill(_PILL_X, axis - 14, PILL, 28, way.level, behind=AT_ONCE if at_once else ""))
    if way.when and not at_once:
        canvas.add(text(_PILL_X + 14, axis + 29, way.when, class_="soft", font_size=11.5))
