"""Patients that hypothesis makes up: what a conversation may know, and what may be said in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from triage.clinic import load_clinic
from triage.negation import Sense
from triage.red_flags import DENIED, PRESENT, UNSURE, Finding
from triage.state import FORM_QUESTIONS, ONSET_UNKNOWN, Message, TriageState
from triage.table import DISPOSITIONS, TICK_LISTS, load_table, rank

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

flag_states = st.dictionaries(
    st.sampled_from(FLAGS), st.sampled_from((PRESENT, DENIED, UNSURE)), max_size=8
)
signs = st.lists(st.sampled_from(SIGNS), unique=True, max_size=4).map(tuple)
onsets = st.one_of(
    st.just(ONSET_UNKNOWN),
    st.integers(0, 24 * 60).map(hours_ago),
    st.sampled_from([hours_ago(h) for h in (72, 167.99, 168, 168.01, 336, 672)]),
)
tick_answers = st.sampled_from(("none", "some", "not_sure"))
courses = st.sampled_from(("better", "same", "worse", "new"))


@st.composite
def answered_states(draw: st.DrawFn) -> TriageState:
    """Everything that is asked has been answered, one way or another; nothing was told yet."""
    asked = {
        name: draw(st.sampled_from((DENIED, DENIED, DENIED, PRESENT, UNSURE)))
        for name in ASKED_LONE
    }
    return TriageState(
        red_flags={**draw(flag_states), **asked},
        signs=draw(signs),
        emergency_signs=draw(tick_answers),
        nerve_signs=draw(tick_answers),
        health_risks=draw(tick_answers),
        age_group=draw(st.sampled_from(AGE_GROUPS)),
        onset=draw(onsets),
        recurring=draw(st.booleans()),
        better_or_worse=draw(st.none() | courses),
    )


@st.composite
def any_states(draw: st.DrawFn) -> TriageState:
    """Whatever may stand in the slots, nearly always a state to which no conversation leads."""
    flags = draw(flag_states)
    open_flags = [name for name, state in flags.items() if state != DENIED]
    disposition = draw(st.none() | st.sampled_from(DISPOSITIONS))
    triaged = disposition is not None and draw(st.booleans())
    asking = draw(st.none() | st.sampled_from(("emergency_signs", "better_or_worse")))
    if triaged and TABLE.allows_first_aid(disposition) and draw(st.booleans()):
        asking = "cold_heat_cautions"
    return TriageState(
        red_flags=flags,
        signs=draw(signs),
        emergency_signs=draw(st.none() | tick_answers),
        nerve_signs=draw(st.none() | tick_answers),
        health_risks=draw(st.none() | tick_answers),
        age_group=draw(st.none() | st.sampled_from(AGE_GROUPS)),
        onset=draw(st.none() | onsets),
        recurring=draw(st.none() | st.booleans()),
        cold_heat_cautions=draw(
            st.none() | st.lists(st.sampled_from(TABLE.cautions), unique=True, max_size=3).map(tuple)
        ),
        better_or_worse=draw(st.none() | courses),
        asking=asking,
        confirm=tuple(
            draw(st.lists(st.sampled_from(open_flags), unique=True, max_size=2))
            if open_flags
            else ()
        ),
        explained=tuple(
            draw(st.lists(st.sampled_from((*TICK_LISTS, "confirm_fever")), unique=True, max_size=2))
        ),
        misunderstood=draw(st.integers(0, 3)),
        refusals=draw(st.integers(0, 3)),
        emergency_stated=draw(st.booleans()),
        patient=draw(st.sampled_from(("self", "other"))),
        other_body_part=draw(st.booleans()),
        disposition=disposition,
        triaged=triaged,
        last_message_at=draw(st.none() | st.integers(0, 300).map(hours_ago)),
        after_cautions=draw(
            st.none() | st.sampled_from(("action_first_aid_next", "action_first_aid_all"))
        ),
        understood=draw(st.none() | st.just("a fever or chills")),
        reason=draw(st.none() | st.just("Fever with back pain can mean an infection.")),
    )


@st.composite
def messages(draw: st.DrawFn, at: datetime = NOW) -> Message:
    """A message typed or pressed at any point, and whatever was understood of it."""
    picked: dict[str, tuple[str, ...]] = {}
    intent: str | None = draw(st.none() | st.sampled_from(INTENTS))
    if intent == "answer":
        question = draw(st.sampled_from(tuple(OPTIONS)))
        chosen = st.lists(st.sampled_from(OPTIONS[question]), min_size=1, max_size=3, unique=True)
        picked = {question: tuple(draw(chosen))}
    found = draw(
        st.dictionaries(
            st.sampled_from((*FLAGS, *SIGNS, *TABLE.cautions)),
            st.sampled_from((PRESENT, DENIED, UNSURE)),
            max_size=3,
        )
    )
    return Message(
        text="" if picked else draw(st.sampled_from(TEXTS) | st.text(max_size=30)),
        intent=intent,
        at=at,
        picked=picked,
        findings=() if picked else tuple(finding(name, state) for name, state in found.items()),
        onset=draw(st.none() | st.integers(0, 24 * 40).map(hours_ago)),
        onset_clear=draw(st.booleans()),
        recurring=draw(st.none() | st.booleans()),
        someone_else=draw(st.booleans()),
        offered=tuple(draw(st.lists(st.sampled_from(FLAGS), max_size=4))),
        last_response=draw(st.none() | st.sampled_from(("utter_step_ice", "utter_phone"))),
        requested=draw(st.none() | st.sampled_from(FORM_QUESTIONS)),
    )
