"""A release and the live one are tried with the same patients."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from commands import trial
from commands.problem import Problem
from commands.trial import held_out, try_release
from staff.publish.numbers import ACT_ALONE, PLAIN, Sentence
from staff.publish.release import Release

ROOT = Path(__file__).resolve().parents[2]


class FakeTalker:
    """Stands for the bot in a folder: its outcome is what the folder's file says."""

    def __init__(self, folder: Path, clinic: Path) -> None:
        self._outcome = (folder / "outcome").read_text()

    def __enter__(self) -> FakeTalker:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __call__(self, sender: str, message: str, at: datetime) -> Mapping[str, Any]:
        return {"disposition": self._outcome, "responses": [], "messages": []}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(trial, "Talker", FakeTalker)
    monkeypatch.setattr(trial, "held_out", lambda root: [Sentence("hello")])
    return tmp_path


def release(root: Path, name: str, outcome: str, vignettes: str) -> Release:
    folder = root / name
    (folder / "tests" / "vignettes").mkdir(parents=True)
    (folder / "outcome").write_text(outcome)
    (folder / "tests" / "vignettes" / "a.yml").write_text(vignettes)
    return Release(folder, "")


ONE = '- {name: one, says: ["a"], disposition: call_911}\n'
TWO = '- {name: two, says: ["b"], disposition: call_911}\n'


def test_both_are_tried_with_the_vignettes_of_both(root: Path) -> None:
    new, old = release(root, "new", "self_care", ONE), release(root, "old", "call_911", TWO)
    said: list[str] = []
    result = try_release(new.folder, new, old, said.append)
    assert [one.course.name for one in result.tried] == ["one", "two"]
    for one in result.tried:
        assert one.old is not None
        assert (one.new.disposition, one.old.disposition) == ("self_care", "call_911")
    assert result.old is not None
    assert result.new.counts == {PLAIN: (1, 1)}
    assert said[-1].endswith("100% …")


def test_without_a_live_one_only_the_new_one_is_tried(root: Path) -> None:
    new = release(root, "new", "self_care", ONE)
    result = try_release(new.folder, new, None, lambda text: None)
    assert [one.old for one in result.tried] == [None]
    assert result.old is None


def test_a_vignette_that_cannot_be_read_is_a_problem(root: Path) -> None:
    new = release(root, "new", "self_care", "- name")
    with pytest.raises(Problem, match=r"tests/vignettes/a\.yml"):
        try_release(new.folder, new, None, lambda text: None)


def test_the_held_out_sentences_are_there() -> None:
    sentences = held_out(ROOT)
    assert sum(bool(sentence.flag) for sentence in sentences) >= 600
    assert sum(sentence.intent is not None for sentence in sentences) >= 200
    assert all(sentence.level for sentence in sentences if sentence.flag in ACT_ALONE)
