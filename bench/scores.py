"""Numbers from cases: rates with their intervals, F1, calibration."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sklearn.metrics import f1_score

_Z = 1.96


@dataclass(frozen=True)
class Rate:
    """`hits` of `total`."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 1 of nothing."""
        return self.hits / self.total if self.total else 1.0

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval (Wilson 1927), both ends between 0 and 1."""
        if not self.total:
            return 0.0, 1.0
        square = _Z * _Z
        middle = (self.value + square / (2 * self.total)) / (1 + square / self.total)
        spread = self.value * (1 - self.value) / self.total + square / (4 * self.total**2)
        half = _Z * math.sqrt(spread) / (1 + square / self.total)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval()
        return f"{100 * self.value:5.1f} % ({100 * low:.1f}-{100 * high:.1f}) {self.hits}/{self.total}"


def rate(hits: Iterable[bool]) -> Rate:
    listed = list(hits)
    return Rate(sum(listed), len(listed))


def macro_f1(wanted: Sequence[str], got: Sequence[str]) -> float:
    """The mean F1 of the wanted labels, each counting the same."""
    return float(f1_score(wanted, got, labels=sorted(set(wanted)), average="macro", zero_division=0))


@dataclass(frozen=True)
class Bin:
    """Messages with a confidence in one range: how sure the bot was, and how often it was right."""

    confidence: float
    correct: Rate


def calibration(confidences: Sequence[float], correct: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Bins of equal width that are not empty, from unsure to sure."""
    found = []
    for number in range(bins):
        inside = [
            (confidence, hit)
            for confidence, hit in zip(confidences, correct, strict=True)
            if number <= confidence * bins < number + 1 or (number + 1 == bins and confidence >= 1.0)
        ]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            found.append(Bin(mean, rate(hit for _, hit in inside)))
    return found


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: the mean gap between sure and right, by size."""
    total = sum(b.correct.total for b in bins)
    return sum(abs(b.confidence - b.correct.value) * b.correct.total for b in bins) / total if total else 0.0
