"""The names and answers of the vignettes."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.vignettes import check
from tests.staff.check.made import found, made

VIGNETTE = """\
- name: an older man
  says: ["my back locked up"]
  answers: {age_group: "70_plus", confirm_fever: "no"}
  disposition: see_doctor_soon
"""


def findings(root: Path, text: str) -> list[str]:
    return found(check, made(root, {"tests/vignettes/a.yml": text}))


def test_a_good_one(tmp_path: Path) -> None:
    assert findings(tmp_path, VIGNETTE) == []


@pytest.mark.parametrize(
    ("find", "replace", "says"),
    [
        ("70_plus", "70plus", "`age_group` has no option `70plus`: did you mean `70_plus`?"),
        ('confirm_fever: "no"', 'confirm_fever: "perhaps"', "`confirm_fever` has no option `perhaps`"),
    ],
)
def test_answers_that_cannot_be_pressed(tmp_path: Path, find: str, replace: str, says: str) -> None:
    (finding,) = findings(tmp_path, VIGNETTE.replace(find, replace))
    assert finding.startswith("tests/vignettes/a.yml:3: ")
    assert says in finding


def test_two_with_one_name(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, VIGNETTE + VIGNETTE)
    expected = "tests/vignettes/a.yml:5: two vignettes are named `an older man` (first in tests/vignettes/a.yml:1)"
    assert finding.startswith(expected)
