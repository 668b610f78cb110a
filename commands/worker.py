"""Serves the release in whose folder it stands: the bot, its custom actions and the page, on a socket that it is given.

`python -m commands.worker <descriptor of the socket> <port of the actions>`, started by commands/workers.py. It says
each of these lines once: `loaded`, `serving`, `problem <why>`; and it hears `serve`, then `hand over`. It ends when
its standard input does. A release that was published long ago speaks so too: these words are never changed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import socket
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from commands.actions_keeper import ActionsKeeper
from commands.model import current_model
from commands.problem import Problem, explained
from commands.quiet import be_quiet
from rasa_parts.without_tensorflow import keep_tensorflow_out

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from rasa.core.utils import AvailableEndpoints
    from sanic import Sanic

ROOT = Path(__file__).resolve().parent.parent
LOADED, SERVING, PROBLEM = "loaded", "serving", "problem"
SERVE, HAND_OVER = "serve", "hand over"

# A request may still be answered when all ends, but a page that waits must not keep the server alive.
SECONDS_FOR_LAST_ANSWERS = 2.0
# When another one goes on: an answer takes at most ten seconds, if the machine has time for it.
SECONDS_TO_HAND_OVER = 30.0
# So long every connection is told to close after its answer; those of pages that talk are closed by then.
SECONDS_OF_GOODBYE = 1.0
# A connection that was just made may take so many looks, some 0.4 s, to bring its request. Not a time: when the
# machine is busy it passes without one byte being read.
LOOKS_IN_SILENCE = 20
SECONDS_BETWEEN_LOOKS = 0.02
# Said once before the first patient comes: what is loaded late is loaded then.
WARMING = "my back just locked up this morning and I can't stand straight"


def main(argv: Sequence[str]) -> int:
    """Load, say so, and serve when told to. The exit code is 1, and the reason said, if that cannot be done."""
    options = _options(argv)
    told = _only_ours_on_stdout()
    try:
        return _run(options, told)
    except Problem as problem:
        _say(told, f"{PROBLEM} {json.dumps(str(problem))}")
        return 1


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("door", type=int)
    parser.add_argument("actions_port", type=int)
    parser.add_argument("--debug", action="store_true")
    return parser.parse_args(argv)


def _run(options: argparse.Namespace, told: TextIO) -> int:
    os.umask(0o077)
    keep_tensorflow_out(ROOT / "config.yml")
    be_quiet(logging.DEBUG if options.debug else logging.ERROR)
    with ActionsKeeper(ROOT, options.actions_port, debug=options.debug) as actions:
        app = _app()
        app.ctx.agent = _load(current_model(ROOT), _endpoints(options.actions_port))
        actions.wait_until_ready()
        asyncio.run(app.ctx.agent.parse_message(WARMING))
        _say(told, LOADED)
        if _heard() == SERVE:
            # Not ours alone: the door stays open in the process that gave it.
            door = socket.socket(fileno=options.door)
            asyncio.run(_serve(app, door, told, access_log=options.debug))
    return 0


def _endpoints(actions_port: int) -> AvailableEndpoints:
    from rasa.core.utils import AvailableEndpoints

    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    if endpoints.action is None:
        raise Problem("endpoints.yml: action_endpoint is missing.")
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
    return configure_app(channels, enable_api=False)


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


async def _serve(app: Sanic, door: socket.socket, told: TextIO, *, access_log: bool) -> None:
    """Answer until told to hand over, or until standard input ends."""
    app.ctx.leaving = False
    app.middleware("response")(_close_when_leaving)
    server: Any = await app.create_server(
        sock=door,
        access_log=access_log,
        return_asyncio_server=True,
        # Nobody is let in before the channel is ready.
        asyncio_server_kwargs={"start_serving": False},
    )
    await server.startup()
    await server.before_start()
    await server.start_serving()
    await server.after_start()
    _say(told, SERVING)
    if await _next_line() == HAND_OVER:
        app.ctx.leaving = True
        await asyncio.sleep(SECONDS_OF_GOODBYE)
        # Who comes from now on waits at the door for the one that goes on.
        server.server.close()
        cut_short = await _until_quiet(server.connections, SECONDS_TO_HAND_OVER, LOOKS_IN_SILENCE)
        if cut_short:
            print(f"{cut_short} answers took too long and were cut short.", file=sys.stderr)
    else:
        server.server.close()
        await _until_quiet(server.connections, SECONDS_FOR_LAST_ANSWERS, 0)
    await server.before_stop()
    await server.after_stop()


async def _close_when_leaving(request: Any, response: Any) -> None:
    if request.app.ctx.leaving:
        request.stream.keep_alive = False


async def _until_quiet(connections: set[Any], longest: float, looks: int) -> int:
    """Wait until every answer is given, and give how many were not after the `longest` seconds.

    Connections that asked nothing in so many `looks`, one after the other, are closed.
    """
    loop = asyncio.get_running_loop()
    ends, in_silence = loop.time() + longest, 0
    while loop.time() < ends:
        in_silence = in_silence + 1 if all(_is_idle(connection) for connection in connections) else 0
        if in_silence > looks:
            break
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    busy = [connection for connection in connections if not _is_idle(connection)]
    for connection in set(connections).difference(busy):
        connection.close()
    return len(busy)


def _is_idle(connection: Any) -> bool:
    """Whether it has asked nothing that is not answered. Sanic's own look fails while a connection is being made."""
    from sanic.http import Stage

    http = getattr(connection, "_http", None)
    return http is None or (http.stage is Stage.IDLE and not connection.recv_buffer)


async def _next_line() -> str:
    """What is said next on standard input; "" at its end. The process can end while it waits."""
    loop = asyncio.get_running_loop()
    heard: asyncio.Future[str] = loop.create_future()

    def listen() -> None:
        line = _heard()
        loop.call_soon_threadsafe(heard.set_result, line)

    threading.Thread(target=listen, daemon=True).start()
    return await heard


def _heard() -> str:
    # Not by sys.stdin, which a thread that waits in it would hold when the process ends.
    line = b""
    while (read := os.read(0, 1)) not in (b"", b"\n"):
        line += read
    return line.decode()


def _only_ours_on_stdout() -> TextIO:
    """The real standard output for our few words; whatever else prints goes to standard error."""
    told = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return told


def _say(told: TextIO, line: str) -> None:
    print(line, file=told, flush=True)


if __name__ == "__main__":
    sys.exit(explained(lambda: main(sys.argv[1:])))
