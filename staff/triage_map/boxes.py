"""The shapes of the map: cards, arrows and the coloured boxes of the levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from staff.plain_names import LEVELS
from staff.svg import Value, element, text, wrapped

WIDTH = 900.0
LEFT, RIGHT = 28.0, 872.0
CARD = 238.0
PILL = 196.0
_BOLD: dict[str, Value] = {"font_size": 13.5, "font_weight": "600"}


@dataclass
class Canvas:
    """What was drawn so far, and the height at which the next thing begins."""

    parts: list[str] = field(default_factory=list)
    y: float = 0.0

    def add(self, part: str) -> None:
        self.parts.append(part)


def card(canvas: Canvas, height: float, number: str, name: str, under: Sequence[str], response: str = "") -> None:
    """A box of the path on the left: a question, its number, what kind it is and the name of its wording."""
    middle = canvas.y + height / 2 - (len(under) + bool(response)) * 8.5
    canvas.add(element("rect", x=LEFT, y=canvas.y, width=CARD, height=height, rx=10, class_="card"))
    x = LEFT + 16
    if number:
        canvas.add(element("circle", cx=x + 12, cy=middle, r=13, class_="start"))
        canvas.add(
            text(x + 12, middle + 5, number, class_="light", font_size=14, font_weight="700", text_anchor="middle")
        )
        x += 36
    canvas.add(text(x, middle + 5.5, name, class_="ink", font_size=16, font_weight="600"))
    for place, line in enumerate(under):
        canvas.add(text(x, middle + 25 + place * 17, line, class_="soft", font_size=12.5))
    if response:
        canvas.add(text(x, middle + 25 + len(under) * 17, response, class_="soft code", font_size=11))


def pill(x: float, y: float, width: float, height: float, level: str, *, before: str = "", behind: str = "") -> str:
    """The coloured box of a level with its name, and what else is to be said in it."""
    name, base = LEVELS[level], y + height / 2 + 4.7
    parts = [
        element("rect", x=x, y=y, width=width, height=height, rx=height / 2, fill=name.box),
        text(x + 14, base, f"{before}   {name.title}" if before else name.title, fill=name.words, **_BOLD),
    ]
    if behind:
        parts.append(text(x + width - 12, base, behind, fill=name.words, font_size=11.5, text_anchor="end"))
    return "".join(parts)


def arrow_down(canvas: Canvas, length: float, words: str) -> None:
    """From the box above to the one below, with the answer that leads there."""
    x, y = LEFT + 28, canvas.y
    canvas.add(element("path", d=f"M{x} {y:.1f}v{length - 6:.1f}", class_="line"))
    canvas.add(element("path", d=f"M{x - 4.5} {y + length - 8:.1f}l4.5 8l4.5 -8z", class_="head"))
    if words:
        canvas.add(text(x + 14, y + length / 2 + 4, words, class_="soft", font_size=12.5, font_style="italic"))
    canvas.y += length


def note(canvas: Canvas, words: str) -> None:
    """A remark over the whole width."""
    for line in wrapped(words.split(), 13, RIGHT - LEFT):
        canvas.add(text(LEFT, canvas.y, line, class_="soft", font_size=13))
        canvas.y += 19


