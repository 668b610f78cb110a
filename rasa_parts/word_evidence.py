"""What the words of a sentence say by themselves: naive Bayes over weighed words and pairs of neighbouring words.

A sentence embedding knows that other words mean the same, and forgets single words in a long sentence; this is the
other way round. On held-out phrasings the two together passed over little more than half as many stated signs as the
embedding alone, at the same number of needless questions (docs/understanding.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB

from rasa_parts.weighed_terms import terms_of, vectorizer_of

Matrix = npt.NDArray[np.float32]
_OPTIONS = {"ngram_range": (1, 2), "sublinear_tf": True, "token_pattern": r"(?u)\b\w+\b"}
# A term of fewer examples says more of its writer than of a label.
_LEAST_EXAMPLES = 3
# How often a label is taken to have said every term that it never said.
_SMOOTHING = 0.005


@dataclass(frozen=True)
class WordEvidence:
    """What each term says for each label.

    terms, weights  words and pairs of words, and their inverse document frequencies (n,)
    chances         the logarithm of each term's probability under each label, labels sorted (n, k)
    """

    terms: npt.NDArray[np.str_]
    weights: Matrix
    chances: Matrix

    @classmethod
    def fit(cls, texts: Sequence[str], labels: Sequence[str]) -> WordEvidence:
        """Learns from texts with their labels. Raises ValueError if no term stands in enough of them."""
        vectorizer = TfidfVectorizer(**_OPTIONS, min_df=_LEAST_EXAMPLES)
        counted = vectorizer.fit_transform(texts)
        bayes = MultinomialNB(alpha=_SMOOTHING, fit_prior=False).fit(counted, list(labels))
        terms, weights = terms_of(vectorizer)
        return cls(terms=terms, weights=weights, chances=bayes.feature_log_prob_.T.astype(np.float32))

    def of(self, texts: Sequence[str]) -> Matrix:
        """The log likelihood of each text under each label (m, k); zeros where no term is known."""
        return np.asarray(self._fitted.transform(texts) @ self.chances, dtype=np.float32)

    @cached_property
    def _fitted(self) -> TfidfVectorizer:
        return vectorizer_of(self.terms, self.weights, **_OPTIONS)
