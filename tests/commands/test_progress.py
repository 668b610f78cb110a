"""What a long step says of itself."""

from __future__ import annotations

import io
import time

import pytest

from commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_has_one_line_that_is_rewritten():
    stream = Terminal()
    shown = Progress(stream)
    shown.show("100 of 150")
    shown.show("all")
    shown.done("Ready.")
    assert stream.getvalue() == "\r100 of 150\rall       \rReady.\n"


def test_nothing_of_a_longer_line_is_left():
    stream = Terminal()
    shown = Progress(stream)
    shown.show("100 of 150")
    shown.done("Ready.")
    assert stream.getvalue().endswith("\rReady.    \n")


def test_a_log_gets_the_first_line_at_once_and_the_next_ones_now_and_then(monkeypatch):
    stream = io.StringIO()
    shown = Progress(stream)
    for second, text in ((100, "first"), (105, "too early"), (120, "later")):
        monkeypatch.setattr(time, "monotonic", lambda second=second: second)
        shown.show(text)
    assert stream.getvalue() == "first\nlater\n"


@pytest.mark.parametrize("stream", [Terminal(), io.StringIO()])
def test_what_did_not_change_is_not_said_again(stream):
    shown = Progress(stream)
    shown.show("same")
    before = stream.getvalue()
    shown.show("same")
    assert stream.getvalue() == before


def test_a_line_that_is_left_is_closed():
    stream = Terminal()
    shown = Progress(stream)
    shown.show("half")
    shown.clear()
    assert stream.getvalue().endswith("half\n")
