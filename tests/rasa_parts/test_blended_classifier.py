"""Regression and neighbours together."""

from __future__ import annotations

import numpy as np
import pytest

from rasa_parts.blended_classifier import DEFAULTS, BlendedClassifier

# Two clouds around the axes, and one odd example of the second label amid the first.
FEATURES = np.array(
    [[1.0, 0.0], [0.9, 0.1], [1.0, 0.2], [0.8, 0.0], [0.0, 1.0], [0.1, 0.9], [0.2, 1.0], [0.6, -0.6]], dtype=np.float32
)
LABELS = ["a", "a", "a", "a", "b", "b", "b", "b"]
CONFIG = {**DEFAULTS, "neighbours": 3}


@pytest.fixture(scope="module")
def classifier() -> BlendedClassifier:
    return BlendedClassifier.fit(FEATURES, LABELS, CONFIG, balanced=True)


def test_probabilities_are_probabilities(classifier: BlendedClassifier) -> None:
    chances = classifier.probabilities(FEATURES, CONFIG)
    assert chances.shape == (8, 2)
    assert np.allclose(chances.sum(axis=1), 1.0)
    assert (chances >= 0).all()


def test_the_label_of_its_cloud_wins(classifier: BlendedClassifier) -> None:
    chances = classifier.probabilities(np.array([[0.95, 0.05], [0.05, 0.95]], dtype=np.float32), CONFIG)
    assert [str(classifier.labels[row.argmax()]) for row in chances] == ["a", "b"]


def test_the_neighbours_know_the_odd_corner(classifier: BlendedClassifier) -> None:
    odd = np.array([[0.6, -0.6]], dtype=np.float32)
    nearest = {**CONFIG, "neighbours": 1}
    by_regression = classifier.probabilities(odd, {**nearest, "neighbour_share": 0.0})[0]
    blended = classifier.probabilities(odd, {**nearest, "neighbour_share": 0.8})[0]
    assert blended[1] > 0.8 > by_regression[1]


def test_more_neighbours_than_examples_are_all_of_them(classifier: BlendedClassifier) -> None:
    chances = classifier.probabilities(FEATURES[:1], {**CONFIG, "neighbours": 500})
    assert np.allclose(chances.sum(), 1.0)


def test_evidence_turns_the_regression_and_not_the_vote(classifier: BlendedClassifier) -> None:
    between = np.array([[0.5, 0.5]], dtype=np.float32)
    for_b = np.array([[-3.0, 0.0]], dtype=np.float32)
    alone = {**CONFIG, "neighbour_share": 0.0}
    assert classifier.probabilities(between, alone, evidence=for_b)[0, 1] > 0.9
    assert np.allclose(classifier.probabilities(between, alone), classifier.probabilities(between, alone, evidence=0.0))
    only_votes = {**CONFIG, "neighbour_share": 1.0}
    assert np.allclose(
        classifier.probabilities(between, only_votes, evidence=for_b), classifier.probabilities(between, only_votes)
    )
