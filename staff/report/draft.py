"""The sentences that were not understood as a YAML draft for labelling, which nothing can take for training data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import yaml

from staff.report.sentences import Sentence

# Where Rasa and the tests look for data.
_FORBIDDEN = ("data", "tests", "clinical")
# Rasa takes a file for its own if any line begins with one of its keys.
_RASA_KEY = re.compile(
    r"^\s*[\"']?(?:version|nlu|responses|stories|rules|intents|entities|slots|forms|actions)\b", re.MULTILINE
)

_HEADER = """\
# What the bot did not understand, made by `./bot report` on {day}. This is a draft and no training data:
# Rasa reads none of it, and it must stay outside data/ and tests/.
#
# What to do:
# 1. Read each sentence. Take out what could tell who wrote it; names are not masked.
# 2. `red_flags` that are not empty come first: a clinician decides whether the sentence belongs into
#    clinical/phrasings/ (the bot then asks about it) or clinical/lexicon/ (the bot then acts).
# 3. Write the right intent of domain.yml behind `intent:`; leave `null` what fits no intent.
# 4. Put the sentence into that intent's file in data/ by hand, in other words where you can, and train.
#
# times: how often it came; asked: the questions that were open; nearest: what the bot took it for.
"""


class DraftError(ValueError):
    """The draft cannot be written there; the text says why, and where to."""


def check_place(root: Path, file: Path) -> None:
    """Raises DraftError for a place where the draft could be taken for data, or where labels might be lost."""
    place = file.resolve()
    if file.suffix not in (".yml", ".yaml"):
        raise DraftError(f"{file}: give the draft a name that ends in .yml, for example var/unclear.yml.")
    for folder in _FORBIDDEN:
        if place.is_relative_to((root / folder).resolve()):
            raise DraftError(f"{file}: a draft must not stand in {folder}/, where it would count: use var/unclear.yml.")
    if place.exists():
        raise DraftError(f"{file} is there already, perhaps with labels in it: choose another name.")


def draft(sentences: Sequence[Sentence], day: date) -> str:
    """The draft's text. A sentence can never begin a line of it."""
    entries = [
        {
            "sentence": sentence.text,
            "times": sentence.times,
            "asked": list(sentence.asking),
            "nearest": list(sentence.nearest),
            "red_flags": list(sentence.flags),
            "intent": None,
        }
        for sentence in sentences
    ]
    body = yaml.safe_dump({"to_label": entries}, allow_unicode=True, sort_keys=False, width=10**6)
    if _RASA_KEY.search(body):
        raise AssertionError("a line of the draft begins like a key of Rasa's")
    return _HEADER.format(day=day) + body
