"""Where an answer leads, as the triage itself says."""

from __future__ import annotations

import pytest

from staff.triage_map.walk import End, NoEndError, end_of_answer, end_of_return, healthy_end, level_alone
from tests.patients import CLINIC, OPTIONS, TABLE


@pytest.mark.parametrize(
    ("question", "value", "end"),
    [
        ("emergency_signs", "chest_pain", End("call_911", "emergency_signs")),
        ("emergency_signs", "not_sure", End("see_doctor_today", "health_risks")),
        ("nerve_signs", "incontinence", End("go_to_er", "nerve_signs")),
        ("nerve_signs", "not_sure", End("go_to_er", "nerve_signs")),
        ("nerve_signs", "leg_weakness", End("see_doctor_today", "health_risks")),
        ("age_group", "under_18", End("not_for_bot", "age_group")),
        ("health_risks", "fever", End("see_doctor_today", "health_risks")),
        ("health_risks", "blood_thinner", End("self_care", "recurring")),
        ("onset", "over_2_weeks", End("call_clinic", "recurring")),
        ("recurring", "yes", End("call_clinic", "recurring")),
        ("recurring", "no", End("self_care", "recurring")),
    ],
)
def test_an_answer_leads_where_the_triage_leads(question: str, value: str, end: End) -> None:
    assert end_of_answer(TABLE, CLINIC, OPTIONS, question, value) == end


def test_a_patient_without_any_sign_ends_with_first_aid() -> None:
    assert healthy_end(TABLE, CLINIC, OPTIONS).disposition == "self_care"


def test_a_patient_who_comes_back_is_triaged_again() -> None:
    levels = {"better": "self_care", "same": "self_care", "worse": "call_clinic", "new": "call_clinic"}
    assert {course: end_of_return(TABLE, CLINIC, OPTIONS, course).disposition for course in levels} == levels


def test_a_flag_by_itself() -> None:
    assert level_alone(TABLE, "self_harm") == "crisis_line"
    assert level_alone(TABLE, "fragile_bones") is None


def test_an_answer_that_is_none_has_no_end() -> None:
    with pytest.raises(NoEndError, match="nonsense"):
        end_of_answer(TABLE, CLINIC, OPTIONS, "recurring", "nonsense")
