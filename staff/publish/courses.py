"""What patients say when a release is tried: vignettes, conversations, and one line for each red flag.

Read from the tests' folders of a project or of a release; what they expect is left to the tests, but the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

VIGNETTES, CONVERSATIONS = "tests/vignettes", "tests/conversations"
_OPENINGS, _EACH_RED_FLAG = "openings.yml", "each_red_flag.yml"

BETWEEN_MESSAGES = timedelta(seconds=30)
# What a healthy adult with a fresh first spasm answers.
HEALTHY: Mapping[str, str] = {
    "emergency_signs": "none",
    "nerve_signs": "none",
    "age_group": "18_49",
    "health_risks": "none",
    "onset": "today",
    "recurring": "no",
}
SPASM = "bent down to tie my shoe and my back locked up"

_AFTER = re.compile(r"(\d+) (minute|hour|day|week)s?")


class CourseError(ValueError):
    """A vignette or conversation cannot be read; says which and why."""


@dataclass(frozen=True)
class Step:
    """What the patient types, or the options that are pressed, some time after the message before.

    `if_idle`: only if the bot asks nothing and has decided nothing.
    """

    typed: str | None = None
    pressed: tuple[str, ...] = ()
    after: timedelta = BETWEEN_MESSAGES
    if_idle: bool = False


@dataclass(frozen=True)
class Course:
    """What one patient does.

    answers      what is pressed when the bot still asks, by question; nothing: the course ends with its steps
    disposition  the outcome that it must have, if one stands in the file
    flag         the red flag that is said in it, if it is there to say one
    """

    place: str
    name: str
    steps: tuple[Step, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    disposition: str | None = None
    flag: str | None = None

    @property
    def title(self) -> str:
        return f"{self.place}: {self.name}"

    @property
    def said(self) -> tuple[object, ...]:
        """The same for two courses in which the patient does the same."""
        return (self.steps, tuple(sorted(self.answers.items())))


def vignettes(root: Path) -> list[Course]:
    """All vignettes of the project or release in `root`. Raises CourseError."""
    return [
        _vignette(entry, file)
        for file in sorted((root / VIGNETTES).rglob("*.yml"))
        for entry in _listed(_read(file), file)
    ]


def conversations(root: Path) -> list[Course]:
    """All conversations, each with its opening. Raises CourseError."""
    folder = root / CONVERSATIONS
    openings = {
        name: [_turn(turn, folder / _OPENINGS) for turn in turns]
        for name, turns in (_read(folder / _OPENINGS) or {}).items()
    }
    files = [file for file in sorted(folder.rglob("*.yml")) if file.name not in (_OPENINGS, _EACH_RED_FLAG)]
    return [_conversation(entry, file, openings) for file in files for entry in _listed(_read(file), file)]


def red_flag_lines(root: Path) -> list[Course]:
    """Each line of each_red_flag.yml said first, and in the middle of the questions. Raises CourseError."""
    file = root / CONVERSATIONS / _EACH_RED_FLAG
    return [course for flag, line in (_read(file) or {}).items() for course in _red_flag(str(flag), line, file)]


def _red_flag(flag: str, line: Any, file: Path) -> Iterator[Course]:
    try:
        says, alone = Step(str(line["says"])), str(line["alone"])
    except (TypeError, KeyError) as error:
        raise CourseError(f"{_place(file)}: {flag}: {error} is missing") from error
    ways = {
        "said first": (says, Step(SPASM, if_idle=True)),
        "said among the questions": (Step(SPASM), Step(pressed=("none",)), says),
    }
    for how, steps in ways.items():
        yield Course(_place(file), f"{flag}, {how}", steps, HEALTHY, alone, flag)


def _vignette(entry: Any, file: Path) -> Course:
    if not isinstance(entry, dict) or entry.keys() - {"name", "says", "answers", "disposition"}:
        raise CourseError(f"{_place(file)}: a vignette has name, says, answers and disposition: {entry}")
    try:
        says, name, disposition = entry["says"], str(entry["name"]), str(entry["disposition"])
    except KeyError as error:
        raise CourseError(f"{_place(file)}: {entry.get('name', entry)}: {error} is missing") from error
    answers = entry.get("answers") or {}
    if not says or not isinstance(says, list) or not all(isinstance(text, str) for text in [*says, *answers.values()]):
        raise CourseError(f"{_place(file)}: {name}: put each text under `says:` and each answer in quotes")
    return Course(_place(file), name, tuple(map(Step, says)), {**HEALTHY, **answers}, disposition)


def _conversation(entry: Any, file: Path, openings: Mapping[str, Sequence[Step]]) -> Course:
    try:
        first = openings[entry["opening"]] if "opening" in entry else []
        turns = entry["turns"]
        steps = (*first, *(_turn(turn, file) for turn in turns))
        return Course(_place(file), str(entry["name"]), steps, disposition=turns[-1].get("disposition"))
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise CourseError(f"{_place(file)}: a conversation cannot be read: {error!r}") from error


def _turn(turn: Any, file: Path) -> Step:
    if not isinstance(turn, dict) or not {"patient", "press"} & turn.keys():
        raise CourseError(f"{_place(file)}: a turn begins with `- patient:` or `- press:`: {turn}")
    after = BETWEEN_MESSAGES
    if "after" in turn:
        match = _AFTER.fullmatch(str(turn["after"]))
        if match is None:
            raise CourseError(f"{_place(file)}: after: must be like `3 hours` or `8 days`")
        after = timedelta(**{f"{match[2]}s": int(match[1])})
    pressed = turn.get("press")
    if pressed is None:
        return Step(str(turn["patient"]), after=after)
    return Step(pressed=tuple(map(str, pressed)) if isinstance(pressed, list) else (str(pressed),), after=after)


def _read(file: Path) -> Any:
    try:
        return yaml.safe_load(file.read_text("utf-8")) if file.exists() else None
    except yaml.YAMLError as error:
        raise CourseError(f"{_place(file)}: {error}") from error


def _listed(content: Any, file: Path) -> list[Any]:
    if not isinstance(content, list):
        raise CourseError(f"{_place(file)}: must be a list that begins with `- name:`")
    return content


def _place(file: Path) -> str:
    """The path from the tests' folder on, in a project and in a release the same."""
    parts = file.parts
    return "/".join(parts[max(place for place, part in enumerate(parts) if part == "tests") :])
