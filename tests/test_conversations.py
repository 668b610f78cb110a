"""Plays the conversations in tests/conversations/ with the trained bot; their README says how to write one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from rasa_parts.clinical_knowledge import clinical_table
from tests.talking import BETWEEN_MESSAGES, NotOfferedError, Patient, option_value
from triage.state import FORM_QUESTIONS
from triage.table import DISPOSITIONS, rank

if TYPE_CHECKING:
    from rasa.core.agent import Agent

    from rasa_parts.answering import Reply

NewPatient = Callable[[], Patient]
Begun = Callable[[str | None], Patient]

TESTS = Path(__file__).resolve().parent
FOLDER = TESTS / "conversations"
EACH_RED_FLAG = FOLDER / "each_red_flag.yml"
OPENINGS = FOLDER / "openings.yml"

# The lines of section 6 of the clinical brief, each shown by at least one conversation …
SECTION_6 = {
    "scan_everything": "every message is scanned for danger: forms, buttons, small talk, fallback",
    "highest_wins": "the highest disposition wins, and two things at once are both said back",
    "negation_scope": "negation ends at but, except, although; neither … nor covers both",
    "doubtful_is_asked": "a double negative, not really, not anymore are asked",
    "denied_never_fires": "a denied flag never fires, and answers only itself",
    "refusal": "I am not going: acknowledged, the next-safest step, no self-care, twice at most",
    "locked": "after an emergency nothing but the emergency; stretches get the emergency line again",
    "never_small_talk": "worry, gibberish, two misunderstandings: the tick list, then phone and 911",
    "nothing_asked": "yes or no with no question open: what is meant is asked",
    "someone_else": "someone else is ill: they, not you; unknown answers stay unknown",
    "other_body_part": "neck, chest, belly, head, calf: emergencies first, otherwise who to ask",
    "leg_cramps": "leg cramps: clot signs, then general",
    "spanish": "the emergency line and the number in Spanish, when Spanish is written",
    "returning": "better, the same or worse, and the nerve signs again, before anything else",
    "day_seven": "day 7 and later: call_clinic by itself",
    "new_after_better": "a new spasm after a better spell counts as recurring",
    "any_time": "start over, a person, what is stored, deleting it: at any point",
}
# … or held by a test of its own.
SECTION_6_ELSEWHERE = {
    "scan_when_down": "test_safety.py::test_emergencies_are_told_without_the_action_server",
    "page_when_down": "test_safety.py::test_the_page_itself_carries_the_emergency_text_and_the_number",
    "understood_advice_reason_watch": "test_wording.py::test_an_outcome_says_back_then_advises_then_gives_the_reason",
    "disclaimer_and_number": "test_wording.py::test_beside_the_advice_stand_the_disclaimer_and_a_number",
    "after_hours": "test_wording.py::test_after_hours_the_patient_is_told_who_to_call",
    "reading_level": "test_wording.py::test_the_wording_is_easy_to_read",
    "not_below_a_question": "test_wording.py::test_nothing_stands_below_a_question",
    "nothing_generated": "test_conversations.py::test_conversation",
}

CONVERSATION_KEYS = frozenset({"name", "section6", "opening", "turns"})
ACTS = frozenset({"patient", "press"})
EXPECTATIONS = frozenset(
    {
        "asking",
        "disposition",
        "about",
        "responses",
        "not_responses",
        "only_responses",
        "present",
        "denied",
        "unsure",
        "options",
        "not_options",
    }
)
_AFTER = re.compile(r"(\d+) (minute|hour|day|week)s?")
_PLACEHOLDER = re.compile(r'\{[^{}"\n]*\}')
_FIRST_AID = ("utter_step_", "utter_first_aid", "utter_easier_", "utter_alternative_", "utter_stretching")
_LOCKED_OPTIONS = frozenset({"ask_why", "ask_find_er", "start_over"})


class ConversationError(ValueError):
    """A conversation is not written as it must be; says where and what."""


@dataclass(frozen=True)
class Step:
    """One turn: what the patient does, after how long, and what is expected then."""

    typed: str | None
    pressed: tuple[str, ...]
    after: timedelta | None
    expected: Mapping[str, Any]


@dataclass(frozen=True)
class Conversation:
    """One conversation of a file; `problem` says why it cannot be played."""

    file: str
    name: str
    steps: tuple[Step, ...] = ()
    opening: str | None = None
    section6: frozenset[str] = frozenset()
    problem: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.file.removesuffix('.yml')}: {self.name}"


# --- reading ----------------------------------------------------------------------------------------


@cache
def conversations() -> tuple[Conversation, ...]:
    """All conversations of the folder; one that is badly written carries its problem."""
    files = [path for path in sorted(FOLDER.rglob("*.yml")) if path not in (EACH_RED_FLAG, OPENINGS)]
    return tuple(conversation for path in files for conversation in _read_file(path))


@cache
def openings() -> dict[str, tuple[Step, ...]]:
    content = yaml.safe_load(OPENINGS.read_text("utf-8"))
    return {name: tuple(_step(turn, name) for turn in turns) for name, turns in content.items()}


def _read_file(path: Path) -> Iterator[Conversation]:
    file = path.relative_to(FOLDER).as_posix()
    try:
        entries = yaml.safe_load(path.read_text("utf-8"))
        if not isinstance(entries, list) or not entries:
            raise ConversationError("must be a list of conversations")
    except (yaml.YAMLError, ConversationError) as error:
        yield Conversation(file, "the file", problem=f"{file}: {error}")
        return
    for number, entry in enumerate(entries, start=1):
        name = str(entry.get("name", f"number {number}")) if isinstance(entry, dict) else f"number {number}"
        try:
            yield read(entry, file)
        except ConversationError as error:
            yield Conversation(file, name, problem=f"{file}: {name}: {error}")


def read(entry: object, file: str) -> Conversation:
    """One conversation from its YAML. Raises ConversationError."""
    if not isinstance(entry, dict):
        raise ConversationError("must begin with `- name:`")
    _known("a conversation", entry, CONVERSATION_KEYS)
    if not isinstance(entry.get("name"), str):
        raise ConversationError("`name:` is missing")
    section6 = _listed(entry, "section6")
    _known("section6", section6, SECTION_6)
    turns = entry.get("turns")
    if not isinstance(turns, list) or not turns:
        raise ConversationError("`turns:` must be a list")
    steps = tuple(_step(turn, f"turn {number}") for number, turn in enumerate(turns, start=1))
    if not any(step.expected for step in steps):
        raise ConversationError("expects nothing")
    opening = entry.get("opening")
    if opening is not None:
        _known("openings.yml", [opening], openings())
    return Conversation(file, entry["name"], steps, opening, frozenset(section6))


def _step(turn: object, where: str) -> Step:
    if not isinstance(turn, dict):
        raise ConversationError(f"{where}: must begin with `- patient:` or `- press:`")
    _known(where, turn, ACTS | EXPECTATIONS | {"after"})
    if len(ACTS & turn.keys()) != 1:
        raise ConversationError(f"{where}: must have `patient:` or `press:`, and not both")
    typed = turn.get("patient")
    if typed is not None and not isinstance(typed, str):
        raise ConversationError(f"{where}: put what the patient types in quotes")
    expected = {key: turn[key] for key in turn.keys() & EXPECTATIONS}
    for key in expected.keys() - {"asking", "disposition", "about"}:
        expected[key] = _listed(turn, key)
    _check_names(where, expected)
    return Step(typed, tuple(_listed(turn, "press")), _after(turn.get("after"), where), expected)


def _check_names(where: str, expected: Mapping[str, Any]) -> None:
    if expected.get("asking") is not None:
        _known(f"{where}: asking", [expected["asking"]], questions())
    if expected.get("disposition") is not None:
        _known(f"{where}: disposition", [expected["disposition"]], DISPOSITIONS)
    if "about" in expected:
        _known(f"{where}: about", [expected["about"]], ("self", "other"))
    for state in ("present", "denied", "unsure"):
        _known(f"{where}: {state}", expected.get(state, ()), clinical_table().flags)


def questions() -> frozenset[str]:
    """The names of the contract that `asking` may report."""
    confirming = {f"confirm_{flag}" for flag in clinical_table().flags}
    return frozenset({*FORM_QUESTIONS, "cold_heat_cautions", "better_or_worse", *confirming})


def _after(value: object, where: str) -> timedelta | None:
    if value is None:
        return None
    match = _AFTER.fullmatch(str(value))
    if match is None:
        raise ConversationError(f"{where}: after: must be like `3 hours` or `8 days`")
    return timedelta(**{f"{match[2]}s": int(match[1])})


def _listed(entry: Mapping[str, Any], key: str) -> list[str]:
    value = entry.get(key)
    values = [] if value is None else value if isinstance(value, list) else [value]
    if not all(isinstance(v, str) for v in values):
        raise ConversationError(f"{key}: must be a name or a list of names; put {values} in quotes")
    return values


def _known(where: str, names: Any, known: Any) -> None:
    unknown = sorted(str(name) for name in names if name not in known)
    if unknown:
        raise ConversationError(f"{where}: unknown {', '.join(unknown)}; known are {', '.join(sorted(known))}")


# --- playing -----------------------------------------------------------------------------------------


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


# --- the tests ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wording(bot: Agent) -> Mapping[str, Any]:
    """Every response of data/, by name."""
    assert bot.domain is not None
    return bot.domain.responses


@pytest.fixture(scope="module")
def begun(new_patient: NewPatient, wording: Mapping[str, Any]) -> Begun:
    """Gives a patient who has come through an opening; each opening is played once."""
    played: dict[str, Patient] = {}

    def begin(opening: str | None) -> Patient:
        patient = new_patient()
        if opening is None:
            return patient
        if opening not in played:
            first = new_patient()
            play(first, openings()[opening], wording)
            played[opening] = first
        return played[opening].goes_on_as(patient.sender)

    return begin


@pytest.mark.parametrize("conversation", conversations(), ids=str)
def test_conversation(conversation: Conversation, begun: Begun, wording: Mapping[str, Any]) -> None:
    if conversation.problem:
        pytest.fail(conversation.problem, pytrace=False)
    expected = [name for s in conversation.steps for k in s.expected if "response" in k for name in s.expected[k]]
    _known(str(conversation), expected, wording)
    play(begun(conversation.opening), conversation.steps, wording)


def test_no_two_conversations_have_the_same_name() -> None:
    names = [str(conversation) for conversation in conversations()]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("line", SECTION_6)
def test_every_line_of_section_6_has_a_conversation(line: str) -> None:
    assert any(line in conversation.section6 for conversation in conversations()), SECTION_6[line]


@pytest.mark.parametrize("line", SECTION_6_ELSEWHERE)
def test_every_other_line_of_section_6_has_a_test(line: str) -> None:
    file, name = SECTION_6_ELSEWHERE[line].split("::")
    assert f"def {name}(" in (TESTS / file).read_text("utf-8")


# --- every red flag, everywhere ----------------------------------------------------------------------

RED_FLAGS: dict[str, dict[str, str]] = yaml.safe_load(EACH_RED_FLAG.read_text("utf-8"))
SPASM = "bent down to tie my shoe and my back locked up"


def test_every_red_flag_of_the_table_is_played() -> None:
    assert list(RED_FLAGS) == list(clinical_table().flags)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_red_flag_as_the_first_message(flag: str, new_patient: NewPatient) -> None:
    patient = new_patient()
    reply = patient.types(RED_FLAGS[flag]["says"])
    if not reply.asking and not reply.disposition:
        patient.types(SPASM)
    _ends_as_it_should(patient, flag)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_red_flag_in_the_middle_of_the_questions(flag: str, begun: Begun) -> None:
    patient = begun("in_the_questions")
    patient.types(RED_FLAGS[flag]["says"])
    _ends_as_it_should(patient, flag)


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_red_flag_after_the_outcome(flag: str, begun: Begun) -> None:
    patient = begun("self_care")
    patient.types(RED_FLAGS[flag]["says"])
    _ends_as_it_should(patient, flag)


def _ends_as_it_should(patient: Patient, flag: str) -> None:
    """An emergency at once, anything else at the latest when all questions are answered."""
    expected = RED_FLAGS[flag]["alone"]
    if not clinical_table().is_locked(expected):
        patient.answers_the_rest()
    assert patient.reply is not None
    assert patient.reply.disposition == expected, patient.said()
    assert patient.reply.red_flags.get(flag) == "present", patient.said()


@pytest.mark.parametrize("flag", [flag for flag in RED_FLAGS if RED_FLAGS[flag]["denies"] != "none"])
def test_a_denied_red_flag_never_fires_and_answers_only_itself(flag: str, new_patient: NewPatient) -> None:
    patient = new_patient()
    patient.types(SPASM)
    reply = patient.types(RED_FLAGS[flag]["denies"])
    assert reply.red_flags == {flag: "denied"}, patient.said()
    assert reply.asking == "emergency_signs", patient.said()
    assert patient.answers_the_rest().disposition == "self_care", patient.said()


def test_of_two_dangers_the_higher_is_acted_on_and_both_are_said_back(new_patient: NewPatient) -> None:
    reply = new_patient().types("my back hurts, I can't pee and I have chest pain")
    assert reply.responses == ["utter_call_911"]
    for flag in ("urinary_retention", "chest_pain"):
        assert clinical_table().flags[flag].said_back in reply.messages[0].text


# --- how the files are read --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("turn", "named"),
    [
        ({"patient": "hi", "askin": "onset"}, "askin"),
        ({"patient": "hi", "asking": "onsets"}, "onsets"),
        ({"patient": "hi", "disposition": "call_912"}, "call_912"),
        ({"patient": "hi", "present": ["feverish"]}, "feverish"),
        ({"patient": "hi", "after": "a while"}, "after"),
        ({"patient": "hi", "press": "none"}, "not both"),
        ({"patient": True, "asking": None}, "quotes"),
    ],
)
def test_what_is_misspelt_in_a_conversation_is_named(turn: dict[str, Any], named: str) -> None:
    with pytest.raises(ConversationError, match=named):
        read({"name": "a test", "turns": [turn]}, "a_file.yml")


def test_a_conversation_must_expect_something() -> None:
    with pytest.raises(ConversationError, match="expects nothing"):
        read({"name": "a test", "turns": [{"patient": "hi"}]}, "a_file.yml")
