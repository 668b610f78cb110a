"""The flow as data: questions in their order, where each answer leads, the outcomes, the first-aid steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from staff.triage_map import walk
from staff.triage_map.signed import count_signed
from staff.triage_map.walk import End
from staff.triage_map.wording import Wording, find_openings, find_options, find_wordings
from triage.clinic import Clinic, load_clinic
from triage.first_aid import FirstAid, load_first_aid
from triage.table import DISPOSITIONS, ClinicalTable, load_table

FORM = "triage_form"
NOT_SURE = "not_sure"
# What a clinic writes into its own clinic.yml does not change the map in docs/.
CLINIC = "examples/clinics/pro_physio.yml"


@dataclass(frozen=True)
class Branch:
    """The answers to one question that lead to the same level, and when it is told.

    told_after: the question whose answer is the last before the level is told; the question itself: at once.
    """

    answers: tuple[str, ...]
    disposition: str
    told_after: str


@dataclass(frozen=True)
class Question:
    """One question of the form. `goes_on`: the answers that change nothing alone; `together`: the flags among them."""

    name: str
    response: str
    tick_list: bool
    branches: tuple[Branch, ...]
    goes_on: tuple[str, ...]
    together: tuple[str, ...]


@dataclass(frozen=True)
class TriageMap:
    """Everything that is drawn.

    openings    intent -> the response said first and the file of its rule
    unasked     the levels of the flags that no question asks about, only what a patient says
    returning   where "better", "same", "worse" and "new" lead a patient who comes back
    wordings    every response of data/ with its place
    signed      how many lines of clinical/ a clinician has signed, and how many there are to sign
    """

    table: ClinicalTable
    clinic: Clinic
    first_aid: FirstAid
    questions: tuple[Question, ...]
    healthy: End
    openings: Mapping[str, tuple[str, str]]
    unasked: tuple[Branch, ...]
    returning: tuple[Branch, ...]
    wordings: Mapping[str, Wording]
    signed: tuple[int, int]


def read_flow(root: Path) -> TriageMap:
    """Reads the files of the project in `root`.

    Raises TableError, ClinicError, yaml.YAMLError, OSError or KeyError for files that cannot be used, and NoEndError.
    """
    table = load_table(root / "clinical")
    clinic = load_clinic(root / CLINIC)
    options = find_options(root)
    domain = yaml.safe_load((root / "domain.yml").read_text("utf-8"))
    form = domain["forms"][FORM]["required_slots"]
    openings = find_openings(root, FORM)
    healthy = walk.healthy_end(table, clinic, options)
    unasked = {
        flag.name: End(walk.level_alone(table, flag.name) or healthy.disposition, "")
        for flag in table.flags.values()
        if flag.asked_in is None
    }
    courses = {course: walk.end_of_return(table, clinic, options, course) for course in options["better_or_worse"]}
    return TriageMap(
        table=table,
        clinic=clinic,
        first_aid=load_first_aid(root / "clinical" / "first_aid.yml"),
        questions=tuple(_question(table, clinic, options, name, healthy) for name in form),
        healthy=healthy,
        openings={intent: openings[intent] for intent in domain["intents"] if intent in openings},
        unasked=_branches(unasked),
        returning=_branches(courses),
        wordings=find_wordings(root),
        signed=count_signed(root),
    )


def _question(
    table: ClinicalTable, clinic: Clinic, options: Mapping[str, Sequence[str]], name: str, healthy: End
) -> Question:
    ends = {value: walk.end_of_answer(table, clinic, options, name, value) for value in options[name]}
    same = tuple(value for value, end in ends.items() if end.disposition == healthy.disposition)
    return Question(
        name=name,
        response=f"utter_ask_{name}",
        tick_list=bool(table.asked_in(name)),
        branches=_branches({value: end for value, end in ends.items() if value not in same}),
        goes_on=tuple(value for value in same if value not in table.flags),
        together=tuple(value for value in same if value in table.flags),
    )


def _branches(ends: Mapping[str, End]) -> tuple[Branch, ...]:
    """The answers with the same end together, the most urgent first; "not sure" stays by itself."""
    groups: dict[tuple[End, bool], list[str]] = {}
    for value, end in ends.items():
        groups.setdefault((end, value == NOT_SURE), []).append(value)
    ordered = sorted(groups.items(), key=lambda item: (DISPOSITIONS.index(item[0][0].disposition), item[0][1]))
    return tuple(Branch(tuple(values), end.disposition, end.told_after) for (end, _), values in ordered)
