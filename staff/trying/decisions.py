"""Why the bot did what it did in a turn: the policy, and the rule, story or table line behind each action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from staff.places import Place, Places
from staff.plain_names import LEVELS, plain, question
from staff.trying.courses import Course, courses_behind
from staff.trying.explanation import Decision
from staff.trying.facts import TurnFacts
from triage.state import TriageState, open_question
from triage.table import ClinicalTable, Flag
from triage.turn import FORM

SAFETY, RULES, STORIES = "SafetyPolicy", "ResumingRulePolicy", "StoryPolicy"

# What each answer of the safety check is for; a name that ends in _ stands for all that begin so.
_OF_SAFETY = {
    "utter_check_first": "advice waits until the safety questions are answered",
    "utter_why_asked": "the patient asks why the question is asked",
    "utter_no_first_aid": "with this outcome no first aid is given",
    "utter_emergency_again": "after an emergency nothing else is talked about until the patient starts over",
    "utter_why_emergency": "the patient asks why, in an emergency",
    "utter_refusal_": "the patient declines the advice",
    "utter_overdose": "too much of a medicine was taken",
    "utter_call_911_too": "911 is told beside the crisis line",
    "utter_not_for_bot_child": "the patient is under 18",
    "utter_other_body_part": "it is not the back that hurts",
    "utter_emergencies_first": "it is not the back that hurts, so emergencies are asked about first",
    "utter_comfort": "the message is about a back that hurts, so the safety questions begin",
    "utter_someone_else": "the message is about someone else",
    "utter_about_you": "the message is about the writer after all",
    "utter_spanish": "the message is in Spanish",
    "utter_vague_worry": "the message tells of a worry, so emergencies are asked about",
    "utter_human": "the patient wants a person",
    "utter_privacy": "the patient asks what is stored",
    "utter_find_er": "the patient asks for an emergency room",
    "utter_welcome_back": "the patient comes back after a while",
    "utter_explain_": "the question is put in other words once",
    "utter_which": "it is not clear which sign is meant",
    "utter_none_or_which": "it is not clear whether none of the list is meant",
    "utter_which_time": "it is not clear which time is meant",
    "utter_and_the_others": "some signs of the list are not answered yet",
    "utter_noted": "the answer is noted",
    "utter_taken_down": "a later question is answered already, and the open one is not",
    "utter_correction": "the patient takes back a danger sign, so it is asked once more",
    "utter_corrected": "a danger sign was taken back, and that is confirmed",
    "utter_put_right": "an answer was changed",
    "utter_which_to_change": "the patient wants to change an answer",
    "utter_unclear": "the message was not understood",
    "utter_unclear_again": "the message was not understood, once again",
    "utter_start_over_done": "the patient wants to start over",
    "utter_deleted": "the patient wants the chat deleted",
    "utter_safe": "something failed, so the safe message is said",
    "action_disposition": "all safety questions are answered, so the outcome is told",
    "action_first_aid_next": "the patient says yes to the next step",
}


@dataclass(frozen=True)
class Behind:
    """Where the reasons for a decision can stand."""

    places: Places
    courses: Sequence[Course]
    table: ClinicalTable


def decisions_of(behind: Behind, turn: TurnFacts) -> tuple[Decision, ...]:
    """Each action of a turn with its reason, in their order."""
    return tuple(_decision(behind, turn, done.policy, done.action) for done in turn.done)


def _decision(behind: Behind, turn: TurnFacts, policy: str, action: str) -> Decision:
    if policy in (RULES, STORIES):
        kind = "rule" if policy == RULES else "story"
        found = courses_behind(behind.courses, turn, kind, action)
        if found:
            named = tuple(f"{course.kind} “{course.name}”" for course in found)
            return Decision(action, policy, "", named, tuple(str(course.place) for course in found))
    if action == FORM or action.startswith("utter_ask_"):
        return _question(behind, turn, policy, action)
    if policy == SAFETY:
        return _safety(behind, turn, action)
    if policy == RULES:
        fallback = behind.places.line_with("config.yml", "core_fallback_action_name")
        return Decision(action, policy, "no rule and no story fits, so the bot asks what is meant", (), _at(fallback))
    if not policy:
        return Decision(action, policy, "follows from the answers")
    return Decision(action, policy, "")


def _question(behind: Behind, turn: TurnFacts, policy: str, action: str) -> Decision:
    after = TriageState.from_slots(turn.slots_after)
    asked = open_question(after, turn.slots_after.get("requested_slot"))
    if asked is None:
        return Decision(action, policy, "the safety questions")
    if asked.startswith("confirm_"):
        flags = [flag for flag in after.confirm if flag in behind.table.flags]
        because = f"a danger sign was only hinted at or taken back: {', '.join(map(plain, flags))}"
        return Decision(action, policy, because, (), _at(*(behind.places.flag(flag) for flag in flags)))
    before = open_question(TriageState.from_slots(turn.slots_before), turn.slots_before.get("requested_slot"))
    again = "the question that is still open" if before == asked else "the next question"
    return Decision(action, policy, f"{again}: {question(asked)}", (), _at(behind.places.form_question(asked)))


def _safety(behind: Behind, turn: TurnFacts, action: str) -> Decision:
    level = next((name for name, level in behind.table.levels.items() if level.reply == action), None)
    if level is None:
        return Decision(action, SAFETY, reason_of_safety(action))
    flags = list(_flags_behind(behind, turn, level))
    signs = f" ({', '.join(plain(flag.name) for flag in flags)})" if flags else ""
    because = f"the outcome is “{LEVELS[level].title}”{signs}"
    at = _at(behind.places.level(level), *(behind.places.flag(flag.name) for flag in flags))
    return Decision(action, SAFETY, because, (), at)


def reason_of_safety(action: str) -> str:
    """Why the safety check does `action`, which tells no outcome and asks no question; empty if that is not known."""
    known = _OF_SAFETY.get(action)
    return known or next((why for name, why in _OF_SAFETY.items() if name[-1] == "_" and action.startswith(name)), "")


def _flags_behind(behind: Behind, turn: TurnFacts, level: str) -> Iterator[Flag]:
    """The present flags that can bring this level about."""
    present = TriageState.from_slots(turn.slots_after).present()
    for flag in behind.table.flags.values():
        rules = (*flag.raised_by, *flag.instead)
        if flag.name in present and (flag.disposition == level or any(rule.disposition == level for rule in rules)):
            yield flag


def _at(*places: Place | None) -> tuple[str, ...]:
    return tuple(str(place) for place in places if place is not None)
