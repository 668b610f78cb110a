"""Stated times fall in their band, and unclear ones are asked."""

from __future__ import annotations

import pytest
from rasa.core.agent import Agent

from bench.cases import BLIND, onset_cases, recurring_cases
from bench.nlu import in_the_right_band, measure_onset, measure_recurring, recurring_right, rightly_asked
from tests.talking import Run


@pytest.mark.parametrize("part", [BLIND])
def test_stated_durations_are_in_their_band(bot: Agent, run: Run, part: str) -> None:
    results = run(measure_onset(bot, onset_cases(part)))
    wrong = [(case.band, got, case.text) for case, got in results if got != case.band]
    assert in_the_right_band(results).value >= 0.94, wrong
    # "Three days" and "a week ago" stand on a border: they are taken for the longer band.
    assert rightly_asked(results).value >= 0.55, wrong


@pytest.mark.parametrize("part", [BLIND])
def test_recurrence_is_heard_when_it_is_said(bot: Agent, run: Run, part: str) -> None:
    results = run(measure_recurring(bot, recurring_cases(part)))
    wrong = [(case.recurring, got, case.text) for case, got in results if case.recurring != got]
    assert recurring_right(results).value >= 0.95, wrong
