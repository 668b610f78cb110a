"""How a command ends when it cannot go on: one line that says what to do, and an exit code."""

from __future__ import annotations

import errno
import signal
import sys
from collections.abc import Callable

FULL_DISK = "The disk is full. Free some space, then run the same command again."
FULL_DISK_SIGNS = ("No space left on device", "Disk quota exceeded", "database or disk is full")

INTERRUPTED = 130
TERMINATED = 143


class Problem(Exception):
    """A reason to stop that the person at the keyboard can mend; its text says how."""


def explained(command: Callable[[], int]) -> int:
    """Run `command` and give its exit code. What the system refuses and a Ctrl-C end in a line, not in a traceback."""
    # So that a SIGTERM too passes through every `finally`, which end what was started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        return command()
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        print(FULL_DISK if error.errno in (errno.ENOSPC, errno.EDQUOT) else error, file=sys.stderr)
        return 1
