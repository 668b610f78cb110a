"""Starts the bot, its custom actions and the page on which one can chat.

It serves what was published (`./bot publish`), and takes what is published while it runs, without losing a message.
At the first start, what lies here is trained and served. Ctrl-C ends all of it. The page is for this machine only,
unless --host says otherwise.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

import yaml

from commands.actions_keeper import answers
from commands.door import listening_socket
from commands.live import ensure_live, releases_of
from commands.problem import Problem
from commands.server import Server
from staff.publish.release import Release, differs
from triage.clinic import ClinicError, load_clinic

ROOT = Path(__file__).resolve().parent.parent
PAGE = "/webhooks/site/"
HEALTH = "/webhooks/site/health"


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
        server = Server(releases_of(ROOT), door, actions_port, clinic, debug=options.debug)
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


def _usual_actions_port() -> int:
    content = yaml.safe_load((ROOT / "endpoints.yml").read_text("utf-8"))
    try:
        return urlsplit(content["action_endpoint"]["url"]).port or 80
    except (TypeError, KeyError):
        raise Problem("endpoints.yml: action_endpoint is missing.") from None


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
