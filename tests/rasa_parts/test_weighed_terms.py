"""Terms and their weights, taken apart and put together again."""

from __future__ import annotations

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from rasa_parts.weighed_terms import terms_of, vectorizer_of

TEXTS = ["my back locked up", "my back went", "it went when i bent down"]


def test_put_together_again_it_weighs_the_same() -> None:
    fitted = TfidfVectorizer(ngram_range=(1, 2)).fit(TEXTS)
    again = vectorizer_of(*terms_of(fitted), ngram_range=(1, 2))
    others = [*TEXTS, "my back bent", "unheard of"]
    assert np.allclose(again.transform(others).toarray(), fitted.transform(others).toarray())


def test_terms_and_weights_stand_in_the_same_order() -> None:
    terms, weights = terms_of(TfidfVectorizer().fit(TEXTS))
    weighed = dict(zip(terms, weights, strict=True))
    assert weighed["back"] < weighed["locked"], "what stands in more texts weighs less"
