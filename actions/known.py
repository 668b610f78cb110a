"""What every action reads: the clinical files, the clinic, and the patient's state."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from rasa_sdk import Tracker

from triage.clinic import Clinic, load_clinic
from triage.first_aid import FirstAid, load_first_aid
from triage.state import TriageState
from triage.summary import OutcomePhrases, load_outcome_phrases
from triage.table import ClinicalTable, load_table
from triage.watched_file import WatchedFile

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Files:
    """The tables behind the actions, read once a process; the clinic follows its file."""

    table: ClinicalTable
    first_aid: FirstAid
    phrases: OutcomePhrases
    clinic_file: WatchedFile[Clinic]

    @property
    def clinic(self) -> Clinic:
        return self.clinic_file.current()


@lru_cache(maxsize=1)
def files() -> Files:
    """Raises what the readers raise, naming the file, so that a fault stops the action server."""
    return Files(
        table=load_table(ROOT / "clinical"),
        first_aid=load_first_aid(ROOT / "clinical" / "first_aid.yml"),
        phrases=load_outcome_phrases(ROOT / "data" / "triage" / "phrases.yml"),
        clinic_file=WatchedFile(ROOT / os.environ.get("BOT_CLINIC", "clinic.yml"), load_clinic),
    )


def state_of(tracker: Tracker) -> TriageState:
    return TriageState.from_slots(tracker.slots)


def moment_of(tracker: Tracker) -> datetime:
    """When the latest message was sent, in UTC; now, if the channel did not note it."""
    noted = (tracker.latest_message.get("metadata") or {}).get("at")
    return datetime.fromisoformat(str(noted)).astimezone(UTC) if noted else datetime.now(UTC)
