"""The summary that a patient reads out, and why the clinic is named."""

from __future__ import annotations

import string
from datetime import timedelta

import pytest
from hypothesis import given

from tests.patients import (
    NOW,
    ROOT,
    TABLE,
    WEEKS,
    answered_states,
    any_states,
    examples,
    healthy,
    hours_ago,
)
from triage.red_flags import PRESENT
from triage.state import NOT_SURE_WHETHER_RECURRING, ONSET_UNKNOWN, TriageState
from triage.summary import OutcomePhrases, load_outcome_phrases, summarise, why_clinic

PHRASES = load_outcome_phrases(ROOT / "data" / "triage" / "phrases.yml")


class Named(dict[str, str]):
    """Phrases that say only their name, and what is put into them."""

    def __missing__(self, name: str) -> str:
        inside = {"hours": "{hours}", "days": "{days}", "weeks": "{weeks}", "signs": "{signs}", "told": "{weeks}"}
        return f"<{name} {inside[name]}>" if name in inside else f"<{name}>"

    def __contains__(self, name: object) -> bool:
        return name in PHRASES.summary or name in PHRASES.reasons


NAMES = OutcomePhrases(Named(signs="<signs {why}>"), Named())
WEEK = 24 * 7


def summary(**changes: object) -> str:
    return summarise(TABLE, NAMES, healthy(**changes), NOW)


def why(**changes: object) -> str:
    return why_clinic(TABLE, NAMES, healthy(**changes), NOW, WEEKS)


def test_a_first_fresh_spasm() -> None:
    assert summary() == "<complaint>, <hours 6>, <first_time>, <no_danger_signs>, <age_18_49>."


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "<just_now>"),
        (0.4, "<just_now>"),
        (1, "<one_hour>"),
        (1.4, "<one_hour>"),
        (2, "<hours 2>"),
        (23, "<hours 23>"),
        (24, "<one_day>"),
        (35, "<one_day>"),
        (48, "<days 2>"),
        (13 * 24, "<days 13>"),
        (14 * 24, "<weeks 2>"),
        (70 * 24, "<weeks 10>"),
        (-5, "<just_now>"),
    ],
)
def test_when_it_began(hours: float, said: str) -> None:
    assert said in summary(onset=hours_ago(hours))


@pytest.mark.parametrize("onset", [None, ONSET_UNKNOWN])
def test_an_unknown_beginning(onset: str | None) -> None:
    assert "<onset_unknown>" in summary(onset=onset)


def test_the_hours_go_on_counting() -> None:
    later = summarise(TABLE, NAMES, healthy(), NOW + timedelta(hours=10))
    assert "<hours 16>" in later


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"patient": "other"}, "<complaint_other>"),
        ({"recurring": True}, "<recurring>"),
        ({"better_or_worse": "worse"}, "<course_worse>"),
        ({"age_group": "70_plus"}, "<age_70_plus>"),
        ({"signs": ("leg_pain",)}, "<signs pain that runs down one leg>"),
    ],
)
def test_what_else_was_said(changes: dict[str, object], said: str) -> None:
    assert said in summary(**changes)


def test_what_is_not_known_is_not_said() -> None:
    said = summary(recurring=None, age_group="not_sure", better_or_worse=None)
    assert "time>" not in said
    assert "<age" not in said
    assert "<course" not in said


def test_flags_are_named_even_where_they_bring_no_level() -> None:
    flags = {**healthy().red_flags, "blood_thinner": PRESENT}
    said = summary(red_flags=flags)
    assert TABLE.flags["blood_thinner"].said_back in said
    assert "<no_danger_signs>" not in said


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"better_or_worse": "worse", "recurring": True}, "<worse>"),
        ({"onset": hours_ago(2 * WEEK), "recurring": True}, "<told 2>"),
        ({"onset": hours_ago(2 * WEEK - 0.01)}, "<offered>"),
        ({"recurring": True, "onset": hours_ago(WEEK)}, "<recurring>"),
        ({"onset": hours_ago(WEEK)}, "<offered>"),
        ({"signs": ("leg_pain",)}, "<signs Pain down the leg is worth an evaluation.>"),
        ({"health_risks": "not_sure"}, "<not_sure>"),
        ({}, "<first_aid>"),
    ],
)
def test_why_the_clinic(changes: dict[str, object], reason: str) -> None:
    assert why(**changes) == reason


def test_the_weeks_are_the_clinics() -> None:
    six = type(WEEKS)(offer=3, tell=6)
    lasting = healthy(onset=hours_ago(5 * WEEK))
    assert why_clinic(TABLE, NAMES, lasting, NOW, six) == "<offered>"
    lasting = healthy(onset=hours_ago(6 * WEEK))
    assert why_clinic(TABLE, NAMES, lasting, NOW, six) == "<told 6>"


@examples(60)
@given(any_states | answered_states)
def test_the_clinics_own_phrases_always_do(state: TriageState) -> None:
    """Nothing is missing from data/triage/phrases.yml, and no brace is left open."""
    said = summarise(TABLE, PHRASES, state, NOW) + why_clinic(TABLE, PHRASES, state, NOW, WEEKS)
    assert not any(name for _, name, _, _ in string.Formatter().parse(said))
    assert said.count(".") >= 1


def test_who_does_not_remember_is_not_said_to_have_it_for_the_first_time() -> None:
    known, forgotten = healthy(recurring=False), healthy(recurring=False, explained=(NOT_SURE_WHETHER_RECURRING,))
    assert PHRASES.summary["first_time"] in summarise(TABLE, PHRASES, known, NOW)
    assert PHRASES.summary["first_time"] not in summarise(TABLE, PHRASES, forgotten, NOW)
