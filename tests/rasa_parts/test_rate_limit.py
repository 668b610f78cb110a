"""A burst is let through, then the measured pace; idle keys are forgotten."""

from __future__ import annotations

import pytest

from rasa_parts.rate_limit import SWEEP_EVERY, RateLimit, address_key


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_and_then_the_pace() -> None:
    clock = Clock()
    limit = RateLimit(burst=3, per_minute=60, clock=clock)
    assert [limit.wait("a") for _ in range(4)] == [0.0, 0.0, 0.0, 1.0]
    clock.now = 1.0
    assert [limit.wait("a") for _ in range(2)] == [0.0, 1.0]


def test_being_refused_costs_nothing() -> None:
    clock = Clock()
    limit = RateLimit(burst=1, per_minute=60, clock=clock)
    assert [limit.wait("a") for _ in range(50)][1:] == [1.0] * 49
    clock.now = 1.0
    assert limit.wait("a") == 0.0


def test_keys_do_not_share_and_some_things_cost_more() -> None:
    limit = RateLimit(burst=3, per_minute=60, clock=Clock())
    assert limit.wait("a", cost=3) == 0.0
    assert limit.wait("a") > 0
    assert limit.wait("b") == 0.0


def test_keys_that_no_longer_ask_are_forgotten() -> None:
    clock = Clock()
    limit = RateLimit(burst=1, per_minute=60, clock=clock)
    for number in range(SWEEP_EVERY - 1):
        limit.wait(f"key {number}")
    clock.now = 3600.0
    limit.wait("new")
    assert len(limit) == 1


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
    ],
)
def test_one_customer_counts_as_one_address(address: str, key: str) -> None:
    assert address_key(address) == key
