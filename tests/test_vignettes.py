"""Plays the vignettes in tests/vignettes/ with the trained bot; their README says how to write one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from commands.converse import reply_to
from staff.publish.courses import Course, vignettes
from staff.publish.play import play
from staff.publish.verdict import EMERGENCY
from tests.talking import ROOT, Run
from triage.table import DISPOSITIONS

if TYPE_CHECKING:
    from rasa.core.agent import Agent

VIGNETTES = vignettes(ROOT)


@pytest.fixture(scope="module")
def talk(bot: Agent, run: Run) -> Callable[[str, str, datetime], dict[str, Any]]:
    """Says something to the bot by the contract's line protocol, as `./bot publish` does."""
    def say(sender: str, message: str, at: datetime) -> dict[str, Any]:
        line = json.dumps({"sender": sender, "message": message, "at": at.isoformat()})
        answer: dict[str, Any] = run(reply_to(bot, line))
        return answer

    return say


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: vignette.title)
def test_vignette(vignette: Course, talk: Callable[[str, str, datetime], dict[str, Any]]) -> None:
    assert vignette.disposition in DISPOSITIONS
    played = play(vignette, talk, vignette.title)
    assert played.stopped is None
    assert played.disposition == vignette.disposition, "\n".join(played.transcript())


def test_no_two_vignettes_have_the_same_name() -> None:
    names = [vignette.name for vignette in VIGNETTES]
    assert sorted(set(names)) == sorted(names)


def test_every_outcome_has_its_vignettes() -> None:
    outcomes = [vignette.disposition for vignette in VIGNETTES]
    assert set(outcomes) == set(DISPOSITIONS)
    assert sum(outcome in EMERGENCY for outcome in outcomes) >= 10
