"""A file's content, read again when the file changes; the last good one stays in use."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from triage.marked_yaml import FileFindings

logger = logging.getLogger(__name__)

T = TypeVar("T")
_Stamp = tuple[int, int]


class WatchedFile(Generic[T]):
    """Holds what `load(path)` returns and loads again when the file's time or size changes."""

    def __init__(self, path: Path, load: Callable[[Path], T]) -> None:
        """Loads at once. Raises what `load` raises."""
        self._path = path
        self._load = load
        self._stamp = self._read_stamp()
        self._content = load(path)

    def current(self) -> T:
        """The newest content that could be loaded. A broken file is logged once."""
        stamp = self._read_stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._content = self._load(self._path)
            except FileFindings as error:
                logger.error("A changed file cannot be used, its old content stays:\n%s", error)
            except Exception:
                logger.exception("A changed file cannot be read, its old content stays.")
        return self._content

    def _read_stamp(self) -> _Stamp | None:
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size
