"""`./bot serve` in a copy of the project, so that its conversations, key and log are not this project's."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from commands.actions_keeper import answers
from commands.child import stop
from commands.door import any_free_port
from commands.front_door import command_environment
from commands.model import ensure_model
from commands.serve import HEALTH, PAGE
from staff.publish.release import PARTS
from tests.talking import CLINIC, ROOT

# What `./bot serve` reads, and what it makes a release of.
COPIED = (*(name for name in PARTS if (ROOT / name).is_dir()), "staff")
SECONDS_TO_START = 120.0
# The tests are one address, and talk faster than any patient.
CREDENTIALS = """\
rasa_parts.site_channel.SiteChannel:
  messages_per_minute: 6000
  messages_per_minute_per_address: 24000
"""


class BotServer:
    """The bot with its custom actions on ports of its own, for the pages of `allowed_origins` too; from `with` on.

    `folder` is an empty one.
    """

    def __init__(self, folder: Path, allowed_origins: Iterable[str]) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._actions_port = 0
        self.port = any_free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.page = self.origin + PAGE
        self._copy_project(allowed_origins)

    def __enter__(self) -> BotServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            stop(self._process)

    def _copy_project(self, allowed_origins: Iterable[str]) -> None:
        ensure_model(ROOT)
        for name in COPIED:
            shutil.copytree(ROOT / name, self._folder / name)
        for file in (*ROOT.glob("*.yml"), ROOT / "requirements.lock"):
            shutil.copy2(file, self._folder)
        (self._folder / "models").symlink_to(ROOT / "models")
        (self._folder / "credentials.yml").write_text(CREDENTIALS)
        named = ", ".join(f'"{origin}"' for origin in allowed_origins)
        clinic = (ROOT / CLINIC).read_text("utf-8").replace("allowed_origins: []", f"allowed_origins: [{named}]")
        (self._folder / "clinic.yml").write_text(clinic, "utf-8")

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it, on the same port and with the same conversations as before; returns at once."""
        environment = command_environment(os.environ)
        environment.pop("BOT_CLINIC", None)
        environment["BOT_RELEASES"] = "releases"
        # Those of a server that was killed may still end.
        self._actions_port = any_free_port()
        ports = ["--port", str(self.port), "--actions-port", str(self._actions_port)]
        with (self._folder / "serve.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "commands", "serve", *ports],
                cwd=self._folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait_until_ready(self) -> None:
        """Return once it and its custom actions answer. Raises AssertionError with its last words if they do not."""
        deadline = time.monotonic() + SECONDS_TO_START
        while self.runs and time.monotonic() < deadline:
            if answers(self.origin + HEALTH) and answers(f"http://127.0.0.1:{self._actions_port}/health"):
                return
            time.sleep(0.1)
        raise AssertionError(f"./bot serve does not start:\n{(self._folder / 'serve.log').read_text()[-2000:]}")

    def freeze(self) -> None:
        """It works on nothing any more, and what it is sent from now on stays unanswered."""
        self._signal_all(signal.SIGSTOP)

    def kill(self) -> None:
        """End it as a power cut would, in the middle of whatever it does."""
        self._signal_all(signal.SIGKILL)
        assert self._process is not None
        self._process.wait()

    def _signal_all(self, which: signal.Signals) -> None:
        assert self._process is not None
        for process in [self._process.pid, *_descendants(self._process.pid)]:
            # One may have ended with another.
            with suppress(ProcessLookupError):
                os.kill(process, which)

    @contextmanager
    def without_actions(self) -> Iterator[None]:
        """Meanwhile the custom actions alone are dead, however often `./bot serve` starts them again."""
        ending = threading.Event()

        def keep_dead() -> None:
            while not ending.wait(0.1):
                self._kill_actions()

        self._kill_actions()
        killer = threading.Thread(target=keep_dead, daemon=True)
        killer.start()
        try:
            yield
        finally:
            ending.set()
            killer.join()

    def _kill_actions(self) -> None:
        assert self._process is not None
        for child in _descendants(self._process.pid):
            # It may be gone already.
            with suppress(OSError):
                if b"commands.action_server" in Path(f"/proc/{child}/cmdline").read_bytes():
                    os.kill(child, signal.SIGKILL)


def _descendants(parent: int) -> list[int]:
    found = []
    # A process or thread may end meanwhile.
    with suppress(OSError):
        for task in Path(f"/proc/{parent}/task").iterdir():
            with suppress(OSError):
                found += [int(child) for child in (task / "children").read_text().split()]
    return [process for child in found for process in [child, *_descendants(child)]]
