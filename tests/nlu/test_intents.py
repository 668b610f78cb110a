"""Held-out phrasings are understood, also as people in pain type them."""

from __future__ import annotations

from collections import Counter

import pytest
from rasa.core.agent import Agent

from bench.cases import FINAL, UNSEEN, intent_cases
from bench.nlu import confusions, intent_f1, measure_intents, spoiled_cases
from tests.talking import Run

# So many intents have held-out phrasings.
MEASURED = 65


@pytest.mark.parametrize(("part", "least", "least_spoiled"), [(FINAL, 0.95, 0.90)])
def test_held_out_phrasings_are_understood(
    bot: Agent, run: Run, part: str, least: float, least_spoiled: float
) -> None:
    cases = intent_cases(part)
    results = run(measure_intents(bot, cases))
    assert intent_f1(results) >= least, confusions(results)[:20]
    assert intent_f1(run(measure_intents(bot, spoiled_cases(cases)))) >= least_spoiled


@pytest.mark.parametrize(("part", "least"), [(FINAL, 3), (UNSEEN, 8)])
def test_every_intent_has_held_out_phrasings(bot: Agent, part: str, least: int) -> None:
    counts = Counter(case.intent for case in intent_cases(part))
    assert bot.domain is not None
    not_typed = {"answer", "nlu_fallback", "back", "restart", "session_start"}
    shipped = {case.intent for held_out in (FINAL, UNSEEN) for case in intent_cases(held_out)}
    # Whoever adds a topic with `./bot new` need not hold phrasings out; what the bot ships with has them.
    assert shipped == set(counts)
    assert len(shipped) >= MEASURED
    assert shipped <= set(bot.domain.intents) - not_typed
    assert min(counts.values()) >= least, counts
