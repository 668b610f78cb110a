"""Starts the bot, its custom actions and the page on which one can chat.

Ctrl-C ends all of it. The page is for this machine only, unless --host says otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import errno
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from commands.actions_keeper import ActionsKeeper, answers
from commands.model import ensure_model
from commands.problem import Problem
from commands.quiet import be_quiet
from rasa_parts.without_tensorflow import keep_tensorflow_out

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from rasa.core.utils import AvailableEndpoints
    from sanic import Sanic

ROOT = Path(__file__).resolve().parent.parent
PAGE = "/webhooks/site/"
HEALTH = "/webhooks/site/health"

# A request may still be answered after Ctrl-C, but a page that waits must not keep the server alive.
SECONDS_FOR_LAST_ANSWERS = 2.0


def main(argv: Sequence[str]) -> int:
    """Serve until told to stop. Raises Problem if something is in the way."""
    options = _options(argv)
    _keep_to_ourselves()
    keep_tensorflow_out(ROOT / "config.yml")
    be_quiet(logging.DEBUG if options.debug else logging.ERROR)
    print("Starting …", file=sys.stderr)
    with listening_socket(options.host, options.port, "--port") as door:
        endpoints = _endpoints(options.actions_port)
        actions_port = urlsplit(endpoints.action.url).port or 80
        listening_socket("127.0.0.1", actions_port, "--actions-port").close()
        app = _app()
        model = ensure_model(ROOT)
        with ActionsKeeper(ROOT, actions_port, debug=options.debug) as actions:
            app.ctx.agent = _load(model, endpoints)
            actions.wait_until_ready()
            _serve(app, door, address_of(options.host, door.getsockname()[1]), access_log=options.debug)
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


def listening_socket(host: str, port: int, option: str, command: str = "./bot serve") -> socket.socket:
    """Give a socket that listens on `host` and `port`.

    Raises Problem, naming the `option` of `command`, if that cannot be had.
    """
    if not 0 <= port <= 65535:
        raise Problem(f"There is no port {port} on {host}: take one up to 65535: {command} {option} 5005")
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
                f"Port {port} is busy: end what uses it, or take another one: {command} {option} {port + 1}"
            ) from None
        raise Problem(f"Port {port} of {host} cannot be used: {error.strerror}.") from None
    return door


def _endpoints(actions_port: int | None) -> AvailableEndpoints:
    from rasa.core.utils import AvailableEndpoints

    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    if endpoints.action is None:
        raise Problem("endpoints.yml: action_endpoint is missing.")
    if actions_port is not None:
        endpoints.action.url = f"http://127.0.0.1:{actions_port}/webhook"
    return endpoints


def _app() -> Sanic:
    """Rasa's server with the channels of credentials.yml, and without Rasa's HTTP API.

    Raises Problem if a channel or the clinic's file is refused.
    """
    from rasa.core.run import configure_app, create_http_input_channels

    try:
        channels = create_http_input_channels(None, str(ROOT / "credentials.yml"))
    except Exception as error:
        raise Problem(str(error)) from error
    app = configure_app(channels, enable_api=False)
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = SECONDS_FOR_LAST_ANSWERS
    return app


def _load(model: Path, endpoints: AvailableEndpoints) -> Agent:
    """The agent with its model and what endpoints.yml names. Raises Problem if that cannot be had."""
    from rasa.core.agent import Agent
    from rasa.core.brokers.broker import EventBroker
    from rasa.core.lock_store import LockStore
    from rasa.core.tracker_store import TrackerStore

    from rasa_parts.loading import quick_loading
    from rasa_parts.quick_turns import make_turns_quick

    try:
        broker = asyncio.run(EventBroker.create(endpoints.event_broker))
        make_turns_quick()
        with quick_loading():
            return Agent.load(
                model,
                generator=endpoints.nlg,
                tracker_store=TrackerStore.create(endpoints.tracker_store, event_broker=broker),
                lock_store=LockStore.create(endpoints.lock_store),
                action_endpoint=endpoints.action,
            )
    except Exception as error:
        raise Problem(f"The bot cannot be loaded: {reason_of(error)}") from error


def reason_of(error: BaseException) -> str:
    """What went wrong, without the wrapping that Rasa's engine puts around it."""
    while type(error).__module__.startswith("rasa.engine") and error.__cause__ is not None:
        error = error.__cause__
    return f"{type(error).__name__}: {error}"


def _serve(app: Sanic, door: socket.socket, address: str, *, access_log: bool) -> None:
    """Answer until SIGINT or SIGTERM; says where, once the page's own health says so."""

    async def when_it_runs() -> None:
        loop = asyncio.get_running_loop()
        ready = await loop.run_in_executor(None, answers, address + HEALTH)
        # Not before: Sanic loses a signal that comes while it still starts.
        for ending in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(ending, app.stop)
        if ready:
            print(f"The bot is ready: {address}{PAGE}\nCtrl-C ends it.", file=sys.stderr)
        else:
            print(f"The bot runs, but {HEALTH} does not say that it is ready.", file=sys.stderr)

    app.add_task(when_it_runs())
    app.run(sock=door, motd=False, access_log=access_log, register_sys_signals=False)


def address_of(host: str, port: int) -> str:
    """The address under which a browser on this machine reaches `host` and `port`."""
    name = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}"
