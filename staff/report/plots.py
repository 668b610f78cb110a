"""The plots as inline SVG; their colours are classes of the page's own style, but for those of the levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from staff.svg import element, text

WIDTH = 720.0
_LABEL, _NUMBER = 200.0, 70.0
_ROW, _BAR = 30.0, 18.0
_HEIGHT, _FOOT, _HEAD = 200.0, 26.0, 20.0
# Room for half of the first and the last label.
_SIDE = 16.0
_MOST_LABELS = 10
_MOST_NUMBERS = 31


@dataclass(frozen=True)
class Bar:
    """One row: the whole of it, the part of it that matters (or None), and a colour of its own if it has one."""

    label: str
    whole: int
    part: int | None = None
    colour: str = ""

    @property
    def number(self) -> str:
        return str(self.whole) if self.part is None else f"{self.part} of {self.whole}"


def bars(rows: Sequence[Bar], description: str) -> str:
    """Lying bars, one a row, all to the same scale; a part is drawn darker inside its whole."""
    most = max((row.whole for row in rows), default=0) or 1
    room = WIDTH - _LABEL - _NUMBER
    parts: list[str] = []
    for place, row in enumerate(rows):
        y = place * _ROW + (_ROW - _BAR) / 2
        base = y + _BAR / 2 + 5
        parts.append(text(_LABEL - 10, base, row.label, class_="ink", text_anchor="end"))
        parts.append(_bar(_LABEL, y, row.whole / most * room, "track" if row.part is not None else "bar", row.colour))
        if row.part:
            parts.append(_bar(_LABEL, y, row.part / most * room, "bar", row.colour))
        parts.append(text(_LABEL + row.whole / most * room + 8, base, row.number, class_="soft"))
    return _plot("".join(parts), len(rows) * _ROW, description)


def columns(values: Sequence[tuple[str, int]], description: str) -> str:
    """Standing bars from left to right, with the first label, some between and the last."""
    most = max((value for _, value in values), default=0) or 1
    step = (WIDTH - 2 * _SIDE) / max(len(values), 1)
    wide = min(step * 0.78, 56.0)
    parts: list[str] = [element("path", d=f"M0 {_HEAD + _HEIGHT:g}H{WIDTH:g}", class_="axis")]
    every = -(-len(values) // _MOST_LABELS) or 1
    for place, (label, value) in enumerate(values):
        middle = _SIDE + step * (place + 0.5)
        tall = value / most * _HEIGHT
        if value:
            top = _HEAD + _HEIGHT - tall
            parts.append(element("rect", x=middle - wide / 2, y=top, width=wide, height=tall, rx=2, class_="bar"))
            if len(values) <= _MOST_NUMBERS:
                parts.append(text(middle, top - 5, str(value), class_="soft", text_anchor="middle"))
        if place % every == 0:
            parts.append(text(middle, _HEAD + _HEIGHT + 19, label, class_="soft", text_anchor="middle"))
    return _plot("".join(parts), _HEAD + _HEIGHT + _FOOT, description)


def _bar(x: float, y: float, width: float, kind: str, colour: str) -> str:
    place = {"x": x, "y": y, "width": max(width, 1.5 if width else 0.0), "height": _BAR}
    if colour and kind == "bar":
        return element("rect", **place, rx=3, fill=colour, class_="edge")
    return element("rect", **place, rx=3, class_=kind)


def _plot(content: str, height: float, description: str) -> str:
    return (
        '<div class="plot" tabindex="0" role="group" aria-label="Plot">'
        f'<svg viewBox="0 0 {WIDTH:g} {height:g}" role="img" aria-label="{escape(description)}">{content}</svg></div>'
    )
