"""How the clinical table is read, and what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.patients import ROOT, TABLE
from triage.table import DISPOSITIONS, TableError, load_table, most_urgent, rank

any_disposition = st.none() | st.sampled_from(DISPOSITIONS)


def test_the_contracts_order_of_urgency() -> None:
    assert sorted([None, *DISPOSITIONS], key=rank, reverse=True) == [*DISPOSITIONS, None]


@given(st.lists(any_disposition))
def test_the_most_urgent_of_several(levels: list[str | None]) -> None:
    most = most_urgent(*levels)
    assert most in [*levels, None]
    assert all(rank(most) >= rank(level) for level in levels)


def test_the_most_urgent_of_none() -> None:
    assert most_urgent() is None
    assert most_urgent(None, "self_care", None) == "self_care"


@pytest.mark.parametrize("level", [None, *DISPOSITIONS])
def test_what_a_level_allows(level: str | None) -> None:
    assert TABLE.is_locked(level) == (level in ("crisis_line", "call_911", "go_to_er"))
    assert TABLE.allows_first_aid(level) == (level in ("call_clinic", "self_care"))


def test_the_flags_of_a_tick_list_come_in_the_tables_order() -> None:
    assert TABLE.asked_in("nerve_signs") == TABLE.groups["nerve_sign"]
    assert TABLE.asked_in("onset") == ()


# --- what is refused -----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("red_flags.yml", "dispositions.yml", "first_aid.yml"):
        shutil.copy(ROOT / "clinical" / name, tmp_path)
    return tmp_path


def change(path: Path, *keys: str, value: Any) -> None:
    """Puts `value` where the keys lead."""
    content = yaml.safe_load(path.read_text("utf-8"))
    place = content
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    path.write_text(yaml.safe_dump(content, sort_keys=False), "utf-8")


def test_the_copy_is_read_like_the_original(folder: Path) -> None:
    assert load_table(folder) == TABLE


@pytest.mark.parametrize(
    ("file", "keys", "value", "named"),
    [
        ("red_flags.yml", ("flags", "fever", "disposition"), "go_to_hospital", "fever"),
        ("red_flags.yml", ("flags", "fever", "asked_in"), "onset", "fever"),
        ("red_flags.yml", ("flags", "fever", "raised_by"), [{"to": "er", "any": ["x"]}], "fever"),
        (
            "red_flags.yml",
            ("flags", "incontinence", "instead"),
            [{"disposition": "home", "when": "long_standing_leak"}],
            "incontinence",
        ),
        ("red_flags.yml", ("groups", "nerve_sign"), ["numb_toes"], "numb_toes"),
        ("dispositions.yml", ("corrected_emergency",), "tomorrow", "corrected_emergency"),
        ("dispositions.yml", ("unsure", "nerve_signs", "disposition"), "wait", "nerve_signs"),
        ("dispositions.yml", ("levels",), {"self_care": {}}, "dispositions.yml"),
        (
            "red_flags.yml",
            ("signs",),
            [{"disposition": "wait", "all": ["alone"], "said_back": "x", "why": "y"}],
            "signs",
        ),
    ],
)
def test_a_name_that_is_not_the_contracts_is_named(
    folder: Path, file: str, keys: tuple[str, ...], value: Any, named: str
) -> None:
    change(folder / file, *keys, value=value)
    with pytest.raises(TableError, match=named):
        load_table(folder)


def test_an_empty_file_is_named(folder: Path) -> None:
    (folder / "red_flags.yml").write_text("", "utf-8")
    with pytest.raises(TableError, match=r"red_flags\.yml"):
        load_table(folder)


@pytest.mark.parametrize("key", ["acts_alone", "why", "said_back", "asked_in", "disposition"])
def test_a_missing_key_is_named(folder: Path, key: str) -> None:
    content = yaml.safe_load((folder / "red_flags.yml").read_text("utf-8"))
    del content["flags"]["fever"][key]
    (folder / "red_flags.yml").write_text(yaml.safe_dump(content), "utf-8")
    with pytest.raises(TableError, match=rf"fever.*{key}"):
        load_table(folder)
