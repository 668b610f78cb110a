"""The model: when it is trained, and that only the recorded one is used."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from commands import model
from commands.child import run_to_end
from commands.model import LOG, MADE_FROM, ensure_model, fingerprint, reason_of_failure
from commands.problem import FULL_DISK, Problem

_WITH_A_BAR = """\
from rasa.shared.utils.io import is_logging_disabled
from tqdm import tqdm
print(*tqdm("abc", disable=is_logging_disabled()))
"""
FOLDERS = {"data", "clinical", "triage", "rasa_parts"}


class FakeRasa:
    """Stands for `rasa train`: writes the model file that it would write."""

    def __init__(self) -> None:
        self.trainings = 0
        self.says = ""
        self.code = 0
        self.meanwhile: Callable[[Path], None] = lambda draft: None

    def run_to_end(self, command: Sequence[str], log: Path, *, tick: Callable[[], None], **_: Any) -> int:
        self.trainings += 1
        draft = Path(command[command.index("--out") + 1])
        log.write_text(self.says)
        tick()
        if self.code == 0:
            name = command[command.index("--fixed-model-name") + 1]
            (draft / f"{name}.tar.gz").write_text(f"model {self.trainings}")
        self.meanwhile(draft)
        return self.code


@pytest.fixture
def root(tmp_path):
    for name in MADE_FROM:
        if name in FOLDERS:
            (tmp_path / name).mkdir()
            (tmp_path / name / "one.yml").write_text("one")
        else:
            (tmp_path / name).write_text("one")
    (tmp_path / "clinic.yml").write_text("one")
    return tmp_path


@pytest.fixture
def rasa(monkeypatch):
    rasa = FakeRasa()
    monkeypatch.setattr(model, "run_to_end", rasa.run_to_end)
    return rasa


def test_no_progress_bar_is_in_the_log_of_a_training(root, monkeypatch):
    with_bars = [sys.executable, "-c", _WITH_A_BAR]
    monkeypatch.setattr(model, "run_to_end", lambda _, log, **how: run_to_end(with_bars, log, **how))
    with pytest.raises(Problem):
        ensure_model(root)
    assert (root / LOG).read_text().strip() == "a b c"


def test_the_first_start_trains_and_the_second_does_not(root, rasa, capsys):
    assert ensure_model(root).read_text() == "model 1"
    capsys.readouterr()
    assert ensure_model(root).read_text() == "model 1"
    assert rasa.trainings == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("source", MADE_FROM)
def test_an_edit_of_what_it_is_made_from_trains_again(root, rasa, source):
    ensure_model(root)
    edited = root / source / "one.yml" if source in FOLDERS else root / source
    edited.write_text("two")
    assert ensure_model(root).read_text() == "model 2"


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "data" / "new.yml").touch(),
        lambda root: (root / "data" / "one.yml").rename(root / "data" / "two.yml"),
        lambda root: (root / "data" / "one.yml").unlink(),
    ],
    ids=["new file", "renamed file", "file less"],
)
def test_other_files_are_another_model(root, change):
    before = fingerprint(root)
    change(root)
    assert fingerprint(root) != before


@pytest.mark.parametrize("name", ["clinic.yml", "rasa_parts/__pycache__/one.pyc", "README.md", "data/README.md"])
def test_what_is_not_in_the_model_does_not_train_it(root, name):
    before = fingerprint(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("changed")
    assert fingerprint(root) == before


@pytest.mark.parametrize("source", MADE_FROM)
def test_a_missing_part_is_said(root, rasa, source):
    (root / source).rename(root / "away")
    with pytest.raises(Problem, match=f"{source} is missing"):
        ensure_model(root)


def test_a_model_that_is_not_the_recorded_one_is_not_used(root, rasa):
    ensure_model(root).write_text("somebody else's")
    assert ensure_model(root).read_text() == "model 2"


@pytest.mark.parametrize("record", ["", "{", "[]", "null"])
def test_a_record_that_cannot_be_read_trains_again(root, rasa, record):
    ensure_model(root)
    (root / "models" / "bot.json").write_text(record)
    ensure_model(root)
    assert rasa.trainings == 2


def test_a_killed_training_leaves_no_model(root, rasa):
    def kill(draft: Path) -> None:
        raise KeyboardInterrupt

    rasa.meanwhile = kill
    with pytest.raises(KeyboardInterrupt):
        ensure_model(root)
    assert list((root / "models").iterdir()) == []


def test_a_failed_training_keeps_the_old_model_but_does_not_use_it(root, rasa):
    ensure_model(root)
    (root / "domain.yml").write_text("broken")
    rasa.code, rasa.says = 1, "Traceback\nrasa.x.YamlException: domain.yml, line 3: no colon\n"
    for _ in range(2):
        with pytest.raises(Problem, match=r"domain.yml, line 3: no colon.*" + LOG):
            ensure_model(root)
    assert (root / "models" / "bot.tar.gz").read_text() == "model 1"
    assert rasa.trainings == 3


def test_rasa_may_not_end_well_without_a_model(root, rasa):
    rasa.meanwhile = lambda draft: (draft / "bot.tar.gz").unlink()
    with pytest.raises(Problem, match="training failed"):
        ensure_model(root)


def test_what_a_killed_one_left_behind_is_removed(root, rasa):
    (root / "models" / ".training-old").mkdir(parents=True)
    ensure_model(root)
    assert {file.name for file in (root / "models").iterdir()} == {"bot.tar.gz", "bot.json"}


def test_an_edit_during_the_training_trains_again_next_time(root, rasa):
    rasa.meanwhile = lambda draft: (root / "domain.yml").write_text("edited")
    ensure_model(root)
    rasa.meanwhile = lambda draft: None
    ensure_model(root)
    assert rasa.trainings == 2


def test_the_record_names_the_file_by_its_sha256(root, rasa):
    trained = ensure_model(root)
    record = json.loads((root / "models" / "bot.json").read_text())
    assert record == {
        "made_from": fingerprint(root),
        "sha256": hashlib.sha256(trained.read_bytes()).hexdigest(),
    }


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("OSError: [Errno 28] No space left on device", FULL_DISK),
        (
            "triage.lexicon.PatternError: signs.yml: a bracket\n\nThe above exception …\n\nTraceback\n"
            "rasa.engine.exceptions.GraphComponentException: Error initializing graph component",
            "signs.yml: a bracket",
        ),
        ("2026-11-21 INFO\nThe domain has no intents.\n\n", "The domain has no intents."),
        ("", "Rasa said nothing"),
    ],
)
def test_the_reason_of_a_failure_is_one_line(said, line):
    reason = reason_of_failure(said)
    assert line in reason
    assert "\n" not in reason
