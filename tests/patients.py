"""Patients that hypothesis makes up: what a conversation may know, and what may be said in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import yaml
from hypothesis import settings
from hypothesis import strategies as st

from triage.clinic import load_clinic
from triage.red_flags import DENIED, PRESENT, UNSURE, Finding
from triage.sense import Sense
from triage.state import FORM_QUESTIONS, ONSET_UNKNOWN, Message, TriageState
from triage.table import DISPOSITIONS, TICK_LISTS, load_table, rank

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[1]
TABLE = load_table(ROOT / "clinical")
CLINIC = load_clinic(ROOT / "examples" / "clinics" / "pro_physio.yml")
WEEKS = CLINIC.persistent_weeks
NOW = datetime(2026, 11, 19, 22, 0, tzinfo=UTC)

FLAGS = tuple(TABLE.flags)
LONE = tuple(name for name in FLAGS if TABLE.flags[name].acts_alone)
ASKED_LONE = tuple(name for name in LONE if TABLE.flags[name].asked_in)
# A level of its own that ends the talk at once.
EMERGENCIES = tuple(n for n in FLAGS if TABLE.is_locked(TABLE.flags[n].disposition))
_TERMS = {
    *(term for flag in TABLE.flags.values() for rule in flag.raised_by for term in rule.terms),
    *(term for sign in TABLE.sign_rules for term in sign.rule.terms),
}
RAISING_SIGNS = tuple(sorted(_TERMS - set(FLAGS) - set(TABLE.groups)))
EASING_SIGNS = tuple(
    sorted({rule.terms[0] for flag in TABLE.flags.values() for rule in flag.instead})
)
SIGNS = RAISING_SIGNS + EASING_SIGNS
AGE_GROUPS = ("under_18", "18_49", "50_69", "70_plus", "not_sure")
INTENTS: tuple[str, ...] = tuple(
    str(name) for name in yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"]
)
# What a question's options stand for (data/triage/questions.yml).
OPTIONS: Mapping[str, tuple[str, ...]] = {
    **{question: (*TABLE.asked_in(question), "none", "not_sure") for question in TICK_LISTS},
    "age_group": AGE_GROUPS[:4],
    "onset": ("today", "1_3_days", "3_7_days", "1_2_weeks", "over_2_weeks", "not_sure"),
    "recurring": ("yes", "no", "not_sure"),
    "better_or_worse": ("better", "same", "worse", "new"),
    "cold_heat_cautions": (*(c for c in TABLE.cautions if c != "not_sure"), "none", "not_sure"),
    "confirm": ("yes", "no", "not_sure"),
}
TEXTS = (
    "", "?", "yes", "no", "none", "none of these", "nope", "not sure", "maybe", "all of them",
    "2 and 4", "the second one", "3", "no but it hurts", "not really", "not anymore", "I'm 15",
    "45", "I am 72", "asdf qwer", "🙂", "in the middle of the week", "it is nothing",
    "can I stretch?", "yes and no", "/restart", "since tuesday", "i have no idea what you mean",
    "²", "\N{KHAROSHTHI DIGIT ONE}",  # digits, but no numbers
)  # fmt: skip


def finding(name: str, state: str = PRESENT) -> Finding:
    """A sign found in a message, in one of the three states."""
    return Finding(name, state, 0, 1, "…", Sense.STATED, "…")


def says(text: str = "", intent: str | None = None, at: datetime = NOW, **known: Any) -> Message:
    """A message as the bot understood it."""
    return Message(text=text, intent=intent, at=at, **known)


def healthy(**changes: Any) -> TriageState:
    """An adult with a fresh first spasm who has answered everything with no."""
    state = TriageState(
        red_flags={name: DENIED for name in FLAGS if TABLE.flags[name].asked_in},
        emergency_signs="none",
        nerve_signs="none",
        health_risks="none",
        age_group="18_49",
        onset=hours_ago(6),
        recurring=False,
        last_message_at=NOW.isoformat(),
    )
    return state.with_(**changes)


def cared_for(**changes: Any) -> TriageState:
    """The same patient, who was told to look after it at home."""
    return healthy(disposition="self_care", triaged=True).with_(**changes)


def hours_ago(hours: float) -> str:
    return (NOW - timedelta(hours=hours)).isoformat()


def urgency(disposition: str | None) -> int:
    """The rank of a level; nothing told yet and "not for the bot" are equally little."""
    return max(rank(disposition), 0)


# --- strategies ----------------------------------------------------------------------------------


def examples(most: int) -> settings:
    """How many patients a property is tried on."""
    return settings(max_examples=most, deadline=None)


class Dice:
    """Choices out of bytes, which hypothesis draws at once; of zeros, the first option."""

    def __init__(self, rolls: bytes) -> None:
        self._rolls = iter(rolls)

    def one(self, options: Sequence[T]) -> T:
        return options[next(self._rolls) % len(options)]

    def few(self, options: Sequence[T], out_of: int = 12) -> tuple[T, ...]:
        return tuple(option for option in options if next(self._rolls) % out_of == out_of - 1)

    def flags(self, names: Sequence[str], usual: str | None) -> dict[str, str]:
        """Each flag `usual` most of the time (None: not mentioned), else in any of its states."""
        states = (*(usual,) * 20, PRESENT, PRESENT, UNSURE, DENIED)
        rolled = {name: self.one(states) for name in names}
        return {name: state for name, state in rolled.items() if state is not None}


ONSETS = (
    hours_ago(6),
    ONSET_UNKNOWN,
    *(hours_ago(h) for h in (0, 40, 71.9, 72, 100, 167.9, 168, 200, 336, 500, 672, 2000)),
)
TICK_ANSWERS = ("none", "some", "not_sure")
COURSES = (None, None, "better", "same", "worse", "new")


def _answered(dice: Dice) -> TriageState:
    return TriageState(
        red_flags={**dice.flags(FLAGS, None), **dice.flags(ASKED_LONE, DENIED)},
        signs=dice.few(SIGNS),
        emergency_signs=dice.one(TICK_ANSWERS),
        nerve_signs=dice.one(TICK_ANSWERS),
        health_risks=dice.one(TICK_ANSWERS),
        age_group=dice.one(("18_49", "50_69", "70_plus", "not_sure", "under_18")),
        onset=dice.one(ONSETS),
        recurring=dice.one((False, False, True)),
        better_or_worse=dice.one(COURSES),
    )


def _any(dice: Dice) -> TriageState:
    state = _answered(dice)
    left_out = {*dice.few(FLAGS, 5), *dice.few(ASKED_LONE, 5)}
    flags = {name: value for name, value in state.red_flags.items() if name not in left_out}
    disposition = dice.one((None, *DISPOSITIONS))
    triaged = disposition is not None and dice.one((False, True))
    asking = dice.one((None, None, "emergency_signs", "better_or_worse"))
    if triaged and TABLE.allows_first_aid(disposition):
        asking = dice.one((None, "cold_heat_cautions", "better_or_worse"))
    unanswered: dict[str, Any] = dict.fromkeys(dice.few(FORM_QUESTIONS, 3))
    return replace(
        state,
        red_flags=flags,
        **unanswered,
        cold_heat_cautions=dice.one((None, (), TABLE.cautions[:1], TABLE.cautions)),
        asking=asking,
        confirm=dice.few([name for name, value in flags.items() if value != DENIED], 3)[:2],
        explained=dice.few((*TICK_LISTS, "confirm_fever", "confirm_chest_pain"), 3),
        misunderstood=dice.one((0, 1, 2, 3)),
        refusals=dice.one((0, 1, 2, 3)),
        emergency_stated=TABLE.is_locked(disposition) or dice.one((False, True)),
        patient=dice.one(("self", "other")),
        other_body_part=dice.one((False, False, False, True)),
        disposition=disposition,
        triaged=triaged,
        last_message_at=dice.one((None, hours_ago(0), hours_ago(1), hours_ago(30))),
        after_cautions=dice.one((None, "action_first_aid_next", "action_first_aid_all")),
        understood=dice.one((None, "a fever or chills")),
        reason=dice.one((None, "Fever with back pain can mean an infection.")),
    )


def _message(dice: Dice, text: str) -> Message:
    intent = dice.one((None, *INTENTS))
    picked: dict[str, tuple[str, ...]] = {}
    if intent == "answer":
        question = dice.one(tuple(OPTIONS))
        picked = {question: dice.few(OPTIONS[question], 4) or (dice.one(OPTIONS[question]),)}
    found: dict[str, str] = {name: dice.one((PRESENT, DENIED, UNSURE)) for name in dice.few(_MENTIONED, 40)}
    return Message(
        text="" if picked else dice.one((text, *TEXTS)),
        intent=intent,
        at=NOW,
        picked=picked,
        findings=() if picked else tuple(finding(name, value) for name, value in found.items()),
        onset=dice.one((None, None, *ONSETS[2:])),
        onset_clear=dice.one((True, True, False)),
        recurring=dice.one((None, None, True, False)),
        someone_else=dice.one((False, False, False, True)),
        offered=dice.few(FLAGS),
        last_response=dice.one((None, "utter_step_ice", "utter_phone")),
        requested=dice.one((None, *FORM_QUESTIONS)),
    )


def _press(dice: Dice) -> Message:
    question = dice.one(tuple(OPTIONS))
    quiet = tuple(value for value in ("none", "no", "18_49", "today", "better") if value in OPTIONS[question])
    value = dice.one((*quiet * 12, *OPTIONS[question]))
    return says(intent="answer", picked={question: (value,)})


_MENTIONED = (*FLAGS, *SIGNS, *TABLE.cautions)
_rolls = st.binary(min_size=300, max_size=300)

# Everything that is asked has been answered, one way or another; nothing was told yet.
answered_states = _rolls.map(lambda rolls: _answered(Dice(rolls)))
# Whatever may stand in the slots, nearly always a state to which no conversation leads.
any_states = _rolls.map(lambda rolls: _any(Dice(rolls)))
# An option of some question is pressed, mostly one that means no harm.
presses = _rolls.map(lambda rolls: _press(Dice(rolls)))
# A message typed or pressed at any point, and whatever was understood of it.
messages = st.builds(lambda rolls, text: _message(Dice(rolls), text), _rolls, st.text(max_size=30))
