"""Rasa is imported, and the bot loaded, without TensorFlow; unless a component needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rasa_parts.without_tensorflow import needs_tensorflow
from tests.talking import ROOT

IMPORTS = """
import sys
from pathlib import Path
from rasa_parts.without_tensorflow import keep_tensorflow_out
print(keep_tensorflow_out(Path(sys.argv[1])))
import rasa.core.agent
print(getattr(sys.modules["tensorflow"], "__file__", None) is not None)
"""


def imported(config: Path) -> list[str]:
    """Whether stand-ins are used, and whether TensorFlow itself was imported."""
    command = [sys.executable, "-W", "ignore", "-c", IMPORTS, str(config)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def test_rasa_is_imported_without_it() -> None:
    assert imported(ROOT / "config.yml") == ["True", "False"]


def test_a_clinic_that_configures_a_component_of_it_gets_the_real_one(tmp_path: Path) -> None:
    config = tmp_path / "config.yml"
    config.write_text("pipeline:\n- name: WhitespaceTokenizer\n- name: DIETClassifier\n")
    assert imported(config) == ["False", "True"]


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("pipeline: []\npolicies:\n- name: TEDPolicy\n", True),
        ("pipeline:\n- name: rasa.nlu.selectors.response_selector.ResponseSelector\n", True),
        ("pipeline:\n- name: WhitespaceTokenizer\npolicies:\n- name: RulePolicy\n", False),
        ("language: en\n", False),
    ],
)
def test_what_needs_it(tmp_path: Path, text: str, needed: bool) -> None:
    config = tmp_path / "config.yml"
    config.write_text(text)
    assert needs_tensorflow(config) is needed
