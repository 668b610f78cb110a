"""What the running `./bot serve` says of itself, so that `./bot publish` knows when it has taken a release.

Each has a file models/serving/<process id>.json, which it holds locked while it lives: however it ends, the lock ends
too, and the file tells nothing any more.
"""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

FOLDER = "serving"
_LENGTH = 2048


@dataclass(frozen=True)
class Serving:
    """A running server: the release that it serves, the one that it could not take, and why."""

    process: int
    release: str
    refused: str | None = None
    why: str | None = None


class ServingFile:
    """The file of this process; the lock lasts until the process ends, or until `close`."""

    def __init__(self, releases: Path) -> None:
        folder = releases / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{os.getpid()}.json"
        self._file = self._opened()

    def say(self, release: str, refused: str | None = None, why: str | None = None) -> None:
        """Say which release is served now, and which one could not be taken, and why."""
        if not self._path.exists():
            # Removed by one who looked at it before it was locked.
            self._file.close()
            self._file = self._opened()
        content = json.dumps(asdict(Serving(os.getpid(), release, refused, (why or "")[:_LENGTH // 4] or None)))
        # In one piece and of one length, so that nobody reads half of it.
        os.pwrite(self._file.fileno(), content.encode().ljust(_LENGTH), 0)

    def close(self) -> None:
        self._path.unlink(missing_ok=True)
        self._file.close()

    def _opened(self) -> IO[bytes]:
        file = self._path.open("wb", buffering=0)
        fcntl.flock(file, fcntl.LOCK_EX)
        return file


def servers(releases: Path) -> list[Serving]:
    """Every server that runs now and has said what it serves; the files of those that ended are removed."""
    found = (_read(file) for file in sorted((releases / FOLDER).glob("*.json")))
    return [serving for serving in found if serving is not None]


def _read(file: Path) -> Serving | None:
    try:
        with file.open() as content:
            try:
                fcntl.flock(content, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return Serving(**json.load(content))
            file.unlink(missing_ok=True)
    except (OSError, ValueError, TypeError):
        pass
    return None
