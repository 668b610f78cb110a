"""Stated times fall in their band, and unclear ones are asked."""

from __future__ import annotations

import pytest
from rasa.core.agent import Agent

from bench.cases import BLIND, FINAL, MENDED, onset_cases, recurring_cases
from bench.nlu import in_the_right_band, measure_onset, measure_recurring, recurring_right, rightly_asked
from tests.talking import Run


# "Three days" and "a week ago", which the blind part wants asked, stand on a border: the longer band is taken.
@pytest.mark.parametrize(("part", "right", "asked"), [(BLIND, 0.94, 0.55), (FINAL, 0.95, 0.85), (MENDED, 0.95, 0.85)])
def test_stated_durations_are_in_their_band(bot: Agent, run: Run, part: str, right: float, asked: float) -> None:
    results = run(measure_onset(bot, onset_cases(part)))
    wrong = [(case.band, got, case.text) for case, got in results if got != case.band]
    assert in_the_right_band(results).value >= right, wrong
    assert rightly_asked(results).value >= asked, wrong


@pytest.mark.parametrize("part", [BLIND, FINAL, MENDED])
def test_recurrence_is_heard_when_it_is_said(bot: Agent, run: Run, part: str) -> None:
    results = run(measure_recurring(bot, recurring_cases(part)))
    wrong = [(case.recurring, got, case.text) for case, got in results if case.recurring != got]
    assert recurring_right(results).value >= 0.95, wrong
