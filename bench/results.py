"""The page `bench/RESULTS.md`: the last comparison, how it was made, and on what machine."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_COMMAND = "./bot bench engine"
_CPUS = Path("/proc/cpuinfo")


def results_page(rows: Sequence[Sequence[str]], root: Path, examples: int | None = None) -> str:
    """Markdown: `rows`, of which the first is the heading, under the command, the commit and the machine.

    `examples`: how many of each intent both were trained on, None for all.
    """
    command = _COMMAND if examples is None else f"{_COMMAND} --examples {examples}"
    share = "on all examples" if examples is None else f"on at most {examples} examples of each intent"
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return f"""# This bot beside Rasa's default pipeline

Written by `{command}`: both are trained on the same data, {share}, and asked the same, one after the other,
in one run.
"Ratio" is this bot's share of the default pipeline's figure, "goal" the most that it should be. Both run as this
bot does: loaded the quick way, and this bot's without TensorFlow; the default pipeline cannot do without it.

- when: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, at commit {_commit(root)}
- machine: {_machine()}
- Rasa {version("rasa")}, Python {platform.python_version()}

{table}
"""


def _commit(root: Path) -> str:
    said = ["git", "-C", str(root), "describe", "--always", "--dirty"]
    done = subprocess.run(said, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def _machine() -> str:
    names = [line.partition(":")[2].strip() for line in _read(_CPUS).splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB"


def _read(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""
