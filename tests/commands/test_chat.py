"""The chat in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from rasa.core.agent import Agent

from commands import chat
from commands.chat import chosen
from rasa_parts.answering import Option, Reply
from rasa_parts.bot_message import BotMessage
from tests.talking import Run

OPTIONS = (Option("One", "/one"), Option("Two", "/two"), Option("Three", "/three"))
REPLY = Reply((BotMessage("Which?"),), options=OPTIONS)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets a patient type these lines, and then end the input."""

    def put(*lines: str) -> None:
        left: Iterator[str] = iter(lines)

        def next_line(prompt: str) -> str:
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", next_line)

    return put


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("2", "/two"),
        ("1 3", "/one,/three"),
        ("1,3", "/one,/three"),
        (" 2 ", "/two"),
        ("4", "4"),
        ("0", "0"),
        ("1 4", "1 4"),
        ("2 days", "2 days"),
        ("none", "none"),
        ("", ""),
        ("²", "²"),
    ],
)
def test_numbers_choose_options(typed: str, sent: str) -> None:
    assert chosen(typed, REPLY) == sent


def test_without_options_a_number_is_a_number() -> None:
    assert chosen("2", Reply((BotMessage("How old are you?"),))) == "2"


def test_the_bot_greets_and_numbers_its_options(
    bot: Agent, run: Run, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing()
    run(chat._chat(bot))
    shown = capsys.readouterr().out
    assert shown.startswith("bot> ")
    assert "      1  " in shown


def test_a_number_presses_an_option(
    bot: Agent, run: Run, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing("my back locked up", "2")
    run(chat._chat(bot))
    assert "Call 911 now" in capsys.readouterr().out


def test_the_typed_lines_stand_in_a_piped_transcript(
    bot: Agent, run: Run, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing("hello there")
    run(chat._chat(bot))
    assert "hello there" in capsys.readouterr().out


def test_lines_are_wrapped(capsys: pytest.CaptureFixture[str]) -> None:
    chat._show(Reply((BotMessage("word " * 60 + "\nsecond line"),)))
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= chat.WIDTH for line in lines)
    assert "bot> second line" in lines


def test_what_is_deleted_is_gone_and_the_chat_goes_on(
    bot: Agent, run: Run, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing("I can't pee", "delete this conversation", "hello")
    run(chat._chat(bot))
    assert "I am an automated helper" in capsys.readouterr().out.rpartition("hello")[2]
