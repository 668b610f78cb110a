"""Says how far a long step is: one line that is rewritten on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from typing import TextIO

SECONDS_BETWEEN_LINES = 15.0


class Progress:
    """The state of one step, on standard error unless told otherwise."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._rewrites = self._stream.isatty()
        self._shown = ""
        self._next_line_at = 0.0

    def show(self, text: str) -> None:
        """Say `text`, if it is new; in a log only every SECONDS_BETWEEN_LINES."""
        if text == self._shown:
            return
        if self._rewrites:
            self._write(f"\r{text:<{len(self._shown)}}")
        elif time.monotonic() >= self._next_line_at:
            self._write(f"{text}\n")
            self._next_line_at = time.monotonic() + SECONDS_BETWEEN_LINES
        self._shown = text

    def done(self, text: str) -> None:
        """Say `text` as the step's last line."""
        start, width = ("\r", len(self._shown)) if self._rewrites else ("", 0)
        self._write(f"{start}{text:<{width}}\n")
        self._shown = ""

    def clear(self) -> None:
        """Leave the line, so that something else can be said."""
        if self._rewrites and self._shown:
            self._write("\n")
        self._shown = ""

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
