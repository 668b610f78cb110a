"""All checks together."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest

import staff.check
from staff.check.finding import Finding, Mark, warning
from staff.check.run import CHECKS, check, errors, once
from tests.staff.check.made import made


def test_every_module_with_a_check_is_asked() -> None:
    asked = {found.__module__.rpartition(".")[2] for found in CHECKS}
    with_a_check = {
        module.name
        for module in pkgutil.iter_modules(staff.check.__path__)
        if hasattr(__import__(f"staff.check.{module.name}", fromlist=["check"]), "check")
    }
    assert with_a_check - {"run"} == asked


def test_findings_come_by_place_and_once() -> None:
    one, two = Finding(Mark("a.yml", 2), "b", "c"), Finding(Mark("a.yml", 1), "b", "c")
    three = warning(Mark("b.yml", 1), "b", "c")
    assert once([three, one, two, one]) == [two, one, three]
    assert errors([one, three]) == [one]


ODD = [
    "[]",
    "a",
    "1",
    "- 1",
    "- {a: [1], name: 2, turns: [3, {responses: {a: b}}]}",
    "a: {b: [1], says: [2, [3]], source: 4}",
    "nlu: 1",
    "nlu: [1, {intent: [a], examples: [b]}]",
    "responses: {utter_a: {b: c}}",
    "responses: {utter_a: [{text: 1, buttons: 1, condition: a, custom: 2, image: [3]}], utter_b: [1]}",
    "rules: [{rule: 1, condition: a, steps: [1, {or: 1}, {slot_was_set: a}]}]",
    "stories: [{steps: [{intent: [a], active_loop: [b]}]}]",
    "intents: [1, [2], {}]\nslots: [a]\nforms: {a: 1}\nactions: b",
    "levels: 1\nunsure: [a]\nadvice_topics: a\nalways_answered: [b]",
    "levels: {call_911: [a]}\nadvice_topics: [[a]]\nalways_answered: {a: [b]}",
    "flags: {fever: 1, collapse: {raised_by: a, instead: [1]}}\ngroups: a\nsigns: {a: b}",
    "flags: [a]\ngroups: {nerve_sign: a}\nsigns: [{all: a}]",
    "steps: [1, {id: [a], excluded_by: b, alternative: [c]}]\ncautions: [a]",
    "causes: {a: 1, b: {told_by: [c]}}",
    "policies: 1\npipeline: [a]",
    "policies: [a, {name: 1, max_history: b}]",
]
FILES = [
    "data/topics/a.yml",
    "data/triage/phrases.yml",
    "data/clinic/page.yml",
    "data/clinic/phrases.yml",
    "domain.yml",
    "config.yml",
    "endpoints.yml",
    "credentials.yml",
    "clinic.yml",
    "clinical/red_flags.yml",
    "clinical/dispositions.yml",
    "clinical/first_aid.yml",
    "clinical/causes.yml",
    "clinical/lexicon/words.yml",
    "clinical/lexicon/trauma.yml",
    "clinical/phrasings/fever.yml",
    "tests/conversations/happy/a.yml",
    "tests/conversations/openings.yml",
    "tests/conversations/each_red_flag.yml",
    "tests/nlu/blind/fever.yml",
    "tests/nlu/held_out_a.yml",
    "tests/nlu/durations.yml",
]


@pytest.mark.parametrize("text", ODD)
def test_whatever_has_the_wrong_shape_is_a_finding_and_never_an_exception(tmp_path: Path, text: str) -> None:
    made(tmp_path, dict.fromkeys(FILES, text))
    assert errors(check(tmp_path))
