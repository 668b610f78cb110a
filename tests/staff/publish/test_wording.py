"""Every text that a patient may read, and which read differently."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.publish.wording import Reworded, reworded, wording

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("data/clinic", "data/topics", "clinical"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data/topics/ice.yml").write_text(
        "responses:\n  utter_ice:\n  - text: Use ice.\n    buttons: [{title: Why?, payload: /why}]\n"
        "  - text: They use ice.\n    condition: [{type: slot, name: patient, value: other}]\n"
    )
    (tmp_path / "data/clinic/page.yml").write_text("send: Send\nsafe: Call 911 now.\n")
    (tmp_path / "clinical/red_flags.yml").write_text("flags: {fever: {reason: It may be bad., source: A book}}")
    return tmp_path


def test_each_text_by_its_name(root: Path) -> None:
    assert wording(root) == {
        "utter_ice": "Use ice.\n[Why?]\nThey use ice. (the one for \"they\")",
        "data/clinic/page.yml: safe": "Call 911 now.",
        "clinical/red_flags.yml: flags fever reason": "It may be bad.",
    }


def test_what_reads_differently_is_named() -> None:
    assert reworded({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "two", "d": "4"}) == [
        Reworded("b", "2", "two"),
        Reworded("c", "3", None),
        Reworded("d", None, "4"),
    ]


def test_the_projects_own_words_are_found() -> None:
    texts = wording(ROOT)
    assert "911" in texts["utter_call_911"]
    assert any(name.startswith("data/clinic/page.yml: ") for name in texts)
