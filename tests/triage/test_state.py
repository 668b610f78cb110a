"""What a conversation knows, in Rasa's slots and out of them."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
import yaml
from hypothesis import given

from tests.patients import (
    FLAGS,
    ROOT,
    any_states,
    examples,
)
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import FORM_QUESTIONS, TriageState, open_question

DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))


@examples(40)
@given(any_states)
def test_the_state_survives_the_slots_and_their_storage(state: TriageState) -> None:
    stored = json.loads(json.dumps(state.to_slots()))
    assert TriageState.from_slots(stored) == state


def test_unset_slots_take_their_defaults() -> None:
    nothing = dict.fromkeys((f.name for f in fields(TriageState)), None)
    assert TriageState.from_slots(nothing) == TriageState.from_slots({}) == TriageState()


def test_other_slots_are_passed_over() -> None:
    assert TriageState.from_slots({"first_aid_step": "ice", "plan": ["x"]}) == TriageState()


def test_numbers_that_a_tracker_store_made_fractions_are_whole() -> None:
    state = TriageState.from_slots({"misunderstood": 1.0, "refusals": 2.0})
    assert (state.misunderstood, state.refusals) == (1, 2)
    assert isinstance(state.misunderstood, int)


def test_no_answer_and_no_are_kept_apart() -> None:
    state = TriageState.from_slots({"recurring": False, "cold_heat_cautions": []})
    assert state.recurring is False
    assert state.cold_heat_cautions == ()
    assert TriageState().recurring is None
    assert TriageState().cold_heat_cautions is None


def test_every_field_is_a_slot_of_the_domain() -> None:
    assert {f.name for f in fields(TriageState)} <= set(DOMAIN["slots"])


def test_the_form_asks_the_questions_of_the_state() -> None:
    assert tuple(DOMAIN["forms"]["triage_form"]["required_slots"]) == FORM_QUESTIONS


def test_no_slot_of_the_triage_influences_the_stories_but_its_end() -> None:
    influential = {n for n, slot in DOMAIN["slots"].items() if slot["influence_conversation"]}
    assert influential == {"triaged"}


def test_a_change_makes_a_copy() -> None:
    state = TriageState()
    assert state.with_flag("fever", PRESENT).flag("fever") == PRESENT
    assert state.flag("fever") is None


def test_only_present_flags_are_present() -> None:
    flags = dict(zip(FLAGS[:3], (PRESENT, DENIED, UNSURE), strict=True))
    assert TriageState(red_flags=flags).present() == {FLAGS[0]}


@pytest.mark.parametrize(
    ("state", "requested", "question"),
    [
        (TriageState(), None, None),
        (TriageState(), "onset", "onset"),
        (TriageState(asking="better_or_worse"), "onset", "better_or_worse"),
        (TriageState(asking="better_or_worse", confirm=("fever", "child")), "onset", "confirm_fever"),
    ],
)
def test_the_open_question(state: TriageState, requested: str | None, question: str | None) -> None:
    assert open_question(state, requested) == question
