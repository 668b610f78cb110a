"""The line protocol of the contract."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent

from commands import converse
from commands.converse import LineError, reply_to
from tests.talking import Run

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = {
    "sender",
    "message",
    "intent",
    "confidence",
    "red_flags",
    "asking",
    "options",
    "responses",
    "messages",
    "slots",
    "disposition",
}
SPASM = "bent down to tie my shoe and my back locked up"


@pytest.fixture
def say(bot: Agent, run: Run, request: pytest.FixtureRequest) -> Callable[..., dict[str, Any]]:
    """Sends a message in this test's own conversation, and gives the object it gets."""

    def say(message: str, **more: str) -> dict[str, Any]:
        return run(reply_to(bot, json.dumps({"sender": request.node.name, "message": message, **more})))

    return say


@pytest.fixture
def talk(bot: Agent, run: Run) -> Callable[[str], list[dict[str, Any]]]:
    """Sends lines as they are, and gives the lines that come out."""

    def talk(lines: str) -> list[dict[str, Any]]:
        output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        run(converse._converse(bot, io.StringIO(lines), output))
        output.seek(0)
        return [json.loads(line) for line in output.read().split("\n")[:-1]]

    return talk


def test_an_answer_has_the_keys_of_the_contract(say: Callable[..., dict[str, Any]]) -> None:
    result = say(SPASM)
    assert set(result) == CONTRACT
    assert result["message"] == SPASM
    assert result["intent"] == "report_spasm"
    assert isinstance(result["confidence"], float)
    assert result["red_flags"] == {"present": [], "denied": [], "unsure": []}
    assert result["asking"] == "emergency_signs"
    assert set(result["options"][0]) == {"title", "payload"}
    assert len(result["messages"]) == len(result["responses"]) == 2
    assert result["slots"]["onset"] is None
    assert result["disposition"] is None


def test_the_red_flags_are_those_of_the_whole_conversation(say: Callable[..., dict[str, Any]]) -> None:
    say("my back hurts, no fever")
    flags = say("and I can't pee")["red_flags"]
    assert flags["present"] == ["urinary_retention"]
    assert flags["denied"] == ["fever"]


def test_an_options_payload_as_message_is_pressing_it(say: Callable[..., dict[str, Any]]) -> None:
    options = say(SPASM)["options"]
    none = next(o["payload"] for o in options if "none" in o["payload"])
    assert say(none)["asking"] == "nerve_signs"


def test_chosen_payloads_are_joined_by_commas(say: Callable[..., dict[str, Any]]) -> None:
    options = {o["payload"] for o in say(SPASM)["options"]}
    chosen = [p for p in sorted(options) if "collapse" in p or "chest_pain" in p]
    assert set(say(",".join(chosen))["red_flags"]["present"]) == {"chest_pain", "collapse"}


def test_days_pass_by_at(say: Callable[..., dict[str, Any]]) -> None:
    at = "2026-11-16T10:00:00-07:00"
    for message in (SPASM, "none", "none", "30", "none", "today", "first time"):
        result = say(message, at=at)
    assert result["disposition"] == "self_care"
    assert say("hi", at="2026-11-24T10:00:00-07:00")["asking"] == "better_or_worse"


def test_a_time_without_a_zone_is_utc(say: Callable[..., dict[str, Any]]) -> None:
    result = say("my back locked up two hours ago", at="2026-11-16T17:00:00")
    assert result["slots"]["onset"].startswith("2026-11-16T15:00:00")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("hello", "not JSON"),
        ("{", "not JSON"),
        ('["sender", "message"]', "not an object"),
        ("null", "not an object"),
        ('{"message": "hi"}', "'sender'"),
        ('{"sender": "", "message": "hi"}', "'sender'"),
        ('{"sender": 3, "message": "hi"}', "'sender'"),
        ('{"sender": "p"}', "'message'"),
        ('{"sender": "p", "message": null}', "'message'"),
        ('{"sender": "p", "message": "hi", "at": "soon"}', "'at'"),
        ('{"sender": "p", "message": "hi", "at": 5}', "'at'"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_line_that_is_no_message_is_named(bot: Agent, run: Run, line: str, problem: str) -> None:
    with pytest.raises(LineError, match=problem):
        run(reply_to(bot, line))


def test_after_a_bad_line_the_process_goes_on(talk: Callable[[str], list[dict[str, Any]]]) -> None:
    lines = ['{"sender": "goes on", "message": "hello"}', "nonsense", '{"sender": "goes on", "message": "thanks"}']
    first, bad, last = talk("\n".join(lines) + "\n")
    assert first["responses"] == ["utter_greet"]
    assert set(bad) == {"error"}
    assert last["responses"] == ["utter_thanks"]


def test_every_line_gets_one_line(talk: Callable[[str], list[dict[str, Any]]]) -> None:
    assert len(talk('\n{"sender": "p", "message": "two\\nlines"}\n{}\n')) == 3


def test_a_last_line_without_an_end_is_answered(talk: Callable[[str], list[dict[str, Any]]]) -> None:
    (answered,) = talk('{"sender": "no newline", "message": "hello"}')
    assert answered["responses"] == ["utter_greet"]


@pytest.mark.parametrize("message", ["\\ud800 my back", "\\u0000", "😭", "ça va", "\\u2028"])
def test_odd_characters_do_not_end_the_process(
    talk: Callable[[str], list[dict[str, Any]]], message: str
) -> None:
    answered, after = talk(
        f'{{"sender": "odd {message}", "message": "{message}"}}\n{{"sender": "after", "message": "hello"}}\n'
    )
    assert answered["messages"]
    assert after["responses"] == ["utter_greet"]


def test_senders_are_separate_conversations(talk: Callable[[str], list[dict[str, Any]]]) -> None:
    one, other = talk(
        '{"sender": "one", "message": "I can\'t pee"}\n{"sender": "the other", "message": "hello"}\n'
    )
    assert one["disposition"] == "go_to_er"
    assert other["disposition"] is None


def test_what_is_deleted_is_gone(say: Callable[..., dict[str, Any]], bot: Agent, run: Run, request: Any) -> None:
    say(SPASM)
    assert say("delete this conversation")["responses"] == ["utter_deleted"]
    assert run(bot.tracker_store.retrieve(request.node.name)) is None


def test_standard_output_holds_only_replies() -> None:
    """Whatever else prints, even from below Python, goes to standard error."""
    program = (
        "import os, sys\n"
        "from commands.converse import _only_replies_on_stdout\n"
        "output = _only_replies_on_stdout()\n"
        "print('noise'); sys.stdout.flush(); os.write(1, b'more noise\\n')\n"
        "print('{}', file=output, flush=True)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "{}\n"
    assert "noise" in done.stderr and "more noise" in done.stderr
