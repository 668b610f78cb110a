"""Small pieces of SVG: marks, text whose width is guessed without a font, and lines that wrap."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

# Widths in parts of the font's size, of the common sans-serif fonts, a little on the wide side.
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]·- "), frozenset("mwMWABCDEGHKNOQRSUVXYZ→↑%")
_WIDTHS = ((_NARROW, 0.37), (_WIDE, 0.8))
_USUAL = 0.62


def text_width(text: str, size: float) -> float:
    """About how wide `text` is when it is set in `size`."""
    return size * sum(next((width for group, width in _WIDTHS if c in group), _USUAL) for c in text)


def wrapped(words: Iterator[str] | list[str], size: float, width: float) -> list[str]:
    """`words` joined by spaces into lines that are at most `width` wide; a word is never broken."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


# What a mark may be given: numbers are written short, words are escaped.
Value = str | float


def element(name: str, content: str = "", /, **attributes: Value) -> str:
    """One element. An attribute's `_` stands for `-`, and one at its end (`class_`) for nothing."""
    written = "".join(f' {key.strip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(x: float, y: float, words: str, /, **attributes: Value) -> str:
    """A line of text whose baseline begins at (x, y)."""
    return element("text", escape(words, quote=False), x=x, y=y, **attributes)


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
