"""Pictures in answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.pictures import check
from tests.staff.check.made import found, topic

DESCRIBED = '    custom: {description: "A car."}\n'


def findings(root: Path, picture: str) -> list[str]:
    (root / "web" / "steps").mkdir(parents=True)
    (root / "web" / "steps" / "car.svg").write_text("<svg/>")
    return found(check, topic(root, f"responses:\n  utter_a:\n  - text: a\n{picture}"))


def test_a_picture_that_is_there_and_described(tmp_path: Path) -> None:
    assert findings(tmp_path, "    image: steps/car.svg\n" + DESCRIBED) == []


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        ("    image: steps/car.svg\n", "the picture steps/car.svg has no description"),
        ("    image: steps/bus.svg\n" + DESCRIBED, "there is no picture web/steps/bus.svg"),
        ("    image: steps/car.pdf\n" + DESCRIBED, "steps/car.pdf is no picture"),
        (DESCRIBED, "describes a picture that is not there"),
    ],
)
def test_pictures_that_nobody_sees(tmp_path: Path, picture: str, says: str) -> None:
    (finding,) = findings(tmp_path, picture)
    assert finding.startswith("data/topics/parking.yml:4: ")
    assert says in finding
