"""Saying one step, and knowing which comes next."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.steps import ask_cautions, begin, planned_steps, show
from tests.patients import NOW, cared_for, hours_ago
from triage.state import ONSET_UNKNOWN, TriageState


def shown(state: TriageState, index: int) -> tuple[list[str], dict[str, Any]]:
    dispatcher = CollectingDispatcher()
    events = show(dispatcher, state, NOW, index)
    return [m["response"] for m in dispatcher.messages], {e["name"]: e["value"] for e in events}


def ids(state: TriageState) -> list[str]:
    return [planned.step.id for planned in planned_steps(state, NOW)]


@pytest.mark.parametrize(
    ("onset", "pack"),
    [(hours_ago(6), "ice"), (hours_ago(71.9), "ice"), (hours_ago(72), "heat"), (ONSET_UNKNOWN, "ice"), (None, "ice")],
)
def test_ice_or_heat_by_the_hours_since_onset(onset: str | None, pack: str) -> None:
    assert ids(cared_for(onset=onset))[2] == pack


def test_the_first_step() -> None:
    assert shown(cared_for(), 0) == (["utter_step_lie_down"], {"first_aid_step": "lie_down"})


def test_the_steps_are_counted() -> None:
    dispatcher = CollectingDispatcher()
    show(dispatcher, cared_for(), NOW, 1)
    (message,) = dispatcher.messages
    assert (message["step_number"], message["step_total"]) == (2, 6)


def test_what_is_left_out_and_what_may_be_used_instead_are_counted_too() -> None:
    for cautions, responses in (
        (("raynauds",), {"utter_step_skipped_ice": 3, "utter_step_straighten_up": 4}),
        ((), {"utter_step_ice": 3, "utter_alternative_heat": 3}),
    ):
        dispatcher = CollectingDispatcher()
        show(dispatcher, cared_for(cold_heat_cautions=cautions), NOW, 2)
        assert {m["response"]: m["step_number"] for m in dispatcher.messages} == responses


def test_the_introduction_comes_before_the_first_step() -> None:
    dispatcher = CollectingDispatcher()
    begin(dispatcher, cared_for(), NOW)
    assert [m["response"] for m in dispatcher.messages] == ["utter_first_aid_intro", "utter_step_lie_down"]


def test_the_cautions_are_asked_before_ice_or_heat() -> None:
    said, slots = shown(cared_for(), 2)
    assert said == ["utter_ask_cold_heat_cautions"]
    assert slots == {"asking": "cold_heat_cautions", "after_cautions": "action_first_aid_next"}


def test_with_no_caution_both_packs_are_named() -> None:
    said, slots = shown(cared_for(cold_heat_cautions=()), 2)
    assert said == ["utter_step_ice", "utter_alternative_heat"]
    assert slots == {"first_aid_step": "ice"}


def test_heat_after_three_days() -> None:
    said, _ = shown(cared_for(onset=hours_ago(80), cold_heat_cautions=()), 2)
    assert said == ["utter_step_heat", "utter_alternative_ice"]


def test_a_pack_that_must_not_be_used_is_left_out_and_the_next_step_follows() -> None:
    said, slots = shown(cared_for(cold_heat_cautions=("raynauds",)), 2)
    assert said == ["utter_step_skipped_ice", "utter_step_straighten_up"]
    assert slots == {"first_aid_step": "straighten_up"}


def test_the_other_pack_is_not_named_where_it_must_not_be_used() -> None:
    assert shown(cared_for(cold_heat_cautions=("drowsy",)), 2)[0] == ["utter_step_ice"]


def test_after_the_last_step_it_is_done() -> None:
    assert shown(cared_for(), 6) == (["utter_first_aid_done"], {})


def test_what_goes_on_after_the_cautions_is_remembered() -> None:
    dispatcher = CollectingDispatcher()
    events = ask_cautions(dispatcher, "action_first_aid_all")
    assert {"asking": "cold_heat_cautions", "after_cautions": "action_first_aid_all"} == {
        e["name"]: e["value"] for e in events
    }
