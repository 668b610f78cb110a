"""What patients read in data/: easy, in its order, with a number for help, and never cut short.

The rules stand in staff/check; here the project is held to them, and the rules to the clinical brief.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.finding import Finding
from staff.check.must_say import Rule, broken, rules
from staff.check.project import Project
from staff.check.said import Said, answers
from staff.check.wording import below_a_question, hard, long_sentences
from staff.check.words import words
from staff.check.written_out import check as check_written_out
from triage.table import load_table

ROOT = Path(__file__).resolve().parent.parent
PROJECT = Project(ROOT)
TABLE = load_table(ROOT / "clinical")
RULES = {rule.rule: rule for rule in rules()}
SAID = list(answers(PROJECT))
MEASURED = [said for said in SAID if said.name not in words().not_measured]


def place(said: Said) -> str:
    return f"{said.name} {said.text.at.line}"


def answers_held_to(beginning: str) -> set[str]:
    """The answers that rules of this name are about."""
    return {answer for name, rule in RULES.items() if name.startswith(beginning) for answer in rule.answers}


def broken_rules(beginning: str) -> list[Finding]:
    """Where rules of this name are broken."""
    return [finding for name, rule in RULES.items() if name.startswith(beginning) for finding in broken(PROJECT, rule)]


def replies(*levels: str) -> set[str]:
    return {TABLE.levels[level].reply for level in levels}


@pytest.mark.parametrize("said", MEASURED, ids=place)
def test_the_wording_is_easy_to_read(said: Said) -> None:
    """Grade 6, in an emergency 5; short texts of a few hard words (a menu's line) may be one higher."""
    assert list(hard(said)) == []


@pytest.mark.parametrize("said", MEASURED, ids=place)
def test_no_sentence_is_longer_than_twenty_words(said: Said) -> None:
    assert list(long_sentences(said)) == []


@pytest.mark.parametrize("said", SAID, ids=place)
def test_nothing_stands_below_a_question(said: Said) -> None:
    """After a response's last question there is at most how to answer it."""
    assert list(below_a_question(said)) == []


def test_the_numbers_are_those_of_the_brief() -> None:
    held = words()
    assert (held.grade, held.emergency_grade, held.longest_sentence) == (6, 5, 20)
    assert replies("crisis_line", "call_911", "go_to_er") <= held.emergency_lines
    assert held.not_measured == {"utter_spanish"}


def test_an_outcome_says_back_then_advises_then_gives_the_reason() -> None:
    held = answers_held_to("said back")
    assert held == replies("see_doctor_soon", "see_doctor_today", "go_to_er", "call_911")
    assert broken_rules("said back") == []


def test_an_outcome_says_what_to_watch_for() -> None:
    held = answers_held_to("what to watch for")
    assert held == replies("see_doctor_soon", "see_doctor_today", "call_clinic", "self_care")
    assert broken_rules("what to watch for") == []


def test_beside_the_advice_stand_the_disclaimer_and_a_number() -> None:
    told = {level.reply for level in TABLE.levels.values()} - {"utter_not_for_bot"}
    assert answers_held_to("disclaimer and number") == told
    assert broken_rules("disclaimer and number") == []


def test_where_the_bot_cannot_help_it_names_911() -> None:
    assert {"utter_unclear_again", "utter_vague_worry", "utter_safe", "utter_human"} <= answers_held_to("911 where")
    assert broken_rules("911") == []


def test_where_a_person_is_needed_the_number_is_given() -> None:
    assert {"utter_unclear_again", "utter_human", "utter_safe"} <= answers_held_to("the number where")
    assert broken_rules("the number where") == []


def test_after_hours_the_patient_is_told_who_to_call() -> None:
    """Whoever is sent to the clinic's phone is also told whom to turn to when it is closed and cannot wait."""
    assert {"utter_call_clinic", "utter_human", "utter_phone", "utter_hours"} <= answers_held_to("who to call after")
    assert broken_rules("who to call after") == []


def test_who_is_sent_to_the_clinic_gets_its_number_its_hours_and_what_to_say() -> None:
    assert answers_held_to("what to say on the phone") == {"utter_call_clinic"}
    assert broken_rules("what to say on the phone") == []


def test_in_spanish_stand_the_emergency_line_and_the_number() -> None:
    assert answers_held_to("the emergency line in Spanish") == {"utter_spanish"}
    assert broken_rules("the emergency line in Spanish") == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.rule)
def test_a_rule_is_about_answers_that_are_there(rule: Rule) -> None:
    assert set(rule.answers) <= set(PROJECT.data.responses)


def test_no_doses_no_promises_and_no_clinic_written_out() -> None:
    assert list(check_written_out(PROJECT)) == []
