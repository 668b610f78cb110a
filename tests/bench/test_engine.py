"""The comparison with Rasa's default pipeline: the same data, fewer of it if one likes, and who wins is said."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bench import engine
from bench.engine import (
    DEFAULT,
    DEFAULT_CONFIG,
    FIGURES,
    OURS,
    STOPPED_AFTER,
    Measured,
    compare_training,
    table,
    with_fewer_examples,
)
from bench.results import comparison, training_times, with_section
from tests.talking import ROOT

OURS_MEASURED = Measured(
    train_s=10, start_s=5, memory_mb=500, turn_ms=40, turn_p95_ms=60, turn_p99_ms=70, model_mb=20,
    error=0.05, error_macro=0.05, error_spoiled=0.1,
)  # fmt: skip
DEFAULT_MEASURED = Measured(
    train_s=1000, start_s=20, memory_mb=1000, turn_ms=100, turn_p95_ms=160, turn_p99_ms=170, model_mb=10,
    error=0.2, error_macro=0.2, error_spoiled=0.3,
)  # fmt: skip


def verdicts(ours: Measured, default: Measured) -> dict[str, str]:
    return {row[0]: row[-1] for row in table({OURS: ours, DEFAULT: default})[1:]}


def test_every_figure_has_its_row() -> None:
    assert list(verdicts(OURS_MEASURED, DEFAULT_MEASURED)) == [figure.title for figure in FIGURES]


def test_it_says_what_is_reached_and_where_the_default_wins() -> None:
    said = verdicts(OURS_MEASURED, DEFAULT_MEASURED)
    assert said["training, seconds"] == "reached"
    assert said["model file, MB"] == "the default pipeline wins"
    assert verdicts(replace(OURS_MEASURED, memory_mb=900), DEFAULT_MEASURED)["memory at its highest, MB"] == "missed"


@pytest.mark.parametrize("most", [1, 7])
def test_fewer_examples_leave_all_else_as_it_is(most: int) -> None:
    for file in sorted((ROOT / "data").rglob("*.yml"))[::7]:
        whole = yaml.safe_load(file.read_text("utf-8"))
        fewer = yaml.safe_load(with_fewer_examples(file.read_text("utf-8"), most))
        assert {k: v for k, v in fewer.items() if k != "nlu"} == {k: v for k, v in whole.items() if k != "nlu"}
        for item, left in zip(whole.get("nlu") or [], fewer.get("nlu") or [], strict=True):
            listed = item["examples"].splitlines()
            kept = left["examples"].splitlines()
            assert left["intent"] == item["intent"]
            assert len(kept) == min(most, len(listed)) and set(kept) <= set(listed)


def test_the_default_pipeline_is_readable_and_none_of_ours() -> None:
    config = yaml.safe_load(DEFAULT_CONFIG)
    assert not [part for part in (*config["pipeline"], *config["policies"]) if "." in part["name"]]


def test_the_page_says_how_and_where(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    with_section(page, *comparison([("a", "b"), ("1", "2")], tmp_path, 15))
    said = page.read_text()
    assert "./bot bench engine --examples 15" in said
    assert re.search(r"\| a \| b \|\n\| --- \| --- \|\n\| 1 \| 2 \|", said)
    assert re.search(r"- machine: .+ cores, \d+ GiB", said)


def test_each_run_writes_its_own_section(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    with_section(page, *comparison([("a", "b"), ("1", "2")], tmp_path, 15))
    with_section(page, *training_times(100, None, 12, tmp_path))
    with_section(page, *comparison([("a", "b"), ("3", "4")], tmp_path))
    said = page.read_text()
    assert said.count("# This bot beside") == 1
    assert re.findall(r"\n(.*)\n## ", said) == ["", ""], "an empty line before each heading"
    assert "| 3 | 4 |" in said and "| 1 | 2 |" not in said
    assert "| 100 s | stopped unfinished after 1200 s | less than 0.08 | 0.10 |" in said
    with_section(page, *training_times(100, 900, 12, tmp_path))
    assert "| 100 s | 900 s | 0.11 | 0.10 |" in page.read_text()
    assert "unfinished" not in page.read_text()


def test_a_training_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def train(project: Path, timeout: float | None = None) -> float:
        if timeout is None:
            return 10.0
        assert timeout == 10.0 * STOPPED_AFTER
        raise subprocess.TimeoutExpired("training", timeout)

    monkeypatch.setattr(engine, "_train", train)
    monkeypatch.setattr(engine, "_project", lambda root, folder, config: folder)
    assert compare_training(tmp_path, tmp_path, lambda what: None) == (10.0, None)
