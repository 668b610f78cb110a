"""Typed answers to the bot's questions are taken for what they say, and no stated sign for a no."""

from __future__ import annotations

import pytest
from rasa.core.agent import Agent

from bench.answers import AnswerResult, answer_cases, measure_answers, understood
from tests.talking import Run


@pytest.fixture(scope="module")
def results(bot: Agent, run: Run) -> list[AnswerResult]:
    measured: list[AnswerResult] = run(measure_answers(bot, answer_cases()))
    return measured


def test_most_answers_are_understood(results: list[AnswerResult]) -> None:
    assert understood(results).value >= 0.75, [(r.case, r.taken_for) for r in results if not r.understood]


def test_no_stated_or_open_sign_is_passed_over(results: list[AnswerResult]) -> None:
    flags = [r for r in results if r.case.question not in ("age_group", "recurring")]
    assert [(r.case, r.taken_for) for r in flags if r.passed_over] == []


def test_hardly_an_answer_escalates_wrongly(results: list[AnswerResult]) -> None:
    wrong = [(r.case, r.taken_for) for r in results if r.escalated_wrongly]
    assert len(wrong) <= 0.02 * len(results), wrong
