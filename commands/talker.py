"""Talks with the bot of a release over the contract's line protocol, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from commands.child import stop
from commands.problem import Problem


class Talker:
    """The bot of the project or release in `folder`, for the clinic in `clinic`, from `with` to its end."""

    def __init__(self, folder: Path, clinic: Path) -> None:
        self._folder = folder
        self._clinic = clinic

    def __enter__(self) -> Talker:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "commands", "converse"],
            cwd=self._folder,
            env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "BOT_CLINIC": str(self._clinic.resolve())},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        stop(self._child)

    def __call__(self, sender: str, message: str, at: datetime) -> Mapping[str, Any]:
        """What the bot answers. Raises Problem if it answers no more."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        line = json.dumps({"sender": sender, "message": message, "at": at.isoformat()})
        try:
            self._child.stdin.write(line.encode() + b"\n")
            self._child.stdin.flush()
            return dict(json.loads(self._child.stdout.readline()))
        except (OSError, ValueError):
            raise Problem(f"The bot in {self._folder} does not answer: `./bot converse` there says why.") from None
