"""The process that serves a release, as `./bot serve` starts it, lets it serve, and has it hand over to the next."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

from commands.child import stop
from commands.problem import Problem

SECONDS_TO_LOAD = 180.0
SECONDS_TO_SERVE = 20.0
# Longer than commands/worker.py takes for it.
SECONDS_TO_HAND_OVER = 60.0
SECONDS_TO_END = 6.0

_ENDED = ""


class Worker:
    """A process that serves the release in `folder` on the socket with the descriptor `door`."""

    def __init__(self, folder: Path, door: int, actions_port: int, clinic: Path, *, debug: bool = False) -> None:
        """Starts it; it loads, and serves nobody yet."""
        self.folder = folder
        self._said: queue.Queue[str] = queue.Queue()
        options = ["--debug"] if debug else []
        self._child = subprocess.Popen(
            [sys.executable, "-m", "commands.worker", str(door), str(actions_port), *options],
            cwd=folder,
            env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "BOT_CLINIC": str(clinic)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(door,),
            # A Ctrl-C is for `./bot serve`, which ends it in good order.
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def runs(self) -> bool:
        return self._child.poll() is None

    def wait_until_loaded(self, seconds: float = SECONDS_TO_LOAD) -> None:
        """Return once it could serve. Raises Problem with the reason if it cannot."""
        self._wait_for("loaded", seconds)

    def serve(self, seconds: float = SECONDS_TO_SERVE) -> None:
        """Let it answer. Raises Problem if it does not begin to."""
        self._tell("serve")
        self._wait_for("serving", seconds)

    def hand_over(self, seconds: float = SECONDS_TO_HAND_OVER) -> None:
        """Let it give its last answers and end; who comes meanwhile waits at the door. Ended by force if it stays."""
        self._tell("hand over")
        try:
            self._child.wait(seconds)
        except subprocess.TimeoutExpired:
            print(f"The bot that hands over has not ended in {seconds:.0f} s: it is ended.", file=sys.stderr)
            stop(self._child)

    def end(self) -> None:
        """End it, its last answers given if that is soon."""
        if self._child.stdin is not None:
            try:
                self._child.stdin.close()
            except OSError:
                pass
        try:
            self._child.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            stop(self._child)

    def _tell(self, word: str) -> None:
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(f"{word}\n".encode())
            self._child.stdin.flush()
        except OSError:
            # It has ended; who waits for it hears so.
            pass

    def _wait_for(self, word: str, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while True:
            try:
                line = self._said.get(timeout=max(0.0, ends - time.monotonic()))
            except queue.Empty:
                raise Problem(f"The bot did not come so far as '{word}' in {seconds:.0f} s.") from None
            if line == word:
                return
            if line == _ENDED:
                raise Problem("The bot ended while it started.")
            name, _, why = line.partition(" ")
            if name == "problem":
                raise Problem(str(json.loads(why)))

    def _listen(self) -> None:
        assert self._child.stdout is not None
        for line in self._child.stdout:
            self._said.put(line.decode(errors="replace").rstrip("\n") or " ")
        self._said.put(_ENDED)
