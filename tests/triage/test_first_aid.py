"""Which first-aid steps a patient gets: ice or heat by the hours, without what they must not use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.patients import ROOT
from triage.first_aid import HEAT, ICE, PlannedStep, load_first_aid, plan, position

FIRST_AID = load_first_aid(ROOT / "clinical" / "first_aid.yml")
ALL_STEPS = [step.id for step in FIRST_AID.steps]
CAUTIONS = [caution for caution in FIRST_AID.cautions if caution != "none"]


def steps(hours: float | None = 6, heat_after: float = 72, *cautions: str) -> tuple[PlannedStep, ...]:
    return plan(FIRST_AID, hours, heat_after, cautions)


def ids(planned: tuple[PlannedStep, ...]) -> list[str]:
    return [p.step.id for p in planned]


def thermal(planned: tuple[PlannedStep, ...]) -> PlannedStep:
    (step,) = [p for p in planned if p.step.id in (ICE, HEAT)]
    return step


def test_the_clinics_steps_in_their_order() -> None:
    assert ids(steps()) == ["lie_down", "breathe", "ice", "straighten_up", "stretch", "keep_moving"]


@pytest.mark.parametrize(
    ("hours", "heat_after", "pack"),
    [
        (0, 72, ICE),
        (71.99, 72, ICE),
        (72, 72, HEAT),
        (500, 72, HEAT),
        (0, 0, HEAT),
        (None, 72, ICE),
        (None, 0, HEAT),
        (24, 48, ICE),
        (48, 48, HEAT),
    ],
)
def test_ice_or_heat_by_the_hours_and_the_clinics_setting(
    hours: float | None, heat_after: float, pack: str
) -> None:
    assert thermal(steps(hours, heat_after)).step.id == pack


@pytest.mark.parametrize("caution", ["raynauds", "cold_allergy", "poor_circulation", "reduced_feeling", "broken_skin"])
def test_no_ice(caution: str) -> None:
    assert thermal(steps(6, 72, caution)).out


@pytest.mark.parametrize(
    "caution",
    ["reduced_feeling", "poor_circulation", "fresh_swelling", "skin_infection", "open_wound", "medicine_patch",
     "drowsy"],
)  # fmt: skip
def test_no_heat(caution: str) -> None:
    assert thermal(steps(100, 72, caution)).out


@pytest.mark.parametrize("hours", [6, 100])
def test_who_is_not_sure_of_the_cautions_uses_neither(hours: float) -> None:
    pack = thermal(steps(hours, 72, *CAUTIONS))
    assert pack.out
    assert not pack.with_alternative
    assert thermal(steps(hours, 72, "not_sure")).out


def test_the_other_pack_is_named_where_it_may_be_used() -> None:
    assert thermal(steps(6)).with_alternative
    assert not thermal(steps(6, 72, "drowsy")).with_alternative
    assert not thermal(steps(6, 72, "drowsy")).out
    assert thermal(steps(100)).with_alternative
    assert not thermal(steps(100, 72, "raynauds")).with_alternative


@given(st.none() | st.floats(0, 5000), st.integers(0, 500), st.sets(st.sampled_from(CAUTIONS)))
def test_a_caution_takes_out_its_step_and_no_other(
    hours: float | None, heat_after: int, cautions: set[str]
) -> None:
    planned = plan(FIRST_AID, hours, heat_after, cautions)
    assert [p.step.id for p in planned if p.step.id not in (ICE, HEAT)] == [
        step for step in ALL_STEPS if step not in (ICE, HEAT)
    ]
    pack = thermal(planned)
    assert {p.step.id for p in planned if p.out} <= {pack.step.id}
    assert pack.out == bool(pack.step.excluded_by & cautions)
    # Never a pack that the patient must not use, by whichever way it is offered.
    if pack.with_alternative:
        (other,) = [s for s in FIRST_AID.steps if s.id == pack.step.alternative]
        assert not other.excluded_by & cautions


def test_where_a_step_stands() -> None:
    planned = steps(6)
    assert position(planned, "lie_down") == 0
    assert position(planned, "stretch") == 4
    assert position(planned, None) is None
    assert position(planned, "no_such_step") is None


def test_ice_and_heat_stand_in_the_same_place() -> None:
    # Hours later, heat has taken the place of the ice that was shown.
    assert position(steps(100), ICE) == position(steps(6), ICE) == 2
    assert position(steps(6), HEAT) == 2
