"""The bot beside Rasa's default pipeline: the same data, one run, each in processes of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.cases import CASES
from bench.report import Row, aligned

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
_PARTS = (
    *("domain.yml", "config.yml", "clinic.yml", "endpoints.yml"),
    *("data", "clinical", "triage", "rasa_parts", "actions", "commands", "bench"),
)


@dataclass(frozen=True)
class Measured:
    """One of the two: seconds to train and to the first answer, MB, milliseconds a turn, share of errors."""

    train_s: float
    start_s: float
    memory_mb: float
    turn_ms: float
    error: float


def compare(root: Path, work: Path) -> str:
    """Train and measure both in `work`, and give the table. Raises CalledProcessError if one cannot be trained."""
    measured = {}
    for name in (OURS, DEFAULT):
        project = _project(root, work / name.replace(" ", "_"), None if name == OURS else DEFAULT_CONFIG)
        print(f"Training {name} …", file=sys.stderr, flush=True)
        measured[name] = _measured(project)
    return table(measured)


def table(measured: Mapping[str, Measured]) -> str:
    """Both columns and their ratio; a ratio above 1 is where the default pipeline wins."""
    ours, default = measured[OURS], measured[DEFAULT]
    rows: list[Row] = [("", OURS, DEFAULT, "ratio", "goal")]
    goals = {"train_s": 0.1, "start_s": 1 / 3, "memory_mb": 0.6, "turn_ms": 0.5, "error": 0.5}
    for field, goal in goals.items():
        mine, theirs = getattr(ours, field), getattr(default, field)
        rows.append((field, f"{mine:.3g}", f"{theirs:.3g}", f"{mine / max(theirs, 1e-9):.2f}", f"{goal:.2f}"))
    return aligned(rows)


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


def _measured(project: Path) -> Measured:
    started = time.monotonic()
    options = ["--force", "--skip-validation", "--fixed-model-name", "bot", "--out", "models"]
    _run(project, ["-m", "commands.training", *options])
    train_s = time.monotonic() - started
    said = json.loads(_run(project, ["-m", "bench.engine_run", "models/bot.tar.gz", str(CASES)]).splitlines()[-1])
    return Measured(train_s, **said)


def _run(project: Path, command: Sequence[str]) -> str:
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
    )
    return done.stdout
