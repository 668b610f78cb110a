"""The clinical table: what a clinician signs in `clinical/`, read once and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DISPOSITIONS = (
    "crisis_line",
    "call_911",
    "go_to_er",
    "see_doctor_today",
    "see_doctor_soon",
    "call_clinic",
    "self_care",
    "not_for_bot",
)
TICK_LISTS = ("emergency_signs", "nerve_signs", "health_risks")


class TableError(ValueError):
    """The clinical table contradicts itself or the contract; the message says where."""


@dataclass(frozen=True)
class Rule:
    """A level that holds when any (a flag's `raised_by`) or all (a sign's) of `terms` do."""

    disposition: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Flag:
    """One red flag. `disposition` is None for a flag that acts only together with others."""

    name: str
    disposition: str | None
    acts_alone: bool
    asked_in: str | None
    raised_by: tuple[Rule, ...]
    instead: tuple[Rule, ...]
    said_back: str
    why: str


@dataclass(frozen=True)
class SignRule:
    """A level that signs bring together. `flag`: the red flag that they amount to, if any."""

    rule: Rule
    said_back: str
    why: str
    flag: str | None = None


@dataclass(frozen=True)
class UnsureRule:
    """The least level of a sign that stayed unsure, with its wording."""

    disposition: str
    said_back: str
    why: str


@dataclass(frozen=True)
class Level:
    """What a disposition allows, and the response that tells it."""

    reply: str
    locked: bool
    first_aid: bool


@dataclass(frozen=True)
class ClinicalTable:
    """Everything of `clinical/` that decides."""

    flags: Mapping[str, Flag]
    groups: Mapping[str, tuple[str, ...]]
    sign_rules: tuple[SignRule, ...]
    levels: Mapping[str, Level]
    unsure: Mapping[str, UnsureRule]
    corrected_emergency: str
    doctor_after_weeks: int
    advice_topics: frozenset[str]
    always_answered: Mapping[str, str]
    cautions: tuple[str, ...]

    def asked_in(self, question: str) -> tuple[str, ...]:
        """The flags that a tick list asks about, in the table's order."""
        return tuple(f.name for f in self.flags.values() if f.asked_in == question)

    def acts_alone(self) -> frozenset[str]:
        return frozenset(f.name for f in self.flags.values() if f.acts_alone)

    def allows_first_aid(self, disposition: str | None) -> bool:
        return disposition is not None and self.levels[disposition].first_aid

    def is_locked(self, disposition: str | None) -> bool:
        return disposition is not None and self.levels[disposition].locked


def rank(disposition: str | None) -> int:
    """Urgency as a number, larger is more urgent; -1 for no disposition yet."""
    if disposition is None:
        return -1
    return len(DISPOSITIONS) - 1 - DISPOSITIONS.index(disposition)


def most_urgent(*dispositions: str | None) -> str | None:
    """The most urgent of several dispositions."""
    return max(dispositions, key=rank, default=None)


def load_table(folder: Path) -> ClinicalTable:
    """Reads `red_flags.yml`, `dispositions.yml` and `first_aid.yml` of `folder`.

    Raises TableError.
    """
    flags_file = _read(folder / "red_flags.yml")
    levels_file = _read(folder / "dispositions.yml")
    groups = {name: tuple(members) for name, members in flags_file["groups"].items()}
    flags = {name: _flag(name, entry) for name, entry in flags_file["flags"].items()}
    for group, members in groups.items():
        for member in members:
            if member not in flags:
                raise TableError(f"red_flags.yml: group {group}: there is no flag {member}")
    if tuple(levels_file["levels"]) != DISPOSITIONS:
        raise TableError(f"dispositions.yml: levels must be {', '.join(DISPOSITIONS)}")
    return ClinicalTable(
        flags=flags,
        groups=groups,
        sign_rules=tuple(
            SignRule(
                Rule(_known(f"signs[{i}]", e["disposition"]), tuple(e["all"])),
                e["said_back"],
                e["why"],
                _flag_of(i, e, flags),
            )
            for i, e in enumerate(flags_file["signs"])
        ),
        levels={
            name: Level(entry["reply"], entry["locked"], entry["first_aid"])
            for name, entry in levels_file["levels"].items()
        },
        unsure={
            asked_in: UnsureRule(
                _known(f"unsure: {asked_in}", rule["disposition"]), rule["said_back"], rule["why"]
            )
            for asked_in, rule in levels_file["unsure"].items()
        },
        corrected_emergency=_known("corrected_emergency", levels_file["corrected_emergency"]),
        doctor_after_weeks=int(levels_file["doctor_after_weeks"]),
        advice_topics=frozenset(levels_file["advice_topics"]),
        always_answered=dict(levels_file["always_answered"]),
        cautions=tuple(
            answer
            for answer in _read(folder / "first_aid.yml")["cautions"]["answers"]
            if answer != "none"
        ),
    )


def _flag_of(index: int, entry: Mapping[str, Any], flags: Mapping[str, Flag]) -> str | None:
    name = entry.get("flag")
    if name is not None and name not in flags:
        raise TableError(f"red_flags.yml: signs[{index}]: there is no flag {name}")
    return name


def _read(path: Path) -> dict[str, Any]:
    content = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(content, dict):
        raise TableError(f"{path.name}: must be a mapping")
    return content


def _flag(name: str, entry: Mapping[str, Any]) -> Flag:
    try:
        return _read_flag(name, entry)
    except KeyError as missing:
        raise TableError(f"red_flags.yml: {name}: {missing} is missing") from missing


def _read_flag(name: str, entry: Mapping[str, Any]) -> Flag:
    asked_in = entry["asked_in"]
    if asked_in not in (*TICK_LISTS, "none"):
        raise TableError(f"red_flags.yml: {name}: asked_in must be a tick list or none")
    disposition = entry["disposition"]
    return Flag(
        name=name,
        disposition=None if disposition == "none" else _known(name, disposition),
        acts_alone=bool(entry["acts_alone"]),
        asked_in=None if asked_in == "none" else asked_in,
        raised_by=tuple(
            Rule(_known(name, r["to"]), tuple(r["any"])) for r in entry.get("raised_by", ())
        ),
        instead=tuple(
            Rule(_known(name, r["disposition"]), (r["when"],)) for r in entry.get("instead", ())
        ),
        said_back=entry["said_back"],
        why=entry["why"],
    )


def _known(where: str, disposition: str) -> str:
    if disposition not in DISPOSITIONS:
        raise TableError(f"{where}: there is no disposition {disposition}")
    return disposition
