"""The custom actions as a server on this machine only; it ends with the process that started it.

`python -m commands.action_server <port>`, started by commands/actions_keeper.py.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings

HOST = "127.0.0.1"


def main() -> None:
    """Serve the actions of the package `actions` until told to end, or until standard input is closed."""
    warnings.simplefilter("ignore")
    from rasa_sdk.endpoint import create_app

    threading.Thread(target=_end_with_parent, daemon=True).start()
    # No page of another site may call the actions.
    app = create_app("actions", cors_origins="")
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = 1.0
    app.run(HOST, int(sys.argv[1]), motd=False, access_log=False)


def _end_with_parent() -> None:
    # The parent holds the other end, and the system closes it however the parent ends.
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
