"""`./bot try` explains one conversation in the terminal, or as JSON."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING

import pytest

from commands.problem import Problem
from rasa_parts.answering import Option, Reply
from rasa_parts.bot_message import BotMessage

if TYPE_CHECKING:
    from rasa.core.agent import Agent

# A word of the language, so it cannot be imported by its name.
command = importlib.import_module("commands.try")
REPLY = Reply((BotMessage("Any of these?"),), (Option("None of these", "/none"), Option("Not sure", "/not_sure")))


@pytest.fixture
def loaded(bot: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "load", lambda: bot)
    monkeypatch.setattr(command, "be_quiet", lambda: None)


@pytest.mark.usefixtures("loaded")
def test_it_tells_each_message_in_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["my back went again", "[none of these]"]) == 0
    said = capsys.readouterr().out
    assert "The patient writes: my back went again" in said
    assert "The patient presses: None of these" in said
    assert said.count("What decides") == 2
    assert "data/triage/questions.yml:" in said
    assert "\033" not in said


@pytest.mark.usefixtures("loaded")
def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--json", "I can't pee"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["disposition"] == "go_to_er"
    assert told["signs"][0]["name"] == "urinary_retention"
    assert told["decisions"][0]["policy"] == "SafetyPolicy"
    assert told["answers"][0]["at"].startswith("data/triage/outcomes.yml:")


def test_an_option_is_pressed_by_its_title_in_brackets() -> None:
    assert command.pressed("[none of these]", REPLY) == "/none"
    assert command.pressed("none of these", REPLY) == "none of these"


@pytest.mark.parametrize("reply", [REPLY, None])
def test_an_option_that_is_not_offered_is_a_problem(reply: Reply | None) -> None:
    with pytest.raises(Problem, match=r"\[Not sure\]" if reply else "nothing"):
        command.pressed("[yes]", reply)
