"""Pieces of the report's HTML; everything that goes into them is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

Cell = str | int


def table(head: Sequence[str], rows: Sequence[Sequence[Cell]], caption: str) -> str:
    """A table; numbers stand right, and the first cell of a row is its head."""
    lines = "".join(f"<tr>{''.join(_cell(place, cell) for place, cell in enumerate(row))}</tr>" for row in rows)
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    return framed(heads, lines, caption)


def framed(heads: str, lines: str, caption: str, kind: str = "plain") -> str:
    """A table of rows that are HTML already; where the screen is narrow, it is moved sideways, by the keyboard too."""
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="Table"><table class="{kind}">'
        f"<caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _cell(place: int, cell: Cell) -> str:
    if place == 0:
        return f'<th scope="row">{escape(str(cell))}</th>'
    return f'<td class="n">{cell:,}</td>' if isinstance(cell, int) else f"<td>{escape(cell)}</td>"


def numbers(content: str) -> str:
    """A plot's numbers, folded away on the screen and open on paper."""
    return f"<details><summary>The numbers</summary>{content}</details>"


def section(name: str, heading: str, sentence: str, *content: str) -> str:
    """One part of the page: its heading, what it says in a sentence, and the rest, which is HTML already."""
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(heading)}</h2>'
        f'<p class="lead">{escape(sentence)}</p>{"".join(content)}</section>'
    )


def note(words: str) -> str:
    """A remark in small."""
    return f'<p class="note">{escape(words)}</p>'


def tile(value: str, words: str) -> str:
    """One of the large numbers at the top."""
    return f"<li><b>{escape(value)}</b><span>{escape(words)}</span></li>"
