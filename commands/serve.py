"""Starts the bot, its custom actions and the page on which one can chat.

It serves what was published (`./bot publish`), and takes what is published while it runs, without losing a message.
At the first start, what lies here is trained and served. Ctrl-C ends all of it. The page is for this machine only,
unless --host says otherwise.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn
from urllib.parse import urlsplit

import yaml

from commands.actions_keeper import answers
from commands.live import checked, ensure_live, history_of, releases_of
from commands.problem import Problem
from commands.workers import Worker
from staff.publish.release import Release, differs
from staff.publish.serving import ServingFile
from triage.clinic import ClinicError, load_clinic

ROOT = Path(__file__).resolve().parent.parent
PAGE = "/webhooks/site/"
HEALTH = "/webhooks/site/health"
SECONDS_BETWEEN_LOOKS = 0.25


class _ToldToEnd(BaseException):
    """SIGINT or SIGTERM came while the bot served."""


def main(argv: Sequence[str]) -> int:
    """Serve until told to stop. Raises Problem if something is in the way."""
    options = _options(argv)
    _keep_to_ourselves()
    print("Starting …", file=sys.stderr)
    with listening_socket(options.host, options.port, "--port") as door:
        actions_port = options.actions_port if options.actions_port is not None else _usual_actions_port()
        listening_socket("127.0.0.1", actions_port, "--actions-port").close()
        clinic = _clinic()
        release = ensure_live(ROOT)
        _say_what_is_not_served(release)
        server = Server(door, actions_port, clinic, debug=options.debug)
        try:
            server.start(release)
            with _signals_end_it():
                _say_where(address_of(options.host, door.getsockname()[1]))
                server.go_on()
        except _ToldToEnd:
            pass
        finally:
            server.end()
    print("Stopped.", file=sys.stderr)
    return 0


class Server:
    """What answers at the door: always one worker, and while another one loads, two."""

    def __init__(self, door: socket.socket, actions_port: int, clinic: Path, *, debug: bool = False) -> None:
        self._door = door
        self._actions_port = actions_port
        self._clinic = clinic
        self._debug = debug
        self._releases = releases_of(ROOT)
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
        port = self._actions_port if _is_free(self._actions_port) else _any_free_port()
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


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./bot serve", description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--port", type=int, default=5005, help="where the page is (default: 5005)")
    parser.add_argument("--host", default="127.0.0.1", help="who can reach it (default: 127.0.0.1, this machine)")
    parser.add_argument("--actions-port", type=int, help="where the custom actions are (default: as in endpoints.yml)")
    parser.add_argument("--debug", action="store_true", help="show all that Rasa logs, messages of patients included")
    return parser.parse_args(argv)


def _keep_to_ourselves() -> None:
    """What is written from here on, conversations above all, only this user can read."""
    os.umask(0o077)
    (ROOT / "var").mkdir(exist_ok=True)


def listening_socket(host: str, port: int, option: str) -> socket.socket:
    """Give a socket that listens on `host` and `port`. Raises Problem, naming `option`, if that cannot be had."""
    if not 0 <= port <= 65535:
        raise Problem(f"There is no port {port} on {host}: take one up to 65535: ./bot serve {option} 5005")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError:
        raise Problem(f"There is no address {host} port {port} on this machine.") from None
    door = socket.socket(family, kind, protocol)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        # From here on the port is ours; a browser that comes while the model loads waits for it.
        door.listen()
    except OSError as error:
        door.close()
        if error.errno == errno.EADDRINUSE:
            raise Problem(
                f"Port {port} is busy: end what uses it, or take another one: ./bot serve {option} {port + 1}"
            ) from None
        raise Problem(f"Port {port} of {host} cannot be used: {error.strerror}.") from None
    return door


def _usual_actions_port() -> int:
    content = yaml.safe_load((ROOT / "endpoints.yml").read_text("utf-8"))
    try:
        return urlsplit(content["action_endpoint"]["url"]).port or 80
    except (TypeError, KeyError):
        raise Problem("endpoints.yml: action_endpoint is missing.") from None


def _is_free(port: int) -> bool:
    try:
        listening_socket("127.0.0.1", port, "--actions-port").close()
    except Problem:
        return False
    return True


def _any_free_port() -> int:
    with listening_socket("127.0.0.1", 0, "--actions-port") as free:
        return int(free.getsockname()[1])


def _clinic() -> Path:
    """The clinic's file, which is read from here whatever is live. Raises Problem if it cannot be used."""
    clinic = ROOT / os.environ.get("BOT_CLINIC", "clinic.yml")
    try:
        load_clinic(clinic)
    except (ClinicError, OSError) as error:
        raise Problem(str(error)) from error
    return clinic


def _say_what_is_not_served(release: Release) -> None:
    edited = differs(ROOT, release)
    if "requirements.lock" in edited:
        print("The packages are not those that the live release was tested with: ./bot publish.", file=sys.stderr)
    if edited:
        shown = ", ".join(edited[:3]) + (" …" if len(edited) > 3 else "")
        print(f"Edited since, and served only after ./bot publish: {shown}", file=sys.stderr)


@contextmanager
def _signals_end_it() -> Iterator[None]:
    def end(*_: int | FrameType | None) -> None:
        # Once; a second Ctrl-C does not cut the good order short.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, signal.SIG_IGN)
        raise _ToldToEnd

    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, end)
    yield


def _say_where(address: str) -> None:
    if answers(address + HEALTH):
        print(f"The bot is ready: {address}{PAGE}\nCtrl-C ends it.", file=sys.stderr)
    else:
        print(f"The bot runs, but {HEALTH} does not say that it is ready.", file=sys.stderr)


def address_of(host: str, port: int) -> str:
    """The address under which a browser on this machine reaches `host` and `port`."""
    name = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}"
