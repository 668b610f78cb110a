"""A sentence is taught once: as a sign or as harmless."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.taught import check
from tests.staff.check.made import found, made

FILE = "clinical/phrasings/fever.yml"
PLAIN = "clinical/phrasings/plain.yml"


def phrasings(present: list[str], look_alike: list[str]) -> str:
    lists = {"present": present, "look_alike": look_alike}
    return "\n".join(f"{kind}:\n" + "\n".join(f'- "{line}"' for line in lines) for kind, lines in lists.items()) + "\n"


def test_each_sentence_once_is_well(tmp_path: Path) -> None:
    files = {FILE: phrasings(["I burn up"], ["hot bath"]), PLAIN: phrasings(["my back"], ["hot bath"])}
    assert found(check, made(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("present", "look_alike", "ordinary", "says"),
    [
        (["I burn up", "i BURN up!"], ["hot bath"], ["my back"], f"{FILE}:3: stands in line 2 already"),
        (["I burn up"], ["hot bath", "I burn up"], ["my back"], f"{FILE}:5: is taught as `present` too (line 2)"),
        (["I burn up"], ["hot bath"], ["my back", "I burn up"], f"{FILE}:2: is taught as an ordinary message too"),
    ],
)
def test_twice_is_named(
    tmp_path: Path, present: list[str], look_alike: list[str], ordinary: list[str], says: str
) -> None:
    files = {FILE: phrasings(present, look_alike), PLAIN: phrasings(ordinary, ["x"])}
    (finding,) = found(check, made(tmp_path, files))
    assert says in finding


def test_a_file_that_is_no_mapping_is_left_to_others(tmp_path: Path) -> None:
    assert found(check, made(tmp_path, {FILE: "- a\n- a\n"})) == []
