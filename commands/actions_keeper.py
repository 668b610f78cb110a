"""Starts the action server, and starts it again when it ends by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType

from commands.child import stop
from commands.problem import Problem

LOG = "var/actions.log"
SECONDS_TO_START = 60.0
SECONDS_BETWEEN_LOOKS = 0.5
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
# A server that ran this long did start well: the next pause is the first one again.
SECONDS_OF_HEALTH = 60.0


class ActionsKeeper:
    """The action server of the project in `root` on `port`, from `with` to its end."""

    def __init__(self, root: Path, port: int, *, debug: bool = False) -> None:
        self._root = root
        self._port = port
        self._debug = debug
        self._ending = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> ActionsKeeper:
        self._child = self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        if self._watcher.is_alive():
            self._watcher.join()
        if self._child is not None:
            stop(self._child)

    def wait_until_ready(self) -> None:
        """Return once the actions answer; from then on they are watched. Raises Problem if they do not start."""
        deadline = time.monotonic() + SECONDS_TO_START
        while self._runs() and time.monotonic() < deadline:
            if answers(f"http://127.0.0.1:{self._port}/health"):
                self._watcher.start()
                return
            time.sleep(0.2)
        raise Problem(f"The custom actions do not start: {self._last_words()}. Details: {LOG}")

    def _runs(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def _start(self) -> subprocess.Popen[bytes]:
        log = self._root / LOG
        log.parent.mkdir(exist_ok=True)
        with log.open("ab" if self._child else "wb") as output:
            return subprocess.Popen(
                [sys.executable, "-m", "commands.action_server", str(self._port)],
                cwd=self._root,
                env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"},
                stdin=subprocess.PIPE,
                stdout=None if self._debug else output,
                stderr=None if self._debug else output,
                start_new_session=True,
            )

    def _watch(self) -> None:
        started, pause = time.monotonic(), FIRST_PAUSE
        while not self._ending.wait(SECONDS_BETWEEN_LOOKS):
            if self._runs():
                continue
            if time.monotonic() - started > SECONDS_OF_HEALTH:
                pause = FIRST_PAUSE
            print(f"The custom actions ended; starting them again in {pause:.0f} s. Details: {LOG}", file=sys.stderr)
            if self._ending.wait(pause):
                return
            started, pause = time.monotonic(), min(pause * 2, LONGEST_PAUSE)
            try:
                self._child = self._start()
            except OSError as error:
                print(f"The custom actions cannot be started: {error}", file=sys.stderr)

    def _last_words(self) -> str:
        try:
            lines = (self._root / LOG).read_text(errors="replace").split("\n")
        except OSError:
            lines = []
        return next((line.strip() for line in reversed(lines) if line.strip()), "they said nothing")


def answers(address: str) -> bool:
    """Whether a GET of `address` on this machine gives 200."""
    try:
        # Without the proxies that the surroundings may name.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(address, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False
