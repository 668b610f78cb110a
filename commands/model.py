"""The trained model: made anew when it is older than what it is made from, and loaded only if it is the one recorded.

A model file is code (Rasa unpickles parts of it), so a file that this project did not train itself is never loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from commands.child import run_to_end
from commands.one_at_a_time import one_at_a_time
from commands.problem import FULL_DISK, FULL_DISK_SIGNS, Problem
from commands.progress import Progress

# The clinic's own facts (clinic.yml) are read at every answer, so they are not part of the model.
MADE_FROM = ("config.yml", "domain.yml", "data", "clinical", "triage", "rasa_parts", "requirements.lock")
LOG = "var/training.log"

_FOLDER = "models"
_MODEL = "bot.tar.gz"
_RECORD = "bot.json"
_UNFINISHED = ".training-"

# The last line of a traceback.
_ERROR = re.compile(r"[\w.]+: \S")


def ensure_model(root: Path) -> Path:
    """Give the path of the model of the project in `root`; it is trained first if it is missing or out of date.

    Says on standard error that it trains. Raises Problem if the training fails, and OSError if the disk does.
    """
    folder = root / _FOLDER
    made_from = fingerprint(root)
    if is_current(folder, made_from):
        return folder / _MODEL
    folder.mkdir(exist_ok=True)
    with one_at_a_time(root / MADE_FROM[0], "Another ./bot is training the model; waiting for it."):
        made_from = fingerprint(root)
        if not is_current(folder, made_from):
            _train(root, made_from)
    return folder / _MODEL


def current_model(root: Path) -> Path:
    """Give the path of the model in `root`, for one who cannot wait for a training or must not make one.

    Raises Problem unless it is the recorded one, made from what lies there now.
    """
    if not is_current(root / _FOLDER, fingerprint(root)):
        raise Problem(f"{root / _FOLDER / _MODEL} is not the recorded model of what lies beside it. It is not loaded.")
    return root / _FOLDER / _MODEL


def fingerprint(root: Path) -> str:
    """A hash of all that the model of the project in `root` is made from. Raises Problem if a part is missing."""
    digest = hashlib.sha256()
    for file in _sources(root):
        digest.update(f"{file.relative_to(root).as_posix()}\0{_sha256(file)}\n".encode())
    return digest.hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    for name in MADE_FROM:
        source = root / name
        if source.is_dir():
            files = (file for file in source.rglob("*") if file.is_file() and file.suffix != ".md")
            yield from sorted(file for file in files if "__pycache__" not in file.parts)
        elif source.is_file():
            yield source
        else:
            raise Problem(f"{name} is missing: the model is made from it.")


def is_current(folder: Path, made_from: str) -> bool:
    """Whether `folder` holds the very model that was recorded there, trained from what has the hash `made_from`."""
    try:
        record = json.loads((folder / _RECORD).read_text())
        return bool(record == {"made_from": made_from, "sha256": _sha256(folder / _MODEL)})
    except (FileNotFoundError, ValueError):
        return False


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _train(root: Path, made_from: str) -> None:
    folder = root / _FOLDER
    for unfinished in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(unfinished)
    draft = Path(tempfile.mkdtemp(dir=folder, prefix=_UNFINISHED))
    try:
        _run_rasa(root, draft)
        record = {"made_from": made_from, "sha256": _sha256(draft / _MODEL)}
        (draft / _RECORD).write_text(json.dumps(record))
        # Each is replaced whole. Between the two, the record does not fit the model, which is then trained again.
        os.replace(draft / _MODEL, folder / _MODEL)
        os.replace(draft / _RECORD, folder / _RECORD)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _run_rasa(root: Path, draft: Path) -> None:
    """Train into the folder `draft`. Raises Problem with the reason if that makes no model."""
    started = time.monotonic()
    log = root / LOG
    log.parent.mkdir(exist_ok=True)
    progress = Progress()
    # Rasa's own cache knows a component by its class alone, not by the tables and modules that it reads. Its check
    # of the data takes as long as the training, and is there for staff: `rasa data validate`.
    name = _MODEL.removesuffix(".tar.gz")
    options = ["--force", "--skip-validation", "--fixed-model-name", name, "--out", str(draft)]
    settings = {"RASA_TELEMETRY_ENABLED": "false", "RASA_MAX_CACHE_SIZE": "0", "NO_COLOR": "1"}
    # From INFO on Rasa draws progress bars, into a log that someone reads when it failed.
    settings["LOG_LEVEL"] = "WARNING"

    def tick() -> None:
        progress.show(f"Training the model: {time.monotonic() - started:.0f} s …")

    tick()
    try:
        command = [sys.executable, "-m", "commands.training", *options]
        code = run_to_end(command, log, cwd=root, env={**os.environ, **settings}, tick=tick)
    finally:
        progress.clear()
    if code != 0 or not (draft / _MODEL).exists():
        raise Problem(reason_of_failure(log.read_text(errors="replace")))
    progress.done(f"The model is trained ({time.monotonic() - started:.0f} s).")


def reason_of_failure(said: str) -> str:
    """One line on why there is no model, from all that Rasa `said`."""
    if any(sign in said for sign in FULL_DISK_SIGNS):
        return FULL_DISK
    # Rasa's engine wraps what went wrong in an error that only names a component.
    errors = [line for line in said.splitlines() if _ERROR.match(line) and not line.startswith("rasa.engine")]
    lines = errors or [line.strip() for line in said.splitlines() if line.strip()] or ["Rasa said nothing"]
    return f"The training failed: {lines[-1]} Details: {LOG}"
