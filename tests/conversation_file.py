"""Reads the conversations in tests/conversations/; their README says how to write one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rasa_parts.clinical_knowledge import clinical_table
from triage.state import FORM_QUESTIONS
from triage.table import DISPOSITIONS

FOLDER = Path(__file__).resolve().parent / "conversations"
EACH_RED_FLAG = FOLDER / "each_red_flag.yml"
OPENINGS = FOLDER / "openings.yml"

# The lines of section 6 of the clinical brief that conversations show.
SECTION_6 = {
    "scan_everything": "every message is scanned for danger: forms, buttons, small talk, fallback",
    "highest_wins": "the highest disposition wins, and two things at once are both said back",
    "negation_scope": "negation ends at but, except, although; neither … nor covers both",
    "doubtful_is_asked": "a double negative, not really, not anymore are asked",
    "denied_never_fires": "a denied flag never fires, and answers only itself",
    "refusal": "I am not going: acknowledged, the next-safest step, no self-care, twice at most",
    "locked": "after an emergency nothing but the emergency; stretches get the emergency line again",
    "never_small_talk": "worry, gibberish, two misunderstandings: the tick list, then phone and 911",
    "nothing_asked": "yes or no with no question open: what is meant is asked",
    "someone_else": "someone else is ill: they, not you; unknown answers stay unknown",
    "other_body_part": "neck, chest, belly, head, calf: emergencies first, otherwise who to ask",
    "leg_cramps": "leg cramps: clot signs, then general",
    "spanish": "the emergency line and the number in Spanish, when Spanish is written",
    "returning": "better, the same or worse, and the nerve signs again, before anything else",
    "day_seven": "day 7 and later: call_clinic by itself",
    "new_after_better": "a new spasm after a better spell counts as recurring",
    "any_time": "start over, a person, what is stored, deleting it: at any point",
}

CONVERSATION_KEYS = frozenset({"name", "section6", "opening", "turns"})
ACTS = frozenset({"patient", "press"})
EXPECTATIONS = frozenset(
    {
        "asking",
        "disposition",
        "about",
        "responses",
        "not_responses",
        "only_responses",
        "present",
        "denied",
        "unsure",
        "options",
        "not_options",
    }
)
_AFTER = re.compile(r"(\d+) (minute|hour|day|week)s?")


class ConversationError(ValueError):
    """A conversation is not written as it must be; says where and what."""


@dataclass(frozen=True)
class Step:
    """One turn: what the patient does, after how long, and what is expected then."""

    typed: str | None
    pressed: tuple[str, ...]
    after: timedelta | None
    expected: Mapping[str, Any]


@dataclass(frozen=True)
class Conversation:
    """One conversation of a file; `problem` says why it cannot be played."""

    file: str
    name: str
    steps: tuple[Step, ...] = ()
    opening: str | None = None
    section6: frozenset[str] = frozenset()
    problem: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.file.removesuffix('.yml')}: {self.name}"


@cache
def conversations() -> tuple[Conversation, ...]:
    """All conversations of the folder; one that is badly written carries its problem."""
    files = [path for path in sorted(FOLDER.rglob("*.yml")) if path not in (EACH_RED_FLAG, OPENINGS)]
    return tuple(conversation for path in files for conversation in _read_file(path))


@cache
def openings() -> dict[str, tuple[Step, ...]]:
    content = yaml.safe_load(OPENINGS.read_text("utf-8"))
    return {name: tuple(_step(turn, name) for turn in turns) for name, turns in content.items()}


def _read_file(path: Path) -> Iterator[Conversation]:
    file = path.relative_to(FOLDER).as_posix()
    try:
        entries = yaml.safe_load(path.read_text("utf-8"))
        if not isinstance(entries, list) or not entries:
            raise ConversationError("must be a list of conversations")
    except (yaml.YAMLError, ConversationError) as error:
        yield Conversation(file, "the file", problem=f"{file}: {error}")
        return
    for number, entry in enumerate(entries, start=1):
        name = str(entry.get("name", f"number {number}")) if isinstance(entry, dict) else f"number {number}"
        try:
            yield read(entry, file)
        except ConversationError as error:
            yield Conversation(file, name, problem=f"{file}: {name}: {error}")


def read(entry: object, file: str) -> Conversation:
    """One conversation from its YAML. Raises ConversationError."""
    if not isinstance(entry, dict):
        raise ConversationError("must begin with `- name:`")
    check_known("a conversation", entry, CONVERSATION_KEYS)
    if not isinstance(entry.get("name"), str):
        raise ConversationError("`name:` is missing")
    section6 = _listed(entry, "section6")
    check_known("section6", section6, SECTION_6)
    turns = entry.get("turns")
    if not isinstance(turns, list) or not turns:
        raise ConversationError("`turns:` must be a list")
    steps = tuple(_step(turn, f"turn {number}") for number, turn in enumerate(turns, start=1))
    if not any(step.expected for step in steps):
        raise ConversationError("expects nothing")
    opening = entry.get("opening")
    if opening is not None:
        check_known("openings.yml", [opening], openings())
    return Conversation(file, entry["name"], steps, opening, frozenset(section6))


def _step(turn: object, where: str) -> Step:
    if not isinstance(turn, dict):
        raise ConversationError(f"{where}: must begin with `- patient:` or `- press:`")
    check_known(where, turn, ACTS | EXPECTATIONS | {"after"})
    if len(ACTS & turn.keys()) != 1:
        raise ConversationError(f"{where}: must have `patient:` or `press:`, and not both")
    typed = turn.get("patient")
    if typed is not None and not isinstance(typed, str):
        raise ConversationError(f"{where}: put what the patient types in quotes")
    expected = {key: turn[key] for key in turn.keys() & EXPECTATIONS}
    for key in expected.keys() - {"asking", "disposition", "about"}:
        expected[key] = _listed(turn, key)
    _check_names(where, expected)
    return Step(typed, tuple(_listed(turn, "press")), _after(turn.get("after"), where), expected)


def _check_names(where: str, expected: Mapping[str, Any]) -> None:
    if expected.get("asking") is not None:
        check_known(f"{where}: asking", [expected["asking"]], questions())
    if expected.get("disposition") is not None:
        check_known(f"{where}: disposition", [expected["disposition"]], DISPOSITIONS)
    if "about" in expected:
        check_known(f"{where}: about", [expected["about"]], ("self", "other"))
    for state in ("present", "denied", "unsure"):
        check_known(f"{where}: {state}", expected.get(state, ()), clinical_table().flags)


def questions() -> frozenset[str]:
    """The names of the contract that `asking` may report."""
    confirming = {f"confirm_{flag}" for flag in clinical_table().flags}
    return frozenset({*FORM_QUESTIONS, "cold_heat_cautions", "better_or_worse", *confirming})


def _after(value: object, where: str) -> timedelta | None:
    if value is None:
        return None
    match = _AFTER.fullmatch(str(value))
    if match is None:
        raise ConversationError(f"{where}: after: must be like `3 hours` or `8 days`")
    return timedelta(**{f"{match[2]}s": int(match[1])})


def _listed(entry: Mapping[str, Any], key: str) -> list[str]:
    value = entry.get(key)
    values = [] if value is None else value if isinstance(value, list) else [value]
    if not all(isinstance(v, str) for v in values):
        raise ConversationError(f"{key}: must be a name or a list of names; put {values} in quotes")
    return values


def check_known(where: str, names: Any, known: Any) -> None:
    unknown = sorted(str(name) for name in names if name not in known)
    if unknown:
        raise ConversationError(f"{where}: unknown {', '.join(unknown)}; known are {', '.join(sorted(known))}")
