"""What a sentence looks like letter by letter, so that misspelt words are still like themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from rasa_parts.weighed_terms import terms_of, vectorizer_of

Matrix = npt.NDArray[np.float32]
_OPTIONS = {"analyzer": "char_wb", "ngram_range": (2, 4), "sublinear_tf": True}


@dataclass(frozen=True)
class CharacterFeatures:
    """Character n-grams of words, weighed, reduced and scaled to length 1.

    terms, weights  the n-grams and their inverse document frequencies (n,)
    directions      from n-grams to the reduced numbers (n, d)
    """

    terms: npt.NDArray[np.str_]
    weights: Matrix
    directions: Matrix

    @classmethod
    def fit(cls, texts: Sequence[str], dimensions: int, random_state: int) -> CharacterFeatures:
        """Learns the n-grams of `texts`, and at most `dimensions` directions in which they vary."""
        vectorizer = TfidfVectorizer(**_OPTIONS, min_df=2 if len(texts) > 100 else 1)
        counted = vectorizer.fit_transform(texts)
        svd = TruncatedSVD(min(dimensions, *counted.shape), random_state=random_state).fit(counted)
        terms, weights = terms_of(vectorizer)
        return cls(terms=terms, weights=weights, directions=svd.components_.T.astype(np.float32))

    def of(self, texts: Sequence[str]) -> Matrix:
        """One row for each text; zeros where no n-gram is known."""
        reduced = self._fitted.transform(texts) @ self.directions
        lengths = np.linalg.norm(reduced, axis=1, keepdims=True)
        return np.asarray(reduced / np.maximum(lengths, 1e-9), dtype=np.float32)

    @cached_property
    def _fitted(self) -> TfidfVectorizer:
        return vectorizer_of(self.terms, self.weights, **_OPTIONS)
