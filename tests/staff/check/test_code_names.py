"""The names that the code uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.code_names import CodeNames


@pytest.fixture
def names(tmp_path: Path) -> CodeNames:
    for folder in ("triage", "actions", "rasa_parts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "triage" / "a.py").write_text('say("utter_unclear"); begins = "utter_step_"; state.after_cautions')
    (tmp_path / "actions" / "b.py").write_text('def name(self):\n    return "action_course"\n')
    return CodeNames(tmp_path)


def test_responses_that_the_code_says(names: CodeNames) -> None:
    found = names.responses({"fever"}, ["call_911"])
    assert {"utter_unclear", "utter_ask_confirm_fever", "utter_refusal_call_911", "utter_ask_onset"} <= found
    assert "utter_step_" not in found
    assert "utter_refusal_go_to_er" not in found


def test_actions_that_are_written(names: CodeNames) -> None:
    assert names.actions == {"action_course"}


def test_words_and_names_in_quotes(names: CodeNames) -> None:
    assert "after_cautions" in names.words
    assert "after_cautions" not in names.quoted
    assert "utter_unclear" in names.quoted
