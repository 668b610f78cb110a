"""A release that would hide a danger does not go out."""

from __future__ import annotations

from typing import Any

import pytest

from staff.publish.courses import Course, Step
from staff.publish.numbers import ACT_ALONE, Numbers, Sentence
from staff.publish.play import Played, Turn
from staff.publish.verdict import Tried, changed_answers, reasons_to_refuse, to_play

NONE_MISSED = Numbers({}, frozenset())


def course(name: str = "one", disposition: str | None = None, text: str = "a", **named: Any) -> Course:
    return Course("tests/vignettes/a.yml", name, (Step(text),), disposition=disposition, **named)


def played(disposition: str | None, *flags: str, said: str = "Go.") -> Played:
    return Played((Turn("a", (("utter_x", said),), disposition),), disposition, frozenset(flags))


def all_signs_heard() -> list[Tried]:
    return [Tried(course(flag, "go_to_er", flag=flag), played("go_to_er", flag)) for flag in sorted(ACT_ALONE)]


def refused(*more: Tried, new: Numbers = NONE_MISSED, old: Numbers | None = None) -> list[str]:
    return reasons_to_refuse([*all_signs_heard(), *more], new, old)


def test_all_is_well() -> None:
    assert refused(Tried(course(disposition="self_care"), played("self_care"), played("self_care"))) == []


@pytest.mark.parametrize("went", [played("go_to_er"), played("see_doctor_today", "incontinence"), played(None)])
def test_a_lone_sign_that_is_missed(went: Played) -> None:
    [reason] = refused(Tried(course("said first", "go_to_er", flag="incontinence"), went))
    assert "`incontinence` is missed (said first)" in reason
    assert "patient> a" in reason


def test_a_lone_sign_that_nothing_tries_any_more() -> None:
    [reason] = reasons_to_refuse(all_signs_heard()[1:], NONE_MISSED, None)
    assert f"Nothing tries the sign `{min(ACT_ALONE)}`" in reason


@pytest.mark.parametrize("level", ["crisis_line", "call_911", "go_to_er"])
def test_an_emergency_vignette_that_falls(level: str) -> None:
    [reason] = refused(Tried(course(disposition=level), played("see_doctor_today")))
    assert f"it was {level}, and would be see_doctor_today" in reason


def test_an_emergency_that_falls_from_what_the_live_one_said() -> None:
    [reason] = refused(Tried(course(), played("self_care"), played("call_911")))
    assert "it was call_911, and would be self_care" in reason


def test_an_emergency_that_rises_or_stays_is_no_reason() -> None:
    assert refused(
        Tried(course(disposition="go_to_er"), played("call_911"), played("go_to_er")),
        Tried(course(disposition="go_to_er"), played("go_to_er"), played("self_care")),
    ) == []


def test_what_is_no_emergency_may_change() -> None:
    one = Tried(course(disposition="call_clinic"), played("self_care"), played("call_clinic"))
    assert one.is_changed
    assert refused(one) == []


def test_a_held_out_sign_that_only_the_live_one_acts_on() -> None:
    known, lost = Sentence("b", "incontinence"), Sentence("c", "incontinence")
    new, old = Numbers({}, frozenset({known, lost})), Numbers({}, frozenset({known}))
    [reason] = refused(new=new, old=old)
    assert "`incontinence` is missed in 1 of the held-out sentences" in reason
    assert refused(new=old, old=old) == []
    assert refused(new=new, old=None) == []


def test_a_vignette_that_was_removed_or_made_milder_is_still_played_as_it_was() -> None:
    was = [course("kept", "go_to_er", "a"), course("milder", "go_to_er", "b"), course("removed", "go_to_er", "c")]
    now = [course("kept", "go_to_er", "a"), course("milder", "self_care", "b"), course("stricter", "call_911", "d")]
    assert to_play(now, was) == [*now, was[1], was[2]]


def test_a_vignette_that_was_renamed_is_played_once() -> None:
    now = [course("new name", "call_911", "a")]
    assert to_play(now, [course("old name", "go_to_er", "a")]) == now


def test_answers_that_read_differently_at_the_same_place() -> None:
    same = Tried(course(), played("self_care", said="Go."), played("self_care", said="Go."))
    other = Tried(course(), played("self_care", said="Come."), played("self_care", said="Go."))
    assert changed_answers([same]) == {}
    assert changed_answers([same, other]) == {"utter_x": ("Go.", "Come.")}
