"""Where the wording of each response stands, and the options that its buttons offer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triage.marked_yaml import line_of

# The same as SafeLoader, forty times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Wording:
    """One response of data/: its file, the line of its name, and how many variations it has."""

    response: str
    file: str
    line: int
    variations: int


def find_wordings(root: Path) -> dict[str, Wording]:
    """Every response under `root`/data by its name. Raises yaml.YAMLError for a file that is not YAML."""
    found: dict[str, Wording] = {}
    for path in sorted((root / "data").rglob("*.yml")):
        top = yaml.compose(path.read_text("utf-8"), Loader=_LOADER)
        for name, variations in _entries(_value(top, "responses")):
            found[name.value] = Wording(
                name.value, path.relative_to(root).as_posix(), line_of(name), len(variations.value)
            )
    return found


def find_options(root: Path) -> dict[str, tuple[str, ...]]:
    """The values that each question offers, in their order, by the payloads of its buttons (`/answer{"…": "…"}`)."""
    options: dict[str, dict[str, None]] = {}
    for path in sorted((root / "data").rglob("*.yml")):
        content: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=_LOADER) or {}
        for name, variations in (content.get("responses") or {}).items():
            if not name.startswith("utter_ask_"):
                continue
            for button in (b for variation in variations for b in variation.get("buttons") or ()):
                for question, value in answer_in(button["payload"]).items():
                    options.setdefault(question, {}).setdefault(str(value))
    return {question: tuple(values) for question, values in options.items()}


def answer_in(payload: str) -> dict[str, Any]:
    """The question and the value of an option's payload; nothing for the payload of an intent."""
    start = payload.find("{")
    return dict(json.loads(payload[start:])) if payload.startswith("/answer{") else {}


def find_openings(root: Path, form: str) -> dict[str, tuple[str, str]]:
    """The intents whose rule starts `form` when nothing is open, each with the response said first and its file."""
    openings: dict[str, tuple[str, str]] = {}
    for path in sorted((root / "data").rglob("*.yml")):
        content: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=_LOADER) or {}
        for rule in content.get("rules") or ():
            steps = rule["steps"]
            during = any(c.get("active_loop") for c in rule.get("condition") or ())
            if not during and "intent" in steps[0] and {"action": form} in steps:
                said = next((s["action"] for s in steps if str(s.get("action")).startswith("utter_")), "")
                openings.setdefault(steps[0]["intent"], (said, path.relative_to(root).as_posix()))
    return openings


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((value for name, value in _entries(node) if name.value == key), None)


def _entries(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []
