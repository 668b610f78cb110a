"""No danger is passed over, and plain talk is not taken for one: on phrasings that the bot never saw."""

from __future__ import annotations

from collections import Counter

import pytest
from rasa.core.agent import Agent

from bench.cases import MENDED, UNSEEN, flag_cases
from bench.nlu import FlagResult, acting_alone, caught, left_alone, measure_flags, not_escalated
from tests.talking import Run


@pytest.fixture(scope="module")
def results(bot: Agent, run: Run) -> dict[str, list[FlagResult]]:
    return {part: run(measure_flags(bot, flag_cases(part))) for part in (MENDED, UNSEEN)}


def missed(results: list[FlagResult]) -> str:
    return "\n".join(f"{r.case.flag}: {r.case.text}" for r in results if r.case.state == "present" and not r.acted_on)


@pytest.mark.parametrize(("part", "least"), [(MENDED, 0.99), (UNSEEN, 0.94)])
def test_signs_that_act_alone_are_acted_on(results: dict[str, list[FlagResult]], part: str, least: float) -> None:
    alone = acting_alone(results[part], True)
    share = caught(alone)
    assert share.total >= 300
    assert share.value >= least, f"{share}\n{missed(alone)}"


@pytest.mark.parametrize(("part", "least"), [(MENDED, 0.97), (UNSEEN, 0.94)])
def test_the_other_signs_are_acted_on(results: dict[str, list[FlagResult]], part: str, least: float) -> None:
    others = acting_alone(results[part], False)
    assert caught(others).value >= least, f"{caught(others)}\n{missed(others)}"


@pytest.mark.parametrize("part", [MENDED, UNSEEN])
def test_plain_denied_and_look_alike_messages_do_not_escalate(results: dict[str, list[FlagResult]], part: str) -> None:
    harmless = [r for r in results[part] if r.case.state != "present"]
    wrong = [f"{r.case.flag}: {r.case.text}" for r in harmless if r.escalated_wrongly]
    assert not_escalated(results[part]).value >= 0.98, "\n".join(wrong)


@pytest.mark.parametrize("part", [MENDED, UNSEEN])
def test_plain_messages_are_seldom_asked_about(results: dict[str, list[FlagResult]], part: str) -> None:
    assert left_alone(results[part]).value >= 0.92


def test_every_flag_has_its_cases(results: dict[str, list[FlagResult]]) -> None:
    """At least 40 of a flag that acts alone, in both parts together."""
    every = [*results[MENDED], *results[UNSEEN]]
    counts = Counter(r.case.flag for r in acting_alone(every, True))
    assert len(counts) == 15
    assert min(counts.values()) >= 40, counts
