"""Lets one process at a time do something in this project, while others wait their turn."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def one_at_a_time(file: Path, waiting: str) -> Iterator[None]:
    """Hold the lock on `file`, which must exist. Says `waiting` on standard error if another process holds it now.

    The lock ends with the process that holds it, however it ends.
    """
    with file.open("rb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(waiting, file=sys.stderr)
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
