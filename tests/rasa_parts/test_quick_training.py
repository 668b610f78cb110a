"""A quick training makes the model that Rasa makes."""

from __future__ import annotations

import gc
import tarfile
from pathlib import Path

import pytest
from rasa.engine.training.hooks import TrainingHook
from rasa.model_training import train

from rasa_parts.quick_training import quick_training

CONFIG = """\
recipe: default.v1
language: en
assistant_id: small
pipeline:
- name: WhitespaceTokenizer
- name: KeywordIntentClassifier
policies:
- name: RulePolicy
"""
DOMAIN = """\
version: "3.1"
intents: [greet, bye]
responses:
  utter_greet:
  - text: hello
"""
DATA = """\
version: "3.1"
nlu:
- intent: greet
  examples: |
    - hi
    - hello
- intent: bye
  examples: |
    - bye
    - see you
rules:
- rule: greet
  steps:
  - intent: greet
  - action: utter_greet
"""


def trained(folder: Path, name: str) -> dict[str, bytes]:
    """The files of a model, without its metadata, which say when it was made."""
    for file, content in (("config.yml", CONFIG), ("domain.yml", DOMAIN), ("data.yml", DATA)):
        (folder / file).write_text(content)
    model = train(
        *(str(folder / file) for file in ("domain.yml", "config.yml", "data.yml")),
        output=str(folder),
        fixed_model_name=name,
        force_training=True,
    ).model
    assert model is not None
    with tarfile.open(model) as packed:
        files = {member.name: packed.extractfile(member) for member in packed if member.isfile()}
        return {name: file.read() for name, file in files.items() if file and not name.endswith("metadata.json")}


def test_the_model_is_the_same_and_nothing_stays_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_MAX_CACHE_SIZE", "0")
    before = TrainingHook.on_after_node
    slow = trained(tmp_path, "slow")
    with quick_training():
        assert trained(tmp_path, "quick") == slow
    assert len(slow) > 3
    assert TrainingHook.on_after_node is before and gc.isenabled()
