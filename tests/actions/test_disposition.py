"""Telling the outcome."""

from __future__ import annotations

import pytest
from hypothesis import given

from actions.disposition import ActionDisposition
from tests.actions.talk import Done, run
from tests.patients import (
    NOW,
    TABLE,
    WEEKS,
    answered_states,
    cared_for,
    examples,
    healthy,
    hours_ago,
)
from triage.disposition import decide
from triage.red_flags import PRESENT
from triage.state import TriageState
from triage.table import rank

WEEK = 24 * 7
FIRST_STEP = ["utter_first_aid_intro", "utter_step_lie_down"]


def told(**changes: object) -> Done:
    return run(ActionDisposition(), healthy(**changes))


def test_its_name() -> None:
    assert ActionDisposition().name() == "action_disposition"


def test_a_fresh_first_spasm_is_self_care_and_the_first_step() -> None:
    done = told()
    assert done.said == ["utter_self_care", *FIRST_STEP]
    assert done.slots["disposition"] == "self_care"
    assert done.slots["triaged"] is True
    assert done.slots["first_aid_step"] == "lie_down"


def test_the_summary_and_the_reason_are_filled_in_and_kept() -> None:
    done = told(recurring=True)
    filled = done.filled["utter_call_clinic"]
    assert filled["summary"] == done.slots["summary"]
    assert filled["reason"] == done.slots["reason"]
    assert filled["summary"]
    assert filled["reason"]


def test_fresh_and_recurring_gets_the_number_and_the_first_aid() -> None:
    assert told(recurring=True).said == ["utter_call_clinic", *FIRST_STEP]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (71.99, ["utter_call_clinic", *FIRST_STEP]),
        (72, ["utter_call_clinic"]),
        (2 * WEEK, ["utter_call_clinic"]),
        (4 * WEEK - 0.01, ["utter_call_clinic"]),
        (4 * WEEK, ["utter_call_clinic", "utter_see_a_doctor_too"]),
    ],
)
def test_what_the_clinics_number_comes_with(hours: float, said: list[str]) -> None:
    assert told(recurring=True, onset=hours_ago(hours)).said == said


def test_the_weeks_after_which_a_doctor_should_look_are_named() -> None:
    done = told(onset=hours_ago(6 * WEEK))
    assert done.filled["utter_see_a_doctor_too"] == {"doctor_after_weeks": TABLE.doctor_after_weeks}


@pytest.mark.parametrize(
    ("hours", "level"),
    [(3 * 24, "self_care"), (WEEK - 0.01, "self_care"), (WEEK, "call_clinic"), (3 * WEEK, "call_clinic")],
)
def test_pain_that_lasts(hours: float, level: str) -> None:
    assert told(onset=hours_ago(hours)).slots["disposition"] == level


def test_what_got_worse_gets_no_more_steps() -> None:
    # Worse is where the first aid stops (clinical brief, section 5).
    assert told(better_or_worse="worse").said == ["utter_call_clinic"]


def test_a_ground_of_its_own_is_the_reason() -> None:
    done = told(signs=("leg_pain",))
    assert done.slots["reason"] == "Pain down the leg is worth an evaluation."


def test_an_open_question_gets_the_safe_message() -> None:
    done = told(health_risks=None)
    assert (done.said, done.slots) == (["utter_safe"], {})


def test_with_no_answers_at_all_it_is_the_safe_message() -> None:
    assert run(ActionDisposition(), TriageState()).said == ["utter_safe"]


@pytest.mark.parametrize("flag", ["urinary_retention", "chest_pain", "self_harm", "fever"])
def test_a_danger_that_was_overlooked_is_told_here_too(flag: str) -> None:
    state = healthy(red_flags={**healthy().red_flags, flag: PRESENT})
    done = run(ActionDisposition(), state)
    level = TABLE.flags[flag].disposition
    assert level is not None
    assert done.said == [TABLE.levels[level].reply]
    assert done.slots["disposition"] == level
    # The reply says back what was understood, and why.
    assert done.slots["reason"] == TABLE.flags[flag].why


def test_what_was_told_is_not_lowered() -> None:
    done = run(ActionDisposition(), cared_for(disposition="see_doctor_today", reason="…"))
    assert done.slots["disposition"] == "see_doctor_today"
    assert "utter_step_lie_down" not in done.said


@examples(50)
@given(answered_states)
def test_complete_answers_get_one_outcome_and_its_reply(state: TriageState) -> None:
    level = decide(TABLE, state, NOW, WEEKS)
    done = run(ActionDisposition(), state)
    assert level is not None
    assert done.said[0] == TABLE.levels[level].reply
    assert done.slots["disposition"] == level
    replies = {entry.reply for entry in TABLE.levels.values()}
    assert len(replies & set(done.said)) == 1
    if rank(level) > rank("call_clinic") or level == "not_for_bot":
        assert len(done.said) == 1 + ("utter_see_a_doctor_too" in done.said)
