"""What a conversation knows of its patient, and the part of a message that triage reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from triage.red_flags import Finding

FORM_QUESTIONS = (
    "emergency_signs",
    "nerve_signs",
    "age_group",
    "health_risks",
    "onset",
    "recurring",
)
# What the slot `onset` holds when the patient cannot say.
ONSET_UNKNOWN = "unknown"
# Among `explained`: whether it happened before was asked and is not known, so that nothing is said of it.
NOT_SURE_WHETHER_RECURRING = "not_sure_recurring"


@dataclass(frozen=True)
class TriageState:
    """One episode of one patient; every field is a Rasa slot of the same name.

    red_flags           flag -> present | denied | unsure
    signs               what changes a level without being a red flag
    emergency_signs, nerve_signs, health_risks
                        none | some | not_sure once the tick list is answered
    age_group           under_18 | 18_49 | 50_69 | 70_plus | not_sure
    onset               ISO 8601 moment in UTC, or "unknown"
    recurring           True when it is not the first time
    cold_heat_cautions  what rules ice or heat out; None until asked
    better_or_worse     better | same | worse | new, of a patient who came back
    asking              the open question, when it is not one of the form's
    confirm             flags to be confirmed; `asked_now` says which of them are being asked
    suspected           flags that the learned detector has had asked; each is asked only once
    correcting          the flags to be confirmed are ones that the patient takes back
    explained           questions that were put in other words once; `which_…`: of which it was asked which;
                        `unclear_…`, once for each time: whose answer was not understood
    misunderstood       messages in a row that were not understood
    refusals            how often the patient declined the advice
    emergency_stated    an emergency level was reached in this episode
    patient             self | other
    other_body_part     the complaint is not the back
    triaged             a disposition was given; the form is over
    last_message_at     ISO 8601 moment of the message before this one
    after_cautions      the action that waits for `cold_heat_cautions`
    understood, reason  what is said back and why, for the wording
    """

    red_flags: Mapping[str, str] = field(default_factory=dict)
    signs: tuple[str, ...] = ()
    emergency_signs: str | None = None
    nerve_signs: str | None = None
    health_risks: str | None = None
    age_group: str | None = None
    onset: str | None = None
    recurring: bool | None = None
    cold_heat_cautions: tuple[str, ...] | None = None
    better_or_worse: str | None = None
    asking: str | None = None
    confirm: tuple[str, ...] = ()
    suspected: tuple[str, ...] = ()
    correcting: bool = False
    explained: tuple[str, ...] = ()
    misunderstood: int = 0
    refusals: int = 0
    emergency_stated: bool = False
    patient: str = "self"
    other_body_part: bool = False
    disposition: str | None = None
    triaged: bool = False
    last_message_at: str | None = None
    after_cautions: str | None = None
    understood: str | None = None
    reason: str | None = None

    def with_(self, **changes: Any) -> TriageState:
        """A copy with some fields changed."""
        return replace(self, **changes)

    def flag(self, name: str) -> str | None:
        return self.red_flags.get(name)

    def with_flag(self, name: str, state: str) -> TriageState:
        return self.with_(red_flags={**self.red_flags, name: state})

    def present(self) -> frozenset[str]:
        return frozenset(name for name, state in self.red_flags.items() if state == "present")

    def asked_now(self) -> tuple[str, ...]:
        """The flags that the open confirming question is about: all of them, but one by one what is taken back."""
        return self.confirm[:1] if self.correcting else self.confirm

    def to_slots(self) -> dict[str, Any]:
        """Plain values for Rasa's slots."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else
            dict(value) if isinstance(value, Mapping) else value
            for name, value in values.items()
        }

    @classmethod
    def from_slots(cls, slots: Mapping[str, Any]) -> TriageState:
        """The state in Rasa's slots; unset slots take their defaults."""
        values: dict[str, Any] = {}
        for f in fields(cls):
            value = slots.get(f.name)
            if value is None:
                continue
            if isinstance(value, list):
                value = tuple(value)
            elif isinstance(value, float):
                value = int(value)
            values[f.name] = value
        return cls(**values)


@dataclass(frozen=True)
class Message:
    """What was understood of one message.

    picked       question -> option values, when offered options were pressed
    findings     red flags and signs found in the text
    onset        the moment that the text states (ISO 8601, UTC), or None
    onset_clear  the stated time lies within one band
    someone_else  the message is about another person's trouble
    the_writer   the message says that it is about the one who types
    offered      values of the options that were on offer, in their order
    titles       what stands on them, in the same order
    last_response  the name of what the bot said last
    requested    the slot that the form is asking for, if it is active
    """

    text: str
    intent: str | None
    at: datetime
    picked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    onset: str | None = None
    onset_clear: bool = True
    recurring: bool | None = None
    someone_else: bool = False
    the_writer: bool = False
    offered: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    last_response: str | None = None
    requested: str | None = None


def open_question(state: TriageState, requested: str | None) -> str | None:
    """The question that the patient is asked now, by its contract name."""
    if state.confirm:
        return f"confirm_{state.confirm[0]}"
    return state.asking or requested
