"""The map in docs/ is true: it is what `./bot map` would draw now."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.triage_map.documents import PICTURE, TABLE, out_of_date, write
from tests.staff.triage_map.project import ROOT, change, copy_of_the_project


def test_the_map_in_docs_is_what_the_files_say() -> None:
    assert out_of_date(ROOT) == [], "run ./bot map and look at what changed in docs/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_the_project(tmp_path)


def test_a_reworded_question_leaves_the_map_true(project: Path) -> None:
    age, intro = "utter_ask_age_group:\n  - text: ", "utter_first_aid_intro:\n  - text: >-\n"
    change(project / "data/triage/questions.yml", age, f"# A note.\n\n  {age}One more question. ")
    change(project / "data/first_aid/steps.yml", intro, f"{intro}      Take your time.\n")
    assert out_of_date(project) == []


def test_another_level_of_a_flag_makes_it_out_of_date_until_it_is_drawn(project: Path) -> None:
    flags = project / "clinical/red_flags.yml"
    shingles = "suggests: shingles\n    disposition: "
    change(flags, f"{shingles}see_doctor_today", f"{shingles}go_to_er")
    assert out_of_date(project) == [PICTURE, TABLE]
    assert write(project) == [PICTURE, TABLE]
    assert out_of_date(project) == []
    assert write(project) == []


def test_a_new_option_and_another_order_of_the_questions_are_seen(project: Path) -> None:
    change(project / "domain.yml", "    - onset\n    - recurring", "    - recurring\n    - onset")
    assert TABLE in out_of_date(project)


def test_documents_that_are_not_there_are_written(project: Path) -> None:
    (project / PICTURE).unlink()
    (project / TABLE).unlink()
    assert write(project) == [PICTURE, TABLE]
    assert (project / TABLE).read_text("utf-8").startswith("# The triage map")
