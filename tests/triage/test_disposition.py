"""From what is known of a patient to one disposition: the table's levels, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.patients import (
    ASKED_LONE,
    EASING_SIGNS,
    EMERGENCIES,
    FLAGS,
    NOW,
    RAISING_SIGNS,
    TABLE,
    WEEKS,
    answered_states,
    any_states,
    examples,
    healthy,
    hours_ago,
    urgency,
)
from triage.disposition import (
    all_lone_signs_answered,
    answered,
    danger_level,
    dangers,
    decide,
    onset_moment,
    open_questions,
    time_level,
)
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import FORM_QUESTIONS, ONSET_UNKNOWN, TriageState
from triage.table import DISPOSITIONS, most_urgent, rank

NERVE_SIGNS = TABLE.groups["nerve_sign"]


def level_of(flags: str, said: str = "", age: str | None = None) -> str | None:
    return danger_level(
        TABLE,
        TriageState(
            red_flags=dict.fromkeys(flags.split(), PRESENT),
            signs=tuple(said.split()),
            age_group=age,
        ),
    )


def decided(state: TriageState) -> str | None:
    return decide(TABLE, state, NOW, WEEKS)


# --- flags together with others (clinical brief, section 3) --------------------------------------


@pytest.mark.parametrize(
    ("flags", "said", "level"),
    [
        *[(f"major_trauma {sign}", "", "call_911") for sign in NERVE_SIGNS],
        ("major_trauma", "neck_pain", "call_911"),
        ("major_trauma", "limb_numbness", "call_911"),
        ("incontinence", "long_standing_leak", "see_doctor_today"),
        ("sexual_change", "long_standing_sexual", "see_doctor_soon"),
        ("leg_weakness", "worsening_weakness", "go_to_er"),
        ("leg_weakness", "cannot_walk_weak", "go_to_er"),
        ("leg_weakness both_legs", "", "go_to_er"),
        ("fever infection_risk", "", "go_to_er"),
        *[(f"fever {sign}", "", "go_to_er") for sign in NERVE_SIGNS],
        ("fever", "stiff_neck", "go_to_er"),
        ("fever", "confusion", "go_to_er"),
        ("recent_spine_procedure fever", "", "go_to_er"),
        ("recent_spine_procedure leg_weakness", "", "go_to_er"),
        ("cancer_history weight_loss", "", "see_doctor_today"),
        ("cancer_history night_pain", "", "see_doctor_today"),
        ("cancer_history leg_weakness", "", "go_to_er"),
        ("weight_loss night_pain", "", "see_doctor_today"),
        ("fragile_bones", "minor_fall", "see_doctor_today"),
        ("fragile_bones", "strain", "see_doctor_today"),
        ("blood_thinner", "sudden_severe_pain", "go_to_er"),
        ("blood_thinner", "minor_fall", "go_to_er"),
        ("kidney_signs fever", "", "go_to_er"),
        ("kidney_signs", "vomiting", "go_to_er"),
        ("kidney_signs pregnancy", "", "go_to_er"),
        ("pregnancy", "pregnancy_emergency", "go_to_er"),
        ("pregnancy", "heavy_bleeding", "call_911"),
        ("clot_signs breathing_difficulty", "", "call_911"),
        ("clot_signs chest_pain", "", "call_911"),
        ("self_harm chest_pain", "", "crisis_line"),
        ("", "stuck_on_floor", "see_doctor_today"),
        ("", "stuck_on_floor alone", "call_911"),
        ("", "leg_pain", "call_clinic"),
        ("", "age_60_plus sudden_severe_pain", "go_to_er"),
        ("", "age_60_plus sudden_severe_pain belly_pain", "call_911"),
        ("", "age_70_plus minor_fall", "see_doctor_today"),
        ("", "age_70_plus strain", "see_doctor_today"),
        # What is no danger by itself.
        ("fragile_bones", "", None),
        ("blood_thinner", "", None),
        ("", "minor_fall strain sudden_severe_pain belly_pain", None),
        ("", "age_70_plus", None),
    ],
)  # fmt: skip
def test_flags_and_signs_together(flags: str, said: str, level: str | None) -> None:
    assert level_of(flags, said) == level


@pytest.mark.parametrize("sign", ["minor_fall", "strain"])
def test_past_70_a_small_fall_or_strain_is_seen_today(sign: str) -> None:
    assert level_of("", sign, "70_plus") == "see_doctor_today"
    assert level_of("", sign, "50_69") is None


def test_past_70_is_past_60_too() -> None:
    assert level_of("", "sudden_severe_pain", "70_plus") == "go_to_er"


@pytest.mark.parametrize("flag", FLAGS)
def test_under_18_is_referred_unless_it_is_an_emergency(flag: str) -> None:
    alone = level_of(flag)
    expected = alone if TABLE.is_locked(alone) else "not_for_bot"
    assert level_of(flag, age="under_18") == expected
    assert level_of(f"{flag} child") == expected


# --- a sign that stays unsure (section 4) --------------------------------------------------------


@pytest.mark.parametrize("flag", FLAGS)
def test_a_sign_left_unsure(flag: str) -> None:
    expected = None
    if TABLE.flags[flag].acts_alone:
        expected = "go_to_er" if flag in NERVE_SIGNS else "see_doctor_today"
    assert danger_level(TABLE, TriageState(red_flags={flag: UNSURE})) == expected


@pytest.mark.parametrize("flag", FLAGS)
def test_a_sign_that_is_being_asked_brings_nothing_yet(flag: str) -> None:
    assert danger_level(TABLE, TriageState(red_flags={flag: UNSURE}, confirm=(flag,))) is None


# --- time, and how it goes on --------------------------------------------------------------------

WEEK = 7 * 24.0


@pytest.mark.parametrize(
    ("hours", "level"),
    [
        (0, "self_care"),
        (71.99, "self_care"),
        (72, "self_care"),
        (WEEK - 0.01, "self_care"),
        (WEEK, "call_clinic"),
        (2 * WEEK, "call_clinic"),
        (200 * WEEK, "call_clinic"),
    ],
)
def test_pain_that_lasts_a_week_is_for_the_clinic(hours: float, level: str) -> None:
    assert decided(healthy(onset=hours_ago(hours))) == level


def test_the_clinic_sets_its_own_weeks() -> None:
    three = type(WEEKS)(offer=3, tell=4)
    assert time_level(healthy(onset=hours_ago(3 * WEEK - 0.01)), NOW, three) is None
    assert time_level(healthy(onset=hours_ago(3 * WEEK)), NOW, three) == "call_clinic"


def test_time_goes_on_while_the_patient_is_away() -> None:
    state = healthy(onset=hours_ago(6))
    later = NOW + timedelta(days=7) - timedelta(hours=6)
    assert decide(TABLE, state, later - timedelta(seconds=1), WEEKS) == "self_care"
    assert decide(TABLE, state, later, WEEKS) == "call_clinic"


def test_what_keeps_coming_back_is_for_the_clinic() -> None:
    assert decided(healthy(recurring=True)) == "call_clinic"


@pytest.mark.parametrize(
    ("course", "level"),
    [
        ("better", "self_care"),
        ("same", "self_care"),
        ("worse", "call_clinic"),
        ("new", "call_clinic"),
    ],
)
def test_the_course(course: str, level: str) -> None:
    assert decided(healthy(better_or_worse=course)) == level


def test_health_risks_that_stay_unsure_are_talked_over_with_the_clinic() -> None:
    assert decided(healthy(health_risks="not_sure")) == "call_clinic"


def test_an_unknown_onset_counts_as_fresh() -> None:
    assert onset_moment(healthy(onset=ONSET_UNKNOWN)) is None
    assert decided(healthy(onset=ONSET_UNKNOWN)) == "self_care"


# --- what is asked -------------------------------------------------------------------------------


def test_everything_is_asked_in_the_order_of_the_form() -> None:
    assert open_questions(TABLE, TriageState()) == list(FORM_QUESTIONS)


def test_what_was_said_is_not_asked_again() -> None:
    known = TriageState(onset=hours_ago(2), age_group="50_69")
    assert open_questions(TABLE, known) == [
        "emergency_signs",
        "nerve_signs",
        "health_risks",
        "recurring",
    ]


def test_one_denied_sign_answers_only_itself() -> None:
    state = TriageState(red_flags={"chest_pain": DENIED})
    assert not answered(TABLE, state, "emergency_signs")
    assert "emergency_signs" in open_questions(TABLE, state)


def test_the_time_changes_nothing_for_someone_who_must_see_a_doctor() -> None:
    state = TriageState(red_flags={"fever": PRESENT})
    assert open_questions(TABLE, state) == [
        "emergency_signs",
        "nerve_signs",
        "age_group",
        "health_risks",
    ]


def test_a_child_is_asked_for_emergencies_only() -> None:
    assert open_questions(TABLE, TriageState(age_group="under_18")) == [
        "emergency_signs",
        "nerve_signs",
    ]


# --- deciding ------------------------------------------------------------------------------------


def test_nothing_is_decided_while_questions_are_open() -> None:
    assert decided(TriageState()) is None
    assert decided(healthy(health_risks=None)) is None
    assert decided(healthy(confirm=("fever",))) is None


@pytest.mark.parametrize("flag", EMERGENCIES)
def test_an_emergency_holds_at_once(flag: str) -> None:
    state = TriageState(red_flags={flag: PRESENT}, confirm=("fever",))
    assert decided(state) == TABLE.flags[flag].disposition


def test_every_ground_is_kept_the_most_urgent_first() -> None:
    state = TriageState(red_flags={"fever": PRESENT, "weight_loss": PRESENT, "collapse": PRESENT})
    levels = [reason.disposition for reason in dangers(TABLE, state)]
    assert levels == ["call_911", "see_doctor_today", "see_doctor_today"]


# --- what always holds ---------------------------------------------------------------------------

many = examples(150)
some = examples(75)


def is_child(state: TriageState) -> bool:
    return state.age_group == "under_18" or state.flag("child") == PRESENT


@many
@given(any_states | answered_states, st.sampled_from(FLAGS))
def test_one_more_red_flag_never_lowers_the_level(state: TriageState, flag: str) -> None:
    # An unsure sign counts by itself; a flag is added only where there was none.
    state = state.with_flag(flag, DENIED)
    before, after = danger_level(TABLE, state), danger_level(TABLE, state.with_flag(flag, PRESENT))
    if flag == "child":
        # A child is referred on, emergencies stay emergencies.
        assert after == (before if TABLE.is_locked(before) else "not_for_bot")
    else:
        assert rank(after) >= rank(before)


@many
@given(answered_states, st.sampled_from([flag for flag in FLAGS if flag != "child"]))
def test_one_more_red_flag_never_lowers_the_decision(state: TriageState, flag: str) -> None:
    state = state.with_flag(flag, DENIED)
    assert rank(decided(state.with_flag(flag, PRESENT))) >= rank(decided(state))


@some
@given(any_states | answered_states, st.sampled_from(RAISING_SIGNS))
def test_one_more_sign_never_lowers_the_level(state: TriageState, sign: str) -> None:
    without = state.with_(signs=tuple(s for s in state.signs if s != sign))
    with_it = without.with_(signs=(*without.signs, sign))
    assert rank(danger_level(TABLE, with_it)) >= rank(danger_level(TABLE, without))


@some
@given(any_states | answered_states)
def test_only_what_has_been_so_for_years_eases_the_level(state: TriageState) -> None:
    new = state.with_(signs=tuple(s for s in state.signs if s not in EASING_SIGNS))
    assert rank(danger_level(TABLE, new)) >= rank(danger_level(TABLE, state))


@many
@given(any_states | answered_states, st.sets(st.sampled_from(FLAGS)))
def test_a_denied_flag_never_raises_the_level(state: TriageState, denied: set[str]) -> None:
    unmentioned = {n: s for n, s in state.red_flags.items() if n not in denied}
    with_denials = state.with_(red_flags={**unmentioned, **dict.fromkeys(denied, DENIED)})
    without = state.with_(red_flags=unmentioned)
    assert danger_level(TABLE, with_denials) == danger_level(TABLE, without)


@some
@given(any_states, st.sampled_from(FLAGS))
def test_a_denial_is_at_most_as_urgent_as_no_answer(state: TriageState, flag: str) -> None:
    denied = danger_level(TABLE, state.with_flag(flag, DENIED))
    for other in (PRESENT, UNSURE):
        level = danger_level(TABLE, state.with_flag(flag, other))
        assert is_child(state.with_flag(flag, other)) or rank(level) >= rank(denied)


@many
@given(answered_states)
def test_complete_answers_have_exactly_one_disposition(state: TriageState) -> None:
    assert open_questions(TABLE, state) == []
    level = decided(state)
    assert level in DISPOSITIONS
    # The order in which it was told makes no difference.
    other_order = state.with_(
        red_flags=dict(reversed(list(state.red_flags.items()))), signs=state.signs[::-1]
    )
    assert decided(other_order) == level


@some
@given(any_states | answered_states)
def test_the_order_of_the_tables_lines_makes_no_difference(state: TriageState) -> None:
    turned = {
        name: replace(flag, raised_by=flag.raised_by[::-1]) for name, flag in reversed(list(TABLE.flags.items()))
    }
    other = replace(TABLE, flags=turned, sign_rules=TABLE.sign_rules[::-1])
    assert danger_level(other, state) == danger_level(TABLE, state)


@many
@given(any_states | answered_states)
def test_self_care_only_with_every_lone_sign_denied(state: TriageState) -> None:
    state = state.with_(disposition=None)
    if decided(state) == "self_care":
        assert all_lone_signs_answered(TABLE, state)
        assert {state.flag(flag) for flag in ASKED_LONE} == {DENIED}
        assert not is_child(state)
        assert state.age_group is not None
        assert state.health_risks is not None
        assert state.onset is not None
        assert state.recurring is False


@some
@given(answered_states, st.sampled_from(ASKED_LONE))
def test_no_self_care_with_a_single_lone_sign_open(state: TriageState, flag: str) -> None:
    left = {name: value for name, value in state.red_flags.items() if name != flag}
    assert decided(state.with_(red_flags=left, disposition=None)) != "self_care"


@many
@given(any_states | answered_states, st.none() | st.sampled_from(DISPOSITIONS))
def test_what_was_told_is_never_lowered(state: TriageState, told: str | None) -> None:
    level = decided(state.with_(disposition=told))
    if is_child(state) and level == "not_for_bot":
        # Referring a child on takes first aid back, and nothing more urgent.
        assert urgency(told) <= rank("call_clinic")
    else:
        assert rank(level) >= rank(told)


@many
@given(any_states | answered_states)
def test_an_emergency_is_decided_at_once(state: TriageState) -> None:
    level = danger_level(TABLE, state)
    if TABLE.is_locked(level):
        assert decided(state) == most_urgent(level, state.disposition)
    assert rank(decided(state)) >= rank(level) or not TABLE.is_locked(level)


@some
@given(answered_states)
def test_the_decision_is_at_least_every_ground_for_it(state: TriageState) -> None:
    level = decided(state)
    if level != "not_for_bot":
        assert all(rank(level) >= rank(reason.disposition) for reason in dangers(TABLE, state))
        assert rank(level) >= rank(time_level(state, NOW, WEEKS))
