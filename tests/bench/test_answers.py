"""What an answer was taken for, against what it says."""

from __future__ import annotations

import pytest

from bench.answers import AnswerCase, AnswerResult, answer_cases, understood
from tests.patients import TABLE
from triage.ages import AGE_GROUPS
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import FORM_QUESTIONS, NOT_SURE_WHETHER_RECURRING, TriageState

PEE = "confirm_urinary_retention"


def result(question: str, says: str, **known: object) -> AnswerResult:
    return AnswerResult(AnswerCase(question, "…", says), TriageState(**known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "taken_for"),
    [
        (result("nerve_signs", "none", nerve_signs="none"), "none"),
        (result("nerve_signs", "unclear"), "unclear"),
        (result("nerve_signs", "both_legs", red_flags={"both_legs": PRESENT}), "both_legs"),
        (result(PEE, "yes", red_flags={"urinary_retention": PRESENT}), "yes"),
        (result(PEE, "no", red_flags={"urinary_retention": DENIED}), "no"),
        (result(PEE, "unclear", red_flags={"urinary_retention": UNSURE}), "unclear"),
        (result("recurring", "no", recurring=False), "no"),
        (result("recurring", "unclear", recurring=False, explained=(NOT_SURE_WHETHER_RECURRING,)), "unclear"),
        (result("age_group", "18_49", age_group="18_49"), "18_49"),
    ],
)
def test_what_it_was_taken_for_is_told_in_the_words_of_the_case(one: AnswerResult, taken_for: str) -> None:
    assert one.taken_for == taken_for and one.understood
    assert not one.passed_over and not one.escalated_wrongly


def test_a_stated_sign_that_is_asked_about_is_understood_and_one_taken_for_a_no_is_passed_over() -> None:
    assert result("nerve_signs", "both_legs", red_flags={"both_legs": UNSURE}).understood
    lost = result("nerve_signs", "both_legs", nerve_signs="none")
    assert lost.passed_over and not lost.understood
    assert result(PEE, "unclear", red_flags={"urinary_retention": DENIED}).passed_over


def test_a_sign_that_nobody_stated_is_a_wrong_escalation() -> None:
    wrong = result("health_risks", "none", red_flags={"fever": PRESENT})
    assert wrong.escalated_wrongly and str(understood([wrong])).endswith("0/1")


def test_the_held_out_answers_name_questions_and_answers_of_the_contract() -> None:
    for case in answer_cases():
        if case.question.startswith("confirm_"):
            assert case.question.removeprefix("confirm_") in TABLE.flags and case.says in ("yes", "no", "unclear")
        else:
            assert case.question in FORM_QUESTIONS
            known = {*AGE_GROUPS, "yes", "no", "none", "unclear", *TABLE.asked_in(case.question)}
            assert known.issuperset(case.says.split(",")), case
