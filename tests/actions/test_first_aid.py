"""Moving through the first aid, and never where it is not allowed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.first_aid import (
    ActionFirstAidAll,
    ActionFirstAidBack,
    ActionFirstAidNext,
    ActionFirstAidSkip,
    ActionFirstAidStart,
    ActionFirstAidTooPainful,
    ActionFirstAidWhy,
    FirstAidMove,
)
from tests.actions.talk import run
from tests.patients import (
    TABLE,
    any_states,
    cared_for,
    examples,
    hours_ago,
)
from triage.state import TriageState
from triage.table import DISPOSITIONS

MOVES: list[FirstAidMove] = [
    ActionFirstAidStart(),
    ActionFirstAidNext(),
    ActionFirstAidBack(),
    ActionFirstAidSkip(),
    ActionFirstAidWhy(),
    ActionFirstAidTooPainful(),
    ActionFirstAidAll(),
]
STEPS = ("lie_down", "breathe", "ice", "heat", "straighten_up", "stretch", "keep_moving")
NO_CAUTION = cared_for(cold_heat_cautions=())
# Each step of a fresh spasm, in order.
ORDER = ["lie_down", "breathe", "ice", "straighten_up", "stretch", "keep_moving"]


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.name())
@pytest.mark.parametrize("level", [None, *(lv for lv in DISPOSITIONS if not TABLE.levels[lv].first_aid)])
def test_no_first_aid_above_the_clinics_own_level(move: FirstAidMove, level: str | None) -> None:
    done = run(move, cared_for(disposition=level), first_aid_step="breathe")
    assert done.said == ["utter_no_first_aid"]
    assert done.slots == {}


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.name())
def test_no_first_aid_while_one_who_is_back_is_asked_again(move: FirstAidMove) -> None:
    assert run(move, cared_for(triaged=False)).said == ["utter_check_first"]


@examples(40)
@given(any_states, st.sampled_from(MOVES), st.none() | st.sampled_from(STEPS))
def test_a_move_always_says_something_and_first_aid_only_where_it_may(
    state: TriageState, move: FirstAidMove, step: str | None
) -> None:
    done = run(move, state, first_aid_step=step)
    assert done.said
    if not state.triaged:
        assert done.said == ["utter_check_first"]
    elif not TABLE.allows_first_aid(state.disposition):
        assert done.said == ["utter_no_first_aid"]
    if state.cold_heat_cautions is None:
        packs = {"utter_step_ice", "utter_step_heat", "utter_alternative_ice", "utter_alternative_heat"}
        assert not packs & set(done.said)


def test_starting() -> None:
    done = run(ActionFirstAidStart(), cared_for())
    assert done.said == ["utter_first_aid_intro", "utter_step_lie_down"]
    assert done.slots == {"first_aid_step": "lie_down"}


def test_next_goes_through_all_steps_to_the_end() -> None:
    step: str | None = None
    seen: list[str | None] = []
    for _ in range(len(ORDER)):
        step = run(ActionFirstAidNext(), NO_CAUTION, first_aid_step=step).slots["first_aid_step"]
        seen.append(step)
    assert seen == ORDER
    assert run(ActionFirstAidNext(), NO_CAUTION, first_aid_step=step).said == ["utter_first_aid_done"]


def test_skipping_goes_on_to_the_next() -> None:
    assert run(ActionFirstAidSkip(), NO_CAUTION, first_aid_step="lie_down").said == ["utter_step_breathe"]


def test_next_before_ice_asks_the_cautions_and_goes_on_then() -> None:
    asked = run(ActionFirstAidNext(), cared_for(), first_aid_step="breathe")
    assert asked.said == ["utter_ask_cold_heat_cautions"]
    after = run(ActionFirstAidNext(), NO_CAUTION, first_aid_step="breathe")
    assert after.said[0] == "utter_step_ice"


def test_ice_that_became_heat_while_the_patient_was_away_is_not_shown_twice() -> None:
    state = NO_CAUTION.with_(onset=hours_ago(80))
    assert run(ActionFirstAidNext(), state, first_aid_step="ice").said == ["utter_step_straighten_up"]


@pytest.mark.parametrize(
    ("step", "before"),
    [(None, "keep_moving"), ("lie_down", "lie_down"), ("breathe", "lie_down"), ("straighten_up", "ice")],
)
def test_back(step: str | None, before: str) -> None:
    done = run(ActionFirstAidBack(), NO_CAUTION, first_aid_step=step)
    assert done.slots["first_aid_step"] == before


def test_back_passes_over_a_step_that_is_out() -> None:
    state = cared_for(cold_heat_cautions=("raynauds",))
    done = run(ActionFirstAidBack(), state, first_aid_step="straighten_up")
    assert done.said == ["utter_step_breathe"]


@pytest.mark.parametrize(("step", "response"), [("breathe", "utter_why_breathe"), ("ice", "utter_why_ice")])
def test_why(step: str, response: str) -> None:
    done = run(ActionFirstAidWhy(), NO_CAUTION, first_aid_step=step)
    assert (done.said, done.slots) == ([response], {})


@pytest.mark.parametrize("move", [ActionFirstAidWhy(), ActionFirstAidTooPainful()], ids=lambda move: move.name())
def test_what_is_said_about_a_step_knows_its_number(move: FirstAidMove) -> None:
    done = run(move, NO_CAUTION, first_aid_step="ice")
    (filled,) = done.filled.values()
    assert filled == {"step_number": 3, "step_total": 6}


def test_why_without_a_step_is_about_the_spasm() -> None:
    assert run(ActionFirstAidWhy(), cared_for()).said == ["utter_causes"]


def test_too_painful_names_an_easier_way_and_stays_at_the_step() -> None:
    done = run(ActionFirstAidTooPainful(), NO_CAUTION, first_aid_step="stretch")
    assert (done.said, done.slots) == (["utter_easier_stretch"], {})


def test_too_painful_before_the_first_step_begins() -> None:
    assert run(ActionFirstAidTooPainful(), cared_for()).said == ["utter_first_aid_intro", "utter_step_lie_down"]


def test_all_at_once_asks_the_cautions_first() -> None:
    done = run(ActionFirstAidAll(), cared_for())
    assert done.said == ["utter_ask_cold_heat_cautions"]
    assert done.slots["after_cautions"] == "action_first_aid_all"


def test_all_at_once() -> None:
    done = run(ActionFirstAidAll(), NO_CAUTION)
    steps = [said for said in done.said if said.startswith("utter_step_")]
    assert steps == [f"utter_step_{step}" for step in ORDER]
    assert done.said[-1] == "utter_first_aid_done"
    assert [done.filled[f"utter_step_{step}"]["step_number"] for step in ORDER] == [1, 2, 3, 4, 5, 6]
    assert done.slots == {"first_aid_step": "keep_moving"}


def test_all_at_once_without_what_must_not_be_used() -> None:
    said = run(ActionFirstAidAll(), cared_for(cold_heat_cautions=("raynauds", "drowsy"))).said
    assert "utter_step_skipped_ice" in said
    assert not {"utter_step_ice", "utter_alternative_heat", "utter_step_heat"} & set(said)
    assert "utter_step_straighten_up" in said


def test_the_names_are_those_of_the_domain() -> None:
    assert [move.name() for move in MOVES] == [
        f"action_first_aid_{move}" for move in ("start", "next", "back", "skip", "why", "too_painful", "all")
    ]
