"""The bot beside Rasa's default pipeline: the same data, one run, each in processes of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.cases import CASES
from bench.report import Row

# What `rasa init` sets when nothing is chosen: https://rasa.com/docs/rasa/model-configuration (Rasa 3.6).
DEFAULT_CONFIG = """
recipe: default.v1
assistant_id: default_pipeline
language: en
pipeline:
- {name: WhitespaceTokenizer}
- {name: RegexFeaturizer}
- {name: LexicalSyntacticFeaturizer}
- {name: CountVectorsFeaturizer}
- {name: CountVectorsFeaturizer, analyzer: char_wb, min_ngram: 1, max_ngram: 4}
- {name: DIETClassifier, epochs: 100, constrain_similarities: true}
- {name: EntitySynonymMapper}
- {name: ResponseSelector, epochs: 100, constrain_similarities: true}
- {name: FallbackClassifier, threshold: 0.3, ambiguity_threshold: 0.1}
policies:
- {name: MemoizationPolicy}
- {name: RulePolicy}
- {name: UnexpecTEDIntentPolicy, max_history: 5, epochs: 100}
- {name: TEDPolicy, max_history: 5, epochs: 100, constrain_similarities: true}
"""
OURS, DEFAULT = "this bot", "default pipeline"
STOPPED_AFTER = 12
_PARTS = (
    *("domain.yml", "config.yml", "clinic.yml", "endpoints.yml"),
    *("data", "clinical", "triage", "rasa_parts", "actions", "commands", "bench"),
)


_EXAMPLE_LINE = re.compile(r"^ {4,}- ")


@dataclass(frozen=True)
class Figure:
    """A figure of both: its field in `Measured`, how it is called, and the most that our share of it should be."""

    field: str
    title: str
    goal: float | None = None


@dataclass(frozen=True)
class Measured:
    """One of the two; the titles in FIGURES say what each field is."""

    train_s: float
    start_s: float
    memory_mb: float
    turn_ms: float
    turn_p95_ms: float
    turn_p99_ms: float
    model_mb: float
    error: float
    error_macro: float
    error_spoiled: float


FIGURES = (
    Figure("error", "intents of held-out phrasings: share wrong", 0.5),
    Figure("error_macro", "the same, 1 - macro F1", 0.5),
    Figure("error_spoiled", "the same with slips of the fingers, 1 - macro F1"),
    Figure("train_s", "training, seconds", 0.1),
    Figure("start_s", "cold start to the first answer, seconds", 1 / 3),
    Figure("memory_mb", "memory at its highest, MB", 0.6),
    Figure("turn_ms", "a turn, median, ms", 0.5),
    Figure("turn_p95_ms", "a turn, 95th percentile, ms"),
    Figure("turn_p99_ms", "a turn, 99th percentile, ms"),
    Figure("model_mb", "model file, MB"),
)


def compare(root: Path, work: Path, say: Callable[[str], None], examples: int | None = None) -> dict[str, Measured]:
    """Train and measure both in `work`; `say` hears what is going on. Raises CalledProcessError if one fails.

    `examples`: train both on at most so many of each intent, since the default pipeline takes hours for all.
    """
    measured = {}
    for name in (OURS, DEFAULT):
        project = _project(root, work / name.replace(" ", "_"), None if name == OURS else DEFAULT_CONFIG)
        if examples is not None:
            for file in sorted((project / "data").rglob("*.yml")):
                file.write_text(with_fewer_examples(file.read_text("utf-8"), examples), encoding="utf-8")
        measured[name] = _measured(project, lambda what, name=name: say(f"{name}: {what}"))  # type: ignore[misc]
    return measured


def compare_training(root: Path, work: Path, say: Callable[[str], None]) -> tuple[float, float | None]:
    """Seconds of training on all examples: this bot's, and the default pipeline's, None if that was stopped.

    It is stopped when it has taken `STOPPED_AFTER` times as long: left alone it takes hours.
    """
    ours = _train(_project(root, work / "ours", None))
    say(f"{OURS}: trained on all examples in {ours:.0f} s")
    try:
        default = _train(_project(root, work / "default", DEFAULT_CONFIG), timeout=STOPPED_AFTER * ours)
    except subprocess.TimeoutExpired:
        say(f"{DEFAULT}: stopped, not ready after {STOPPED_AFTER} times as long")
        return ours, None
    say(f"{DEFAULT}: trained on all examples in {default:.0f} s")
    return ours, default


def table(measured: Mapping[str, Measured]) -> list[Row]:
    """Both columns, our share of theirs, and the goal; above 1 the default pipeline wins, and that is said."""
    ours, default = measured[OURS], measured[DEFAULT]
    rows: list[Row] = [("", OURS, DEFAULT, "ratio", "goal", "")]
    for figure in FIGURES:
        mine, theirs = getattr(ours, figure.field), getattr(default, figure.field)
        share = mine / max(theirs, 1e-9)
        goal = "" if figure.goal is None else f"{figure.goal:.2f}"
        rows.append((figure.title, f"{mine:.3g}", f"{theirs:.3g}", f"{share:.2f}", goal, _verdict(share, figure.goal)))
    return rows


def _verdict(share: float, goal: float | None) -> str:
    if share > 1:
        return "the default pipeline wins"
    if goal is None:
        return ""
    return "reached" if share <= goal else "missed"


def _project(root: Path, folder: Path, config: str | None) -> Path:
    """A copy of what a model is made from, with another `config.yml` if one is given."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for part in _PARTS:
        source = root / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    if config is not None:
        (folder / "config.yml").write_text(config, encoding="utf-8")
    return folder


def with_fewer_examples(training_data: str, most: int) -> str:
    """The file with at most `most` examples of each intent, taken evenly from all of its list."""
    kept: list[str] = []
    block: list[str] = []
    for line in [*training_data.splitlines(keepends=True), ""]:
        if _EXAMPLE_LINE.match(line) and kept and _in_examples(kept):
            block.append(line)
            continue
        step = max(1.0, len(block) / most)
        kept += [block[int(index * step)] for index in range(min(most, len(block)))]
        block = []
        kept.append(line)
    return "".join(kept)


def _in_examples(lines: Sequence[str]) -> bool:
    """Whether the last line that is no example opens a list of examples."""
    last = next((line for line in reversed(lines) if not _EXAMPLE_LINE.match(line)), "")
    return last.strip() == "examples: |"


def _measured(project: Path, say: Callable[[str], None]) -> Measured:
    say("training …")
    train_s = _train(project)
    say(f"trained in {train_s:.0f} s; answering …")
    said = json.loads(_run(project, ["-m", "bench.engine_run", "models/bot.tar.gz", str(CASES)]).splitlines()[-1])
    model_mb = (project / "models" / "bot.tar.gz").stat().st_size / 1e6
    return Measured(train_s=train_s, model_mb=model_mb, **said)


def _train(project: Path, timeout: float | None = None) -> float:
    """How many seconds a training took. Raises TimeoutExpired."""
    started = time.monotonic()
    options = ["--force", "--skip-validation", "--fixed-model-name", "bot", "--out", "models"]
    _run(project, ["-m", "commands.training", *options], timeout)
    return time.monotonic() - started


def _run(project: Path, command: Sequence[str], timeout: float | None = None) -> str:
    settings = {"RASA_TELEMETRY_ENABLED": "false", "RASA_MAX_CACHE_SIZE": "0", "TF_CPP_MIN_LOG_LEVEL": "3"}
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command],
        cwd=project,
        env={**outside, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        timeout=timeout,
    )
    return done.stdout
