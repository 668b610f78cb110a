"""Keeps one release served, and goes over to another one when that becomes live: what runs inside `./bot serve`."""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path
from typing import NoReturn

from commands.door import any_free_port, is_free
from commands.live import checked, history_of
from commands.problem import Problem
from commands.workers import Worker
from staff.publish.release import Release
from staff.publish.serving import ServingFile

SECONDS_BETWEEN_LOOKS = 0.25


class Server:
    """What answers at the door: always one worker, and while another one loads, two."""

    def __init__(
        self, releases: Path, door: socket.socket, actions_port: int, clinic: Path, *, debug: bool = False
    ) -> None:
        self._door = door
        self._actions_port = actions_port
        self._clinic = clinic
        self._debug = debug
        self._releases = releases
        self._file = ServingFile(self._releases)
        self._workers: list[Worker] = []
        self._release: Release | None = None
        # What could not be taken is not tried again until something else was live.
        self._refused: str | None = None

    def start(self, release: Release) -> None:
        """Serve the release. Raises Problem if that cannot be done."""
        worker = self._loaded(release)
        worker.serve()
        self._now(release)

    def go_on(self) -> NoReturn:
        """Take what becomes live, until a signal ends it. Raises Problem if the bot ends by itself."""
        while True:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            if not self._workers[0].runs:
                raise Problem("The bot ended by itself. What it said stands above; `./bot serve` starts it again.")
            self._look()

    def end(self) -> None:
        """End everything that runs."""
        for worker in self._workers:
            worker.end()
        self._file.close()

    def _look(self) -> None:
        assert self._release is not None
        try:
            live = history_of(self._releases).live
        except Problem:
            # Nobody but a person writes it so; what is served goes on.
            return
        if live is None or live.release == self._release.name:
            self._refused = None
        elif live.release != self._refused:
            self._take(live.at(self._releases))

    def _take(self, release: Release) -> None:
        """Serve another release instead; if it cannot be loaded, all stays as it is."""
        assert self._release is not None
        old, before = self._workers[0], self._release
        print(f"Loading the release {release.name} …", file=sys.stderr)
        try:
            new = self._loaded(checked(release))
        except Problem as problem:
            self._refuse(release, problem)
            return
        old.hand_over()
        self._workers.remove(old)
        try:
            new.serve()
        except Problem as problem:
            self._stop(new)
            self._refuse(release, problem)
            self.start(before)
            return
        self._now(release)
        print(f"The release {release.name} is served.", file=sys.stderr)

    def _loaded(self, release: Release) -> Worker:
        port = self._actions_port if is_free(self._actions_port) else any_free_port()
        worker = Worker(release.folder, self._door.fileno(), port, self._clinic, debug=self._debug)
        self._workers.append(worker)
        try:
            worker.wait_until_loaded()
        except Problem:
            self._stop(worker)
            raise
        return worker

    def _stop(self, worker: Worker) -> None:
        worker.end()
        self._workers.remove(worker)

    def _now(self, release: Release) -> None:
        self._release, self._refused = release, None
        self._file.say(release.name)

    def _refuse(self, release: Release, problem: Problem) -> None:
        assert self._release is not None
        self._refused = release.name
        print(f"The release {release.name} is not served: {problem}", file=sys.stderr)
        self._file.say(self._release.name, release.name, str(problem))
