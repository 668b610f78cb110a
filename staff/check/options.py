"""What the options of a question may answer; the rest of the bot knows just these answers."""

from __future__ import annotations

from collections.abc import Mapping

from staff.check.project import Project
from triage.absorb import COURSES, ONSET_OPTIONS
from triage.ages import AGE_GROUPS
from triage.table import TICK_LISTS

NONE, NOT_SURE = "none", "not_sure"
# Besides the flags that wait to be confirmed.
_CONFIRM = ("yes", "no", NOT_SURE, NONE)


def known_answers(project: Project) -> dict[str, tuple[str, ...]]:
    """Each question with the answers that the bot knows, in order."""
    clinical = project.clinical
    return {
        **{question: (*clinical.asked_in(question), NONE, NOT_SURE) for question in TICK_LISTS},
        "age_group": tuple(AGE_GROUPS),
        "onset": (*ONSET_OPTIONS, NOT_SURE),
        "recurring": ("yes", "no", NOT_SURE),
        "better_or_worse": tuple(COURSES),
        "confirm": (*_CONFIRM, *clinical.flags),
        "cold_heat_cautions": tuple(str(answer) for answer in clinical.cautions),
    }


def flags_to_confirm(answers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The red flags among the answers to a confirming question."""
    return tuple(answer for answer in answers["confirm"] if answer not in _CONFIRM)
