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
        ("my wife is 62 and I'm 3 years younger", None),
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
        ("1950", "70_plus"),
        ("45 or 46", None),
        ("not telling", None),
        ("yes", None),
    ],
)
def test_an_age_that_was_asked_for(text: str, group: str | None) -> None:
    assert stated_age_group(text, YEAR, awaiting=True) == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("i was born in 48", "70_plus"),
        ("'55", "70_plus"),
        ("b 88", "18_49"),
        ("b. 1962", "50_69"),
        ("88 born", "18_49"),
        ("born in 05", "18_49"),
        ("born in 15", "under_18"),
        ("born january 5 1950", "70_plus"),
        ("born january 15", None),
        ("1955", "70_plus"),
        ("1963, september", "50_69"),
        ("the big five-oh comes in january, so 49 for now", "18_49"),
        ("year 10 so 14", "under_18"),
        ("so 10 minutes", None),
        ("1980", "18_49"),
        ("DOB 3/4/1971", "50_69"),
        ("born 01/02/1948", "70_plus"),
        ("01/02/1948", "70_plus"),
        ("nineteen fifty", "70_plus"),
        ("born in nineteen eighty two", "18_49"),
        ("born in the 80s", "18_49"),
        ("two thousand and five", "18_49"),
        ("thirdy five", "18_49"),
        ("fourty five", "18_49"),
        ("seven tea", None),
        ("3 score and ten", "70_plus"),
        ("three score and ten", "70_plus"),
        ("5 0", "50_69"),
        ("I'm 5'9", None),
        ("I'm 5 foot 2", None),
        ("I'm 5'9 and 45", "18_49"),
        ("she's 8 months pregnant", None),
        ("i'm 30, my son is 5", "18_49"),
        ("I'm 45 and my son is 12", "18_49"),
        ("my son is 5", None),
        ("my mom is 80", "70_plus"),
        ("my son is 5 and i am 45", "18_49"),
        ("18 to 49", "18_49"),
        ("18-49", "18_49"),
        ("50 to 69", "50_69"),
        ("50 - 69", "50_69"),
        ("between 50 and 60", "50_69"),
        ("between 60 and 70", "50_69"),
        ("over 70", "70_plus"),
        ("70+", "70_plus"),
        ("70 or older", "70_plus"),
        ("under 18", "under_18"),
        ("not under 18", "18_49"),
        ("not 70 yet", "50_69"),
        ("not yet 50", "18_49"),
        ("45, wait no I meant 75", "70_plus"),
        ("I'm 45, sorry 75", "70_plus"),
        ("45 no 75", "70_plus"),
        ("45 or 46", None),
        ("15", "under_18"),
        ("i'm 15", "under_18"),
        ("like i'm 90", None),
        ("walking like i'm 90 today", None),
        ("feel 90", None),
        ("i'm like 45", "18_49"),
        ("I have a 3 year old", None),
        ("pain is 8", None),
        ("seventeen", "under_18"),
        ("nineteen", "18_49"),
        ("i weigh 80 kilos", None),
        ("i am a 45 year old mom of a 5 year old", "18_49"),
        ("17 and a half", "under_18"),
        ("17 years old, male", "under_18"),
        ("almost 18", "under_18"),
        ("she is 15", "under_18"),
        ("my daughter is 34", "18_49"),
        ("born in 1950", "70_plus"),
        ("vitamin b 12", None),
        ("45 no health problems", "18_49"),
        ("I am 45 and take b12", "18_49"),
    ],
)
def test_years_ranges_sizes_and_other_peoples_ages_in_answer(text: str, group: str | None) -> None:
    assert stated_age_group(text, YEAR, awaiting=True) == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("i'm 34 with a 2 year old, back went out lifting her", "18_49"),
        ("i'm a mom of a 5 year old and my back hurts", None),
        ("since my son was born in 2020 my back hurts", None),
        ("i was born in 48", "70_plus"),
        ("I'm 45, wait no I meant 75", "70_plus"),
        ("I have a 3 year old", None),
        ("he is 72", "70_plus"),
        ("it's my husband, not me. he is 72", "70_plus"),
        ("she is 5 and i am 45", "18_49"),
        ("mri 3/4/2024", None),
        ("in 1980 i fell", None),
        ("i'm a 45 year old with back pain", "18_49"),
        ("I am 45 with a 10 year history", "18_49"),
        ("I'm 5'9", None),
        ("I'm 70 with 2 bad discs", "70_plus"),
        ("70 year old with back pain", "70_plus"),
        ("my back hurts, no fever, i am 72", "70_plus"),
        ("my mom. she is 80", "70_plus"),
        ("picked up my daughter. she is 5", None),
        ("I had a fall, 80 years old", "70_plus"),
        ("I hurt it with a 45 lb weight", None),
    ],
)
def test_years_and_other_peoples_ages_that_nobody_asked_for(text: str, group: str | None) -> None:
    assert stated_age_group(text, YEAR) == group


@given(st.integers(5, 110))
def test_every_age_is_read_alike(age: int) -> None:
    group = group_of(age)
    assert stated_age_group(str(age), YEAR, awaiting=True) == group
    assert stated_age_group(f"I am {age} years old", YEAR) == group
    assert stated_age_group(f"I'm {age}", YEAR) == group


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_read(text: str, awaiting: bool) -> None:
    assert stated_age_group(text, YEAR, awaiting) in (*AGE_GROUPS, None)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("I have 38 years", "18_49"),
        ("16, sophomore", "under_18"),
        ("29 no wait 30, had my bday last week", "18_49"),
        ("the big five oh", "50_69"),
        ("73 and my wife is 66", "70_plus"),
        ("sixty nine, seventy come Christmas", "50_69"),
        ("born december 1976 so not fifty just yet", "18_49"),
        ("I'm 5 foot 9 and weigh 190, 58 yrs", "50_69"),
        ("Octogenarian!", "70_plus"),
        ("turning 70 in May", "50_69"),
        ("3 weeks off turning 50", "18_49"),
        ("not a day over 21. ok ok, 58", "50_69"),
        ("my back has been bad for 30 years", None),
        ("10, it hurts", None),
    ],
)
def test_an_age_told_with_other_numbers(text: str, group: str | None) -> None:
    assert stated_age_group(text, YEAR, awaiting=True) == group
