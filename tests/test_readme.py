"""The README is true: its commands are there, and its sample chat is what the bot says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rasa_parts.answering import answer
from tests.talking import Run

if TYPE_CHECKING:
    from rasa.core.agent import Agent

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
_SAMPLE = re.compile(r"<!-- sample -->\n```text\n(.*?)```\n<!-- /sample -->", re.DOTALL)


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.as_delivered
def test_the_sample_chat_is_what_the_bot_says(bot: Agent, run: Run) -> None:
    found = _SAMPLE.search(README)
    assert found
    turns = [turn for turn in found.group(1).split("you> ") if turn]
    assert len(turns) >= 8
    for turn in turns:
        typed, *lines = turn.strip().split("\n")
        said = [_plain(m.text) for m in run(answer(bot, "readme", typed)).messages]
        for line in lines:
            shown = _plain(line.removeprefix("bot> ")).removesuffix("…").strip()
            assert any(message.startswith(shown) for message in said), (typed, shown, said)


def test_the_commands_in_the_readme_are_there() -> None:
    listed = subprocess.run(
        [sys.executable, "bot", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for word in set(re.findall(r"\./bot (\w+)", README)):
        assert f"./bot {word}" in listed


def test_the_files_that_the_readme_names_are_there() -> None:
    for name in re.findall(r"`((?:data|clinical|examples|tests|web)/[\w./-]*)`", README):
        assert (ROOT / name).exists(), name
