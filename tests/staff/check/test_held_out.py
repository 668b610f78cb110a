"""Held-out phrasings in the training data."""

from __future__ import annotations

from pathlib import Path

from staff.check.held_out import check
from tests.staff.check.made import found, made

KEPT = "nlu:\n- intent: ask_cost\n  examples: |\n    - so what would a visit cost me\n    - how much\n"
FLAG = '- text: "I have had the shakes since noon"\n  state: present\n'


def findings(root: Path, example: str, phrasing: str = "nothing") -> list[str]:
    files = {
        "tests/nlu/held_out_topics.yml": KEPT,
        "tests/nlu/blind/fever.yml": FLAG,
        "data/topics/cost.yml": f"nlu:\n- intent: ask_cost\n  examples: |\n    - {example}\n",
        "clinical/phrasings/fever.yml": f'reviewed: null\npresent:\n- "{phrasing}"\nlook_alike: []\n',
    }
    return found(check, made(root, files))


def test_other_phrasings_have_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, "what does it cost to come and see you") == []


def test_a_held_out_phrasing_is_found_whatever_its_signs(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "So, what WOULD a visit cost me?")
    assert finding.startswith("data/topics/cost.yml:4: ")
    assert "is a phrasing of tests/nlu/held_out_topics.yml:4" in finding


def test_also_one_of_a_red_flag(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "how much is it", "I have had the shakes since noon")
    assert finding.startswith("clinical/phrasings/fever.yml:3: ")


def test_a_few_words_have_hardly_another_wording(tmp_path: Path) -> None:
    assert findings(tmp_path, "how much") == []
