"""Other programs that a command starts, and ends whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

SECONDS_TO_END = 5.0


def run_to_end(
    command: Sequence[str],
    log: Path,
    *,
    cwd: Path,
    env: Mapping[str, str],
    tick: Callable[[], None],
    every: float = 0.3,
) -> int:
    """Run `command` with all that it says in `log`, call `tick` while it runs, and give its exit code.

    Raises what `tick` raises, and OSError if the command or the log cannot be had; the command is ended then.
    """
    with log.open("wb") as output:
        child = subprocess.Popen(
            command,
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        while True:
            try:
                return child.wait(every)
            except subprocess.TimeoutExpired:
                tick()
    finally:
        stop(child)


def stop(child: subprocess.Popen[bytes], patience: float = SECONDS_TO_END) -> None:
    """End `child`, which leads a session of its own, and all that it started; by force after `patience` seconds."""
    for sent, wait in ((signal.SIGTERM, patience), (signal.SIGKILL, None)):
        if child.poll() is not None:
            return
        try:
            os.killpg(child.pid, sent)
            child.wait(wait)
        except ProcessLookupError:
            child.wait()
        except subprocess.TimeoutExpired:
            continue
