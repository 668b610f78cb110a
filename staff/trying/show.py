"""Shows explanations in the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from staff.trying.words import Line, Section

_BOLD, _DIM, _RED, _PLAIN = "\033[1m", "\033[2m", "\033[31m", "\033[0m"


def as_text(heading: str, said: Sequence[Section], colours: bool, width: int = 100) -> str:
    """One turn as lines for a terminal that is `width` characters wide."""
    lines = [_painted(heading, _BOLD, colours)]
    for section in said:
        paint = _BOLD + _RED if section.alarm else _BOLD
        lines += ["", _painted(section.heading, paint, colours)]
        for line in section.lines:
            lines += _line(line, colours, width)
    return "\n".join(lines) + "\n"


def _line(line: Line, colours: bool, width: int) -> Iterator[str]:
    start = "  | " if line.quoted else "  "
    for part in line.text.splitlines() or [""]:
        yield from textwrap.wrap(
            part, width, initial_indent=start, subsequent_indent=start if line.quoted else "    ",
            break_long_words=False, break_on_hyphens=False,
        ) or [start.rstrip()]
    for place in line.at:
        yield _painted(f"      {place}", _DIM, colours)


def _painted(text: str, paint: str, colours: bool) -> str:
    return f"{paint}{text}{_PLAIN}" if colours else text
