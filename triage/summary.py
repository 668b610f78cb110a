"""A short summary of the conversation, for the patient to read out, and why the clinic is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import yaml

from triage.clinic import PersistentWeeks
from triage.disposition import dangers, onset_moment
from triage.red_flags import PRESENT
from triage.state import NOT_SURE_WHETHER_RECURRING, TriageState
from triage.table import ClinicalTable


@dataclass(frozen=True)
class OutcomePhrases:
    """The sentences of `data/triage/phrases.yml`."""

    reasons: Mapping[str, str]
    summary: Mapping[str, str]


def load_outcome_phrases(path: Path) -> OutcomePhrases:
    """Reads the phrases; a missing one shows as a KeyError that names it when it is used."""
    content = yaml.safe_load(path.read_text("utf-8"))
    return OutcomePhrases(content["reasons"], content["summary"])


def summarise(
    table: ClinicalTable, phrases: OutcomePhrases, state: TriageState, now: datetime
) -> str:
    """One sentence: complaint, when, how often, course, what else was stated, age."""
    say = phrases.summary
    parts = [say["complaint_other" if state.patient == "other" else "complaint"]]
    parts.append(_onset(say, state, now))
    if state.recurring is not None and NOT_SURE_WHETHER_RECURRING not in state.explained:
        parts.append(say["recurring" if state.recurring else "first_time"])
    if state.better_or_worse:
        parts.append(say[f"course_{state.better_or_worse}"])
    said = [table.flags[n].said_back for n, s in state.red_flags.items() if s == PRESENT]
    said += [r.said_back for r in dangers(table, state) if r.said_back not in said]
    parts.append(say["signs"].format(signs=", ".join(said)) if said else say["no_danger_signs"])
    if state.age_group and f"age_{state.age_group}" in say:
        parts.append(say[f"age_{state.age_group}"])
    return ", ".join(parts) + "."


def why_clinic(
    table: ClinicalTable,
    phrases: OutcomePhrases,
    state: TriageState,
    now: datetime,
    persistent: PersistentWeeks,
) -> str:
    """Why the patient is sent to the clinic, the weightiest reason alone."""
    say = phrases.reasons
    onset = onset_moment(state)
    lasted = now - onset if onset else timedelta()
    if state.better_or_worse == "worse":
        return say["worse"]
    if lasted >= timedelta(weeks=persistent.tell):
        return say["told"].format(weeks=persistent.tell)
    if state.recurring:
        return say["recurring"]
    if lasted >= timedelta(weeks=persistent.offer):
        return say["offered"]
    reasons = dangers(table, state)
    if reasons:
        return say["signs"].format(why=reasons[0].why)
    return say["not_sure" if state.health_risks == "not_sure" else "first_aid"]


def _onset(say: Mapping[str, str], state: TriageState, now: datetime) -> str:
    onset = onset_moment(state)
    if onset is None:
        return say["onset_unknown"]
    hours = max(0, round((now - onset) / timedelta(hours=1)))
    days = round(hours / 24)
    if hours < 1:
        return say["just_now"]
    if hours == 1:
        return say["one_hour"]
    if hours < 24:
        return say["hours"].format(hours=hours)
    if days < 2:
        return say["one_day"]
    if days < 14:
        return say["days"].format(days=days)
    return say["weeks"].format(weeks=round(days / 7))
