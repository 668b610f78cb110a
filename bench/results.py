"""The page `bench/RESULTS.md`: the last comparison, how it was made, and on what machine."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_COMMAND = "./bot bench engine"
_CPUS = Path("/proc/cpuinfo")
_TITLE = "# This bot beside Rasa's default pipeline"


def comparison(rows: Sequence[Sequence[str]], root: Path, examples: int | None = None) -> tuple[str, str]:
    """The heading and the Markdown of a comparison; the first of `rows` is the table's heading.

    `examples`: how many of each intent both were trained on, None for all.
    """
    command = _COMMAND if examples is None else f"{_COMMAND} --examples {examples}"
    share = "on all examples" if examples is None else f"on at most {examples} examples of each intent"
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return (
        "All figures",
        f"""Written by `{command}`: both are trained on the same data, {share},
and asked the same, one after the other, in one run. "Ratio" is this bot's share of the default pipeline's figure,
"goal" the most that it should be. Both run as this bot does: loaded the quick way, and this bot's without
TensorFlow; the default pipeline cannot do without it.

{_where(root)}

{table}
""",
    )


def training_times(ours: float, default: float | None, stopped_after: int, root: Path) -> tuple[str, str]:
    """The heading and the Markdown of both trainings on all examples, in seconds; None: stopped unfinished."""
    theirs = f"stopped unfinished after {stopped_after * ours:.0f} s" if default is None else f"{default:.0f} s"
    ratio = f"less than {1 / stopped_after:.2f}" if default is None else f"{ours / default:.2f}"
    return (
        "Training on all examples",
        f"""Written by `{_COMMAND} --only-training`, which stops the default pipeline when it has taken
{stopped_after} times as long.

{_where(root)}

| this bot | default pipeline | ratio | goal |
| --- | --- | --- | --- |
| {ours:.0f} s | {theirs} | {ratio} | 0.10 |
""",
    )


def with_section(page: Path, heading: str, text: str) -> None:
    """Write `text` under `heading` into the page, which keeps its other sections."""
    before = page.read_text("utf-8") if page.exists() else ""
    sections = dict(re.findall(r"^## (.+)\n\n((?:(?!## ).*\n)*)", before, flags=re.MULTILINE))
    sections[heading] = text
    whole = "\n\n".join(f"## {title}\n\n{body.strip()}" for title, body in sections.items())
    page.write_text(f"{_TITLE}\n\n{whole}\n", encoding="utf-8")


def _where(root: Path) -> str:
    return f"""- when: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, at commit {_commit(root)}
- machine: {_machine()}
- Rasa {version("rasa")}, Python {platform.python_version()}"""


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
