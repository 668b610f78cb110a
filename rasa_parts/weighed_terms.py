"""Terms (words or letters) and how much each weighs, kept as plain arrays and made a vectorizer again."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer


def terms_of(vectorizer: TfidfVectorizer) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.float32]]:
    """The terms (n,) that a fitted vectorizer knows, and their inverse document frequencies (n,)."""
    return vectorizer.get_feature_names_out().astype(np.str_), vectorizer.idf_.astype(np.float32)


def vectorizer_of(
    terms: npt.NDArray[np.str_], weights: npt.NDArray[np.float32], **options: Any
) -> TfidfVectorizer:
    """The vectorizer that `terms_of` took apart; `options` as it was made with."""
    vectorizer = TfidfVectorizer(**options, vocabulary={str(term): place for place, term in enumerate(terms)})
    vectorizer.idf_ = weights.astype(np.float64)
    return vectorizer
