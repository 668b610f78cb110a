"""The age group in what a patient says, and in what is no age."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.ages import AGE_GROUPS, group_of, stated_age_group

YEAR = 2026


@pytest.mark.parametrize(
    ("age", "group"),
    [
        (0, "under_18"),
        (17, "under_18"),
        (18, "18_49"),
        (49, "18_49"),
        (50, "50_69"),
        (69, "50_69"),
        (70, "70_plus"),
        (110, "70_plus"),
    ],
)
def test_the_borders_of_the_groups(age: int, group: str) -> None:
    assert group_of(age) == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("I'm 15", "under_18"),
        ("I am 45", "18_49"),
        ("im 45 and my back is stuck", "18_49"),
        ("I am 50 years old", "50_69"),
        ("she is 80", "70_plus"),
        ("he's 15", "under_18"),
        ("68 y/o with a bad back", "50_69"),
        ("64yo female", "50_69"),
        ("a 72 year old man", "70_plus"),
        ("I'm sixty two", "50_69"),
        ("seventy two years old", "70_plus"),
        ("aged 55", "50_69"),
        ("age 55", "50_69"),
        ("just turned 70", "70_plus"),
        ("born in 1985", "18_49"),
        ("in my mid 60s", "50_69"),
        ("I'm in my seventies", "70_plus"),
    ],
)
def test_a_stated_age(text: str, group: str) -> None:
    assert stated_age_group(text, YEAR) == group


@pytest.mark.parametrize(
    "text",
    [
        "",
        "my back locked up",
        # pain, time, weight, heat
        "the pain is 8",
        "my pain is 8/10",
        "pain level is 9",
        "pain is 7 out of 10",
        "it's 10 times worse than yesterday",
        "it's 2 am",
        "it is 30 minutes ago",
        "I'm 12 days in",
        "I'm 70 percent better",
        "my back is 50 percent better",
        "my temperature is 101",
        "I weigh 80 kilos",
        "driving at 70",
        "I'm 6 feet tall",
        "I am 34 weeks pregnant",
        "almost 18 months ago",
        # one
        "I'm one of those people who sit all day",
        "this is one of the worst",
        "the pain is one side only",
        # others, and things
        "I have a 9 year old so I can't rest",
        "my son is 5 and I hurt my back lifting him",
        "lifting my 80 year old mother",
        "an 80 year old house",
        "my 15 year old back injury",
        "born in the 80s",
        "I feel like I'm 80",
        "when I was 12 I fell",
    ],
)
def test_what_is_no_age_of_the_patient(text: str) -> None:
    assert stated_age_group(text, YEAR) is None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("45", "18_49"),
        ("45, I think", "18_49"),
        ("forty five", "18_49"),
        ("over 70", "70_plus"),
        ("under 18", "under_18"),
        ("sixties", "50_69"),
        ("early 60s", "50_69"),
        ("retired", "70_plus"),
        ("teenager", "under_18"),
        ("1950", None),
        ("45 or 46", None),
        ("not telling", None),
        ("yes", None),
    ],
)
def test_an_age_that_was_asked_for(text: str, group: str | None) -> None:
    assert stated_age_group(text, YEAR, awaiting=True) == group


@given(st.integers(5, 110))
def test_every_age_is_read_alike(age: int) -> None:
    group = group_of(age)
    assert stated_age_group(str(age), YEAR, awaiting=True) == group
    assert stated_age_group(f"I am {age} years old", YEAR) == group
    assert stated_age_group(f"I'm {age}", YEAR) == group


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_read(text: str, awaiting: bool) -> None:
    assert stated_age_group(text, YEAR, awaiting) in (*AGE_GROUPS, None)
