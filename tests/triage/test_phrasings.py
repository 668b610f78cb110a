"""The detector's sentences are read, and a fault in them is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage.phrasings import Phrasings, PhrasingsError, load_phrasings

FLAGS = {"fever"}


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_sentences_are_read_by_flag(tmp_path: Path) -> None:
    folder = written(tmp_path, "fever.yml", 'reviewed: null\npresent: ["burning up"]\nlook_alike: ["hot tub"]\n')
    assert load_phrasings(folder, FLAGS) == {"fever": Phrasings(("burning up",), ("hot tub",))}


def test_ordinary_messages_have_a_file_of_their_own(tmp_path: Path) -> None:
    folder = written(tmp_path, "plain.yml", 'present: []\nlook_alike: ["thanks"]\n')
    assert load_phrasings(folder, FLAGS)["plain"].look_alike == ("thanks",)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("fevre.yml", "present: []\nlook_alike: []\n", "there is no red flag 'fevre'"),
        ("fever.yml", "present: []\n", "'look_alike' should be a list of sentences"),
        ("fever.yml", "present: [1]\nlook_alike: []\n", "'present' should be a list of sentences"),
        ("fever.yml", "- burning up\n", "'present' should be a list of sentences"),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(PhrasingsError, match=f"{name}: {said}"):
        load_phrasings(written(tmp_path, name, text), FLAGS)
