"""Plays a conversation with the trained bot and says what is not as it must be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from rasa_parts.clinical_knowledge import clinical_table
from tests.conversation_file import Step
from tests.talking import BETWEEN_MESSAGES, NotOfferedError, Patient, option_value
from triage.table import rank

if TYPE_CHECKING:
    from rasa_parts.answering import Reply

_PLACEHOLDER = re.compile(r'\{[^{}"\n]*\}')
_FIRST_AID = ("utter_step_", "utter_first_aid", "utter_easier_", "utter_alternative_", "utter_stretching")
_LOCKED_OPTIONS = frozenset({"ask_why", "ask_find_er", "start_over"})


def play(patient: Patient, steps: Sequence[Step], wording: Mapping[str, Any]) -> None:
    """Goes through the steps; fails at the first one that is not as expected, and shows the transcript."""
    for step in steps:
        before = patient.reply
        after = step.after or BETWEEN_MESSAGES
        try:
            reply = (
                patient.presses(*step.pressed, after=after)
                if step.typed is None
                else patient.types(step.typed, after=after)
            )
        except NotOfferedError as error:
            pytest.fail(str(error), pytrace=False)
        faults = [*differences(reply, step.expected), *broken_rules(before, reply, wording)]
        if faults:
            pytest.fail("\n".join([*faults, "", patient.said()]), pytrace=False)


def differences(reply: Reply, expected: Mapping[str, Any]) -> list[str]:
    """How a reply differs from what is expected, one line each."""
    said = reply.responses
    offered = {o.title for o in reply.options} | {option_value(o.payload) for o in reply.options}
    faults: list[str] = []
    for key, wanted in expected.items():
        got: Any
        match key:
            case "asking" | "disposition":
                got = getattr(reply, key)
                fits = got == wanted
            case "about":
                got = reply.slots["patient"]
                fits = got == wanted
            case "responses":
                got, fits = said, set(wanted) <= set(said)
            case "not_responses":
                got, fits = said, not set(wanted) & set(said)
            case "only_responses":
                got, fits = said, said == wanted
            case "present" | "unsure":
                got = sorted(flag for flag, state in reply.red_flags.items() if state == key)
                fits = got == sorted(wanted)
            case "denied":
                got = sorted(flag for flag, state in reply.red_flags.items() if state == key)
                fits = set(wanted) <= set(got)
            case "options":
                got, fits = sorted(offered), set(wanted) <= offered
            case _:
                got, fits = sorted(offered), not set(wanted) & offered
        if not fits:
            faults.append(f"expected {key}: {wanted}, but it is {got}")
    return faults


def _above_the_last_question(said: Sequence[str]) -> list[str]:
    """What is said above the last message; several confirming questions are answered with one tick list below."""
    several = said[-1:] == ["utter_ask_confirm_several"]
    return [name for name in said[:-1] if not (several and name.startswith("utter_ask_confirm_"))]


def broken_rules(before: Reply | None, reply: Reply, wording: Mapping[str, Any]) -> list[str]:
    """What must hold after every message of every conversation."""
    faults = []
    table = clinical_table()
    said = reply.responses
    if not reply.messages or not all(message.text.strip() for message in reply.messages):
        faults.append("the reply is empty")
    if "utter_safe" in said:
        faults.append("something failed: the safe message was said")
    for message in reply.messages:
        if not is_worded(message.text, wording.get(message.response or "", ()), reply.slots):
            faults.append(f"these words stand in no response {message.response}: {message.text!r}")
    if any(name.startswith("utter_ask_") for name in _above_the_last_question(said)):
        faults.append("something was said below a question")
    if reply.asking and f"utter_ask_{reply.asking}" not in said:
        faults.append(f"{reply.asking} is open, but was not asked again")
    if table.is_locked(reply.disposition):
        if any(name.startswith(_FIRST_AID) for name in said):
            faults.append("first aid in an emergency")
        if reply.asking is None and {option_value(o.payload) for o in reply.options} - _LOCKED_OPTIONS:
            faults.append("other options than those of an emergency")
    if before is not None and rank(before.disposition) > rank(reply.disposition):
        freed = before.disposition == "not_for_bot" or {"utter_corrected", "utter_put_right"} & set(said)
        if not freed and reply.understood.get("intent") != "start_over":
            faults.append(f"the disposition fell from {before.disposition} to {reply.disposition}")
    return faults


def is_worded(text: str, variations: Sequence[Mapping[str, Any]], slots: Mapping[str, Any]) -> bool:
    """Whether a text is a response's wording with its placeholders filled: for someone else, the one in the
    third person where there is one."""
    third = [v for v in variations if {"type": "slot", "name": "patient", "value": "other"} in v.get("condition", ())]
    if slots.get("patient") == "other" and third:
        variations = third
    elif third:
        variations = [v for v in variations if v not in third]
    return any(_pattern(str(v["text"])).fullmatch(text) for v in variations if "text" in v)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(r"[^{}]+?".join(re.escape(part) for part in _PLACEHOLDER.split(template)), re.DOTALL)
