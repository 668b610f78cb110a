"""How often one conversation, or one address, may ask: a bucket of tokens for each."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass

SWEEP_EVERY = 1000


@dataclass
class _Bucket:
    tokens: float
    at: float


class RateLimit:
    """Lets each key take `burst` at once and then `per_minute` more every minute.

    Keys that have not asked for so long that their bucket is full again are forgotten.
    """

    def __init__(
        self, burst: int, per_minute: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst = float(burst)
        self._per_second = per_minute / 60
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}
        self._asked = 0

    def wait(self, key: str, cost: int = 1) -> float:
        """Take `cost` from the bucket of `key`: 0.0 if it was there, else the seconds until it
        will be.
        """
        now = self._clock()
        self._asked += 1
        if self._asked % SWEEP_EVERY == 0:
            self._sweep(now)
        bucket = self._buckets.setdefault(key, _Bucket(self._burst, now))
        bucket.tokens = self._filled(bucket, now)
        bucket.at = now
        if bucket.tokens >= cost:
            bucket.tokens -= cost
            return 0.0
        return (cost - bucket.tokens) / self._per_second

    def forget(self, key: str) -> None:
        """Drop what is known of `key`."""
        self._buckets.pop(key, None)

    def __len__(self) -> int:
        return len(self._buckets)

    def _filled(self, bucket: _Bucket, now: float) -> float:
        return min(self._burst, bucket.tokens + (now - bucket.at) * self._per_second)

    def _sweep(self, now: float) -> None:
        full = [
            key for key, bucket in self._buckets.items() if self._filled(bucket, now) >= self._burst
        ]
        for key in full:
            del self._buckets[key]


def address_key(address: str) -> str:
    """Give what counts as one address: an IPv4 address, or an IPv6 network of the size that one
    customer gets.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))
