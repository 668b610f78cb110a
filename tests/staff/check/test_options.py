"""What options may answer."""

from __future__ import annotations

from staff.check.contract import contract
from staff.check.options import flags_to_confirm, known_answers
from staff.check.project import Project
from tests.patients import OPTIONS
from tests.staff.check.copied import ROOT

ANSWERS = known_answers(Project(ROOT))


def test_the_answers_are_those_that_the_triage_knows() -> None:
    for question, answers in OPTIONS.items():
        assert set(answers) <= set(ANSWERS[question]), question


def test_the_tick_lists_ask_about_the_flags_of_the_contract() -> None:
    for question, flags in contract().asked_in.items():
        assert set(ANSWERS[question]) == {*flags, "none", "not_sure"}


def test_every_flag_can_be_confirmed() -> None:
    assert set(flags_to_confirm(ANSWERS)) == set(contract().flags)
