"""The comparison with Rasa's default pipeline: the same data, fewer of it if one likes, and who wins is said."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bench.engine import DEFAULT, DEFAULT_CONFIG, FIGURES, OURS, Measured, table, with_fewer_examples
from bench.results import results_page
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
    page = results_page([("a", "b"), ("1", "2")], tmp_path, 15)
    assert "./bot bench engine --examples 15" in page
    assert re.search(r"\| a \| b \|\n\| --- \| --- \|\n\| 1 \| 2 \|", page)
    assert re.search(r"- machine: .+ cores, \d+ GiB", page)
