"""Personal data is masked; everything that triage needs stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasa_parts.personal_data import MASK, mask

PHONES = [
    "(406) 555-0123",
    "406-555-0123",
    "406.555.0123",
    "406 555 0123",
    "4065550123",
    "+1 406 555 0123",
    "1-406-555-0123",
    "406 - 555 - 0123",
    "406\u2011555\u20110123",
    "555-0123",
    "4 0 6 5 5 5 0 1 2 3",
    "+44 20 7946 0958",
    "+442079460958",
    "0044 20 7946 0958",
    "020 7946 0958",
    "07700 900123",
]
OTHERS = [
    "jo@example.com",
    "jo.smith+back@mail.example.co.uk",
    "jo @ example.com",
    "jo at example dot com",
    "jo (at) example (dot) org",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111111111111111",
    "378282246310005",
    "123-45-6789",
    "123 45 6789",
]
KEPT = [
    "it began 3 days ago",
    "for 10-12 weeks, on and off since 2019-2021",
    "since 2026-11-20 14:30",
    "on 11/20/2026 at 2:30 pm",
    "20.11.2026",
    "2026-11-20T14:30:00+00:00",
    "I am 45, my mom is 82",
    "should I call 911 or 988?",
    "call 911, my pain is 10/10",
    "blood pressure 120/80, then 130-85",
    "fever of 100.4 F, 38.0 C",
    "L4-L5 and L5-S1",
    "took 400-1200 mg",
    "1 2 3 4 5 6 7",
    "2 and 4",
    "I walk 10000 steps",
    "4111 1111 1111 1112",
    '/answer{"age_group": "18-49"}',
    '/answer{"onset": "3d-1w"},/answer{"onset": ">2w"}',
    "look at my back dot",
    "",
]


@pytest.mark.parametrize("data", PHONES + OTHERS)
def test_personal_data_is_masked_wherever_it_stands(data: str) -> None:
    assert mask(data) == MASK
    assert (
        mask(f"Reach me: {data}, my back hurts since 3 days.")
        == f"Reach me: {MASK}, my back hurts since 3 days."
    )


@pytest.mark.parametrize(
    "written", ["ssn 123456789", "SSN: 123456789", "my social security number is 123456789"]
)
def test_nine_digits_are_masked_where_they_are_called_a_social_security_number(
    written: str,
) -> None:
    assert mask(written) == written.removesuffix("123456789") + MASK


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_personal_data_stays(text: str) -> None:
    assert mask(text) == text


@given(st.text())
def test_masking_again_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(
    st.integers(200, 999),
    st.integers(200, 999),
    st.integers(0, 9999),
    st.sampled_from(
        ["({}) {}-{}", "{}-{}-{}", "{} {} {}", "{}.{}.{}", "{}{}{}", "+1{}{}{}", "1 {} {} {}"]
    ),
    st.text(alphabet="abc ,!", max_size=5),
)
def test_no_ten_digit_number_gets_through(
    area: int, exchange: int, line: int, shape: str, around: str
) -> None:
    number = shape.format(area, exchange, f"{line:04}")
    assert not any(character.isdigit() for character in mask(f"{around}{number}{around}"))


@given(
    st.integers(1, 120),
    st.sampled_from(["hours", "days", "weeks", "years old", "mg", "%"]),
    st.integers(1, 120),
)
def test_amounts_and_durations_stay(first: int, unit: str, second: int) -> None:
    text = f"{first}-{second} {unit}, {first} {unit} and {second}"
    assert mask(text) == text


@given(
    st.dates(), st.sampled_from(["%Y-%m-%d", "%m/%d/%Y", "%d.%m.%Y", "%m-%d-%Y", "%Y-%m-%d %H:%M"])
)
def test_dates_stay(day: object, shape: str) -> None:
    assert hasattr(day, "strftime")
    text = f"since {day.strftime(shape)} until today"
    assert mask(text) == text
