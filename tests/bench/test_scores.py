"""The numbers of the bench."""

from __future__ import annotations

import pytest

from bench.scores import Rate, calibration, calibration_error, macro_f1, rate


def test_wilsons_interval() -> None:
    """The textbook's case: 9 of 10 is between 0.596 and 0.982."""
    low, high = Rate(9, 10).interval()
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)


@pytest.mark.parametrize(("hits", "total"), [(0, 0), (0, 5), (5, 5)])
def test_an_interval_stays_between_0_and_1(hits: int, total: int) -> None:
    low, high = Rate(hits, total).interval()
    assert 0.0 <= low <= Rate(hits, total).value <= high <= 1.0 or total == 0


def test_a_rate_says_how_many() -> None:
    assert str(rate([True, True, False, True])).endswith("3/4")


def test_macro_f1_counts_each_label_the_same() -> None:
    assert macro_f1(["a"] * 9 + ["b"], ["a"] * 10) == pytest.approx((18 / 19 + 0) / 2)


def test_calibration_sorts_by_confidence() -> None:
    bins = calibration([0.05, 0.95, 0.95, 1.0], [False, True, False, True])
    assert [b.correct.total for b in bins] == [1, 3]
    assert bins[1].correct.value == pytest.approx(2 / 3)
    assert calibration_error(calibration([1.0, 1.0], [True, True])) == 0.0
