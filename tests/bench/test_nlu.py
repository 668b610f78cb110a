"""What counts as caught, as escalated, as asked."""

from __future__ import annotations

from bench.cases import FINAL
from bench.nlu import (
    acting_alone,
    caught,
    confusions,
    in_the_right_band,
    left_alone,
    not_escalated,
    recurring_right,
    rightly_asked,
)
from tests.bench.results import FLAGS, INTENTS, RESULTS


def test_a_sign_is_caught_when_it_is_stated_or_asked() -> None:
    assert [r.acted_on for r in FLAGS[:4]] == [True, True, False, True]
    share = caught(acting_alone(FLAGS, True))
    assert (share.hits, share.total) == (2, 3)


def test_table_and_detector_are_told_apart() -> None:
    assert [(r.by_table, r.by_detector) for r in FLAGS[:3]] == [(True, False), (False, True), (False, False)]


def test_a_denied_sign_that_is_not_taken_as_stated_is_right() -> None:
    assert not_escalated(FLAGS).value == 1.0


def test_only_plain_messages_are_asked_needlessly() -> None:
    share = left_alone(FLAGS)
    assert (share.hits, share.total) == (1, 2)


def test_confusions_are_counted() -> None:
    assert dict(confusions(INTENTS)) == {("thanks", "nlu_fallback"): 1, ("thanks", "greet"): 1}


def test_time() -> None:
    assert in_the_right_band(RESULTS.onset[FINAL]).value == rightly_asked(RESULTS.onset[FINAL]).value == 1.0
    assert recurring_right(RESULTS.recurring[FINAL]).value == 1.0
