"""The tables that a clinician signs: complete, as the brief says, and spoken of with existing responses.

What is right stands in staff/check, where staff are told of it; here the project is held to it.
"""

from __future__ import annotations

from types import ModuleType

import pytest

from staff.check import buttons, clinical, conditions, contract, questions, responses, schema_form, written_out
from staff.check.contract import contract as held
from staff.check.project import Project
from staff.check.said import Said, reasons
from staff.check.wording import hard, long_sentences
from tests.patients import OPTIONS, ROOT, TABLE
from triage.absorb import COURSES
from triage.ages import AGE_GROUPS
from triage.onset import BANDS
from triage.state import FORM_QUESTIONS
from triage.summary import load_outcome_phrases
from triage.table import DISPOSITIONS, TICK_LISTS

PROJECT = Project(ROOT)
FLAGS = held().flags
RULES = [buttons, clinical, conditions, contract, questions, responses, schema_form, written_out]


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: rules.__name__)
def test_the_project_keeps_the_rules(rules: ModuleType) -> None:
    assert [str(finding) for finding in rules.check(PROJECT)] == []


# --- the contract and the code -------------------------------------------------------------------


def test_the_codes_names_are_the_contracts() -> None:
    assert held().dispositions == DISPOSITIONS
    assert {*FORM_QUESTIONS, "cold_heat_cautions", "better_or_worse"} == set(held().questions)
    assert set(held().asked_in) == set(TICK_LISTS)
    assert held().bands == BANDS


def test_the_flags_are_the_contracts() -> None:
    assert set(TABLE.flags) == set(FLAGS)


@pytest.mark.parametrize("flag", FLAGS)
def test_a_flag_sends_where_the_brief_says(flag: str) -> None:
    assert (TABLE.flags[flag].disposition or "none") == FLAGS[flag]
    assert TABLE.flags[flag].acts_alone is (flag in held().acts_alone)


@pytest.mark.parametrize("flag", FLAGS)
def test_a_flag_is_asked_in_its_list(flag: str) -> None:
    assert (TABLE.flags[flag].asked_in or "none") == held().list_of(flag)


def test_the_nerve_signs_are_those_of_their_list() -> None:
    assert set(TABLE.groups["nerve_sign"]) == set(held().asked_in["nerve_signs"])


def test_unsure_signs_go_where_the_brief_says() -> None:
    assert {question: rule.disposition for question, rule in TABLE.unsure.items()} == dict(held().unsure)


def test_a_corrected_emergency_is_still_seen_today() -> None:
    assert TABLE.corrected_emergency == held().corrected_emergency == "see_doctor_today"
    assert 4 <= TABLE.doctor_after_weeks <= 6


def test_advice_is_what_the_contract_says() -> None:
    assert set(held().advice_topics) <= TABLE.advice_topics


# --- words ---------------------------------------------------------------------------------------


def test_the_phrases_of_the_outcome_are_complete() -> None:
    phrases = load_outcome_phrases(ROOT / "data" / "triage" / "phrases.yml")
    assert {f"age_{group}" for group in AGE_GROUPS} <= set(phrases.summary)
    assert {f"course_{course}" for course in COURSES} <= set(phrases.summary)


@pytest.mark.parametrize(
    "said", [pytest.param(said, id=said.name) for said in reasons(PROJECT) if said.kind == "reason"]
)
def test_a_reason_is_easy_to_read(said: Said) -> None:
    assert [*hard(said), *long_sentences(said)] == []


def test_the_cautions_on_offer_are_the_tables() -> None:
    assert set(TABLE.cautions) | {"none"} == set(OPTIONS["cold_heat_cautions"])
