"""Intents that do not exist, stand twice, cannot be understood or are not answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from staff.check.intents import check
from tests.staff.check.made import DOMAIN, found, made

EXAMPLES = 'version: "3.1"\nnlu:\n- intent: {0}\n  examples: |\n    - a\n'
RULE = "rules:\n- rule: {0}\n  steps:\n  - intent: {0}\n  - action: utter_a\n"


def file(*intents: str, rules: tuple[str, ...] | None = None) -> str:
    blocks = "".join(f"- intent: {intent}\n  examples: |\n    - a\n" for intent in intents)
    answered = "".join(RULE.format(intent).removeprefix("rules:\n") for intent in (intents if rules is None else rules))
    return f'version: "3.1"\nnlu:\n{blocks}rules:\n{answered}'


def findings(root: Path, **files: str) -> list[str]:
    paths = {f"data/topics/{name}.yml": text for name, text in files.items()}
    return found(check, made(root, paths))


def test_intents_that_are_understood_and_answered_have_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, all=file("ask_parking", "ask_cost", "affirm")) == []


def test_an_intent_that_is_not_in_the_domain(tmp_path: Path) -> None:
    (first, second) = findings(tmp_path, all=file("ask_parking", "ask_cost", "affirm", "ask_costs"))
    assert first.startswith("data/topics/all.yml:12: there is no intent `ask_costs` in domain.yml: did you mean")
    assert "`ask_cost`? If it is a new one, add the line `- ask_costs` to `intents:` in domain.yml" in first
    assert ":30: there is no intent `ask_costs`: did you mean `ask_cost`? If it is a new one, add" in second


def test_an_intent_with_examples_in_two_files(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, all=file("ask_cost", "affirm", "ask_parking"), parking=file("ask_cost", rules=()))
    assert finding.startswith("data/topics/parking.yml:3: `ask_cost` has examples here and in data/topics/all.yml:3")


@pytest.mark.parametrize("name", ["ask_parking", "affirm"])
def test_an_intent_that_is_never_understood(tmp_path: Path, name: str) -> None:
    others = {"ask_parking", "ask_cost", "affirm"} - {name}
    (finding,) = findings(tmp_path, all=file(*sorted(others)))
    assert f"no file of data/ has examples of `{name}`" in finding
    assert finding.startswith("domain.yml:")


def test_an_intent_that_nothing_answers(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, all=file("ask_parking", "ask_cost", "affirm", rules=("ask_cost", "affirm")))
    assert "`ask_parking` is understood, but nothing answers it" in finding


def test_an_intent_that_the_code_answers(tmp_path: Path) -> None:
    (tmp_path / "triage").mkdir()
    (tmp_path / "triage" / "a.py").write_text('intent == "ask_parking"')
    assert findings(tmp_path, all=file("ask_parking", "ask_cost", "affirm", rules=("ask_cost", "affirm"))) == []


def test_names_in_a_file_that_cannot_be_read_are_not_missing(tmp_path: Path) -> None:
    broken = file("affirm").replace("- rule: affirm", "- rule: 'affirm")
    assert findings(tmp_path, all=file("ask_parking", "ask_cost"), broken=broken) == []


def test_a_table_that_names_an_intent(tmp_path: Path) -> None:
    table = {"clinical/dispositions.yml": "advice_topics:\n- ask_prices\n"}
    files = {"data/topics/all.yml": file("ask_parking", "ask_cost", "affirm"), **table}
    (finding,) = found(check, made(tmp_path, files))
    assert finding.startswith("clinical/dispositions.yml:2: there is no intent `ask_prices`")


def test_without_a_domain_nothing_is_said(tmp_path: Path) -> None:
    assert found(check, made(tmp_path, {"domain.yml": DOMAIN.replace("intents:", "intents: '")})) == []
