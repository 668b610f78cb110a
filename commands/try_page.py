"""The page of `./bot try`, on this machine only, until Ctrl-C."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from commands.problem import Problem

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from sanic import Sanic

HOST = "127.0.0.1"


def serve(root: Path, agent: Agent, door: socket.socket) -> int:
    """Serve the page on the listening socket `door`. Raises Problem if a file of the project cannot be used."""
    app = app_of(root, agent, door.getsockname()[1])
    from staff.trying.server import PAGE

    async def when_it_runs() -> None:
        loop = asyncio.get_running_loop()
        for ending in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(ending, app.stop)
        print(f"Try the bot: http://{HOST}:{door.getsockname()[1]}{PAGE}\nCtrl-C ends it.", file=sys.stderr)

    app.add_task(when_it_runs())
    app.run(sock=door, motd=False, access_log=False, register_sys_signals=False)
    print("Stopped.", file=sys.stderr)
    return 0


def app_of(root: Path, agent: Agent, port: int) -> Sanic:
    """The page's app. Raises Problem."""
    from rasa_parts.clinic_nlg import clinic_path
    from rasa_parts.session_token import SessionTokens
    from rasa_parts.site_channel import WEB, WORDS_FILE
    from rasa_parts.site_page import WatchedPage
    from rasa_parts.site_request import MESSAGE_CHARACTERS
    from staff.trying.explain import Explainer
    from staff.trying.server import Panel, try_app
    from triage.clinic import load_clinic
    from triage.marked_yaml import FileFindings

    # The conversations end with this process, and so does their key.
    tokens = SessionTokens(os.urandom(32))
    try:
        explainer = Explainer(root)
        page = WatchedPage(clinic_path(), WORDS_FILE, WEB, MESSAGE_CHARACTERS)
    except FileFindings as error:
        raise Problem(str(error)) from error
    except yaml.YAMLError as error:
        raise Problem(f"A file is not YAML: {error}. `./bot check` says more.") from error
    panel = Panel(explainer, tokens, lambda: load_clinic(clinic_path()).time_zone)
    return try_app(agent, panel, page, tokens, port)
