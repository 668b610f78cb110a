"""The clinical table and lexicon, read once a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rasa_parts.sentence_model import known_words
from triage.phrasings import Phrasings, load_phrasings
from triage.red_flags import Lexicon, load_lexicon
from triage.spelling import Speller
from triage.table import ClinicalTable, load_table

CLINICAL = Path(__file__).resolve().parent.parent / "clinical"


@lru_cache(maxsize=1)
def clinical_table() -> ClinicalTable:
    return load_table(CLINICAL)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return load_lexicon(CLINICAL / "lexicon", clinical_table().acts_alone())


@lru_cache(maxsize=1)
def phrasings() -> dict[str, Phrasings]:
    return load_phrasings(CLINICAL / "phrasings", clinical_table().flags)


@lru_cache(maxsize=1)
def speller() -> Speller:
    return Speller(lexicon().vocabulary(), known_words())
