"""`python -m commands <word>`: runs a command of `./bot` inside the environment."""

from __future__ import annotations

import importlib
import sys

from commands.problem import explained


def _run() -> int:
    main = importlib.import_module(f"commands.{sys.argv[1]}").main
    return int(main(sys.argv[2:]))


if __name__ == "__main__":
    sys.exit(explained(_run))
