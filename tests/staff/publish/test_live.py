"""Which release is live: the record, and the way forward and back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from staff.publish.live import FILE, KEPT, History, LiveError, Published, read_history, write_history


def published(name: str) -> Published:
    return Published(name, f"sha of {name}", "v1-2-gabc", "2026-11-22T10:00:00+00:00")


def history(*names: str) -> History:
    result = History()
    for name in names:
        result = result.with_new(published(name))
    return result


def names(history: History) -> list[str]:
    return [one.release for one in history.published]


def test_nothing_is_live_at_first(tmp_path: Path) -> None:
    assert read_history(tmp_path) == History()
    assert History().live is None


def test_what_is_written_is_read(tmp_path: Path) -> None:
    written = history("a", "b", "c").back()
    write_history(tmp_path, written)
    assert read_history(tmp_path) == written
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_the_last_three_are_kept() -> None:
    assert names(history("a", "b", "c", "d")) == ["b", "c", "d"]
    assert KEPT == 3


def test_back_and_back_again_and_no_further() -> None:
    once = history("a", "b", "c").back()
    assert once.live == published("b")
    twice = once.back()
    assert twice.live == published("a")
    with pytest.raises(LiveError, match="no release before"):
        twice.back()


def test_after_going_back_a_new_one_follows_the_live_one() -> None:
    new = history("a", "b", "c").back().with_new(published("d"))
    assert names(new) == ["a", "b", "d"]
    assert new.back().live == published("b")


def test_the_same_one_published_again_stands_once() -> None:
    again = history("a", "b").back().with_new(published("b"))
    assert names(again) == ["a", "b"]
    assert names(history("a", "b").with_new(published("a"))) == ["b", "a"]


def test_a_writer_that_is_killed_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    write_history(tmp_path, history("a"))
    monkeypatch.setattr(os, "replace", kill)
    with pytest.raises(KeyboardInterrupt):
        write_history(tmp_path, history("a", "b"))
    assert read_history(tmp_path) == history("a")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"live": "a", "published": []}',
        '{"live": "../a", "published": [{"release": "../a", "manifest": "x", "revision": null, "published": "x"}]}',
    ],
)
def test_a_record_that_cannot_be_used_is_no_empty_one(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(LiveError):
        read_history(tmp_path)
