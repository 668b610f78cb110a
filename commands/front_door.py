"""From the typed words to the command that they name, in the environment. Needs only the standard library."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from commands import COMMANDS
from commands.environment import ensure_environment
from commands.problem import explained

ROOT = Path(__file__).resolve().parent.parent


def run(argv: Sequence[str]) -> int:
    """Do what `argv` asks for, and give an exit code; a command itself takes this process's place."""
    commands = available_commands(ROOT)
    word, rest = (argv[0], argv[1:]) if argv else ("--help", argv)
    if word in ("--help", "-h", "help"):
        print(help_text(commands))
        return 0 if argv else 2
    if word not in commands:
        print(f"There is no `./bot {word}`. `./bot --help` lists what there is.", file=sys.stderr)
        return 2
    return explained(lambda: _go(word, rest))


def _go(word: str, rest: Sequence[str]) -> int:
    python = ensure_environment(ROOT)
    os.chdir(ROOT)
    os.execve(python, [str(python), "-m", "commands", word, *rest], command_environment(os.environ))


def available_commands(root: Path) -> dict[str, str]:
    """Each command that is there, with the first line of its documentation."""
    files = {word: root / "commands" / f"{word}.py" for word in COMMANDS}
    return {word: _first_line(file) for word, file in files.items() if file.exists()}


def _first_line(file: Path) -> str:
    documentation = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return documentation.partition("\n")[0]


def help_text(commands: Mapping[str, str]) -> str:
    """What `./bot --help` says of `commands`."""
    lines = [f"  ./bot {word:<10}{what}" for word, what in commands.items()]
    return "\n".join(["Usage: ./bot <word> [options]", "", *lines, "", "./bot <word> --help lists a word's options."])


def command_environment(outside: Mapping[str, str]) -> dict[str, str]:
    """The environment variables of a command, made of those `outside`."""
    # Another program's Python settings would mix its packages with ours. Without compiled files, every start of Rasa
    # takes 8 seconds longer.
    kept = {
        name: value
        for name, value in outside.items()
        if name not in ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV")
    }
    # A turn's sums are small: more threads gain it nothing, and wait for one another busily when the machine has more
    # to do. Beside two busy programs on two cores a message then took 98 ms and not 77.
    sums = {"OPENBLAS_NUM_THREADS": "1"}
    return {**sums, **kept, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
