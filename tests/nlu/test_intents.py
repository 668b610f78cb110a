"""Held-out phrasings are understood, also as people in pain type them."""

from __future__ import annotations

import pytest
from rasa.core.agent import Agent

from bench.cases import IntentCase, intent_cases
from bench.nlu import IntentResult, confusions, intent_f1, measure_intents
from bench.robustness import spoiled
from tests.talking import Run


@pytest.fixture(scope="module")
def results(bot: Agent, run: Run) -> list[IntentResult]:
    return run(measure_intents(bot, intent_cases()))


def test_held_out_phrasings_are_understood(results: list[IntentResult]) -> None:
    assert intent_f1(results) >= 0.90, confusions(results)[:20]


def test_spoiled_phrasings_are_understood(bot: Agent, run: Run) -> None:
    cases = [IntentCase(spoiled(case.text), case.intent) for case in intent_cases()]
    assert intent_f1(run(measure_intents(bot, cases))) >= 0.85


def test_every_intent_has_held_out_phrasings(results: list[IntentResult], bot: Agent) -> None:
    counts = {intent: sum(r.case.intent == intent for r in results) for intent in {r.case.intent for r in results}}
    assert min(counts.values()) >= 8, counts
    assert bot.domain is not None
    trained = set(bot.domain.intents) - {"answer", "nlu_fallback", "back", "restart", "session_start"}
    assert trained <= set(counts)
