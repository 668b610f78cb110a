"""The draft for labelling: nothing takes it for data, wherever it lies and whatever patients wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from rasa.shared.data import is_nlu_file
from rasa.shared.importers.rasa import RasaFileImporter

from staff.report.draft import DraftError, check_place, draft
from staff.report.reading import shown
from staff.report.sentences import Sentence

DAY = date(2026, 11, 22)
_LIKE_DATA = ["nlu:", "nlu:\n- intent: greet\n  examples: |\n    - hi", "stories:\nrules:", "- a: b"]
EVIL = [*_LIKE_DATA, '"', "'", "# c", "x\u2028y", "*&!%@`", "long " * 100]


def test_it_reads_back_as_it_was_said() -> None:
    said = [Sentence("it's: blorp", 2, ("onset",), ("greet",), ("fever",)), Sentence("yes", 1)]
    read = yaml.safe_load(draft(said, DAY))
    assert list(read) == ["to_label"]
    assert read["to_label"][0] == {
        "sentence": "it's: blorp",
        "times": 2,
        "asked": ["onset"],
        "nearest": ["greet"],
        "red_flags": ["fever"],
        "intent": None,
    }
    assert read["to_label"][1]["sentence"] == "yes"
    assert "no training data" in draft(said, DAY)


def test_rasa_takes_it_for_nothing_even_among_its_data(tmp_path: Path) -> None:
    file = tmp_path / "unclear.yml"
    file.write_text(draft([Sentence(shown(text), 1) for text in EVIL], DAY), "utf-8")
    assert not is_nlu_file(str(file))
    importer = RasaFileImporter(training_data_paths=[str(tmp_path)])
    assert not importer.get_nlu_data().training_examples
    assert not importer.get_stories().story_steps
    texts = [entry["sentence"] for entry in yaml.safe_load(file.read_text("utf-8"))["to_label"]]
    assert texts == [shown(text) for text in EVIL]


def test_no_line_begins_like_a_key_of_rasas() -> None:
    for line in draft([Sentence(shown(text), 1) for text in EVIL], DAY).splitlines():
        assert not line.lstrip().startswith(("nlu:", "stories:", "rules:", "responses:", "version:"))


@pytest.mark.parametrize("place", ["data/a.yml", "data/b/a.yaml", "tests/a.yml", "clinical/a.yml", "var/../data/a.yml"])
def test_it_is_not_written_where_it_would_count(tmp_path: Path, place: str) -> None:
    with pytest.raises(DraftError, match=r"where it would count: use var/unclear\.yml"):
        check_place(tmp_path, tmp_path / place)


def test_a_link_into_data_is_data(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "data")
    with pytest.raises(DraftError, match="must not stand in data/"):
        check_place(tmp_path, tmp_path / "mine" / "unclear.yml")


def test_labels_are_not_written_over_and_the_name_says_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "unclear.yml"
    check_place(tmp_path, file)
    file.write_text("to_label: []", "utf-8")
    with pytest.raises(DraftError, match="there already, perhaps with labels"):
        check_place(tmp_path, file)
    with pytest.raises(DraftError, match=r"ends in \.yml"):
        check_place(tmp_path, tmp_path / "unclear")
