"""From flags, signs, age and time to one disposition, by the clinical table."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from triage.clinic import PersistentWeeks
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import ONSET_UNKNOWN, TriageState
from triage.table import ClinicalTable, Flag, most_urgent, rank

CALL_CLINIC, SELF_CARE, NOT_FOR_BOT = "call_clinic", "self_care", "not_for_bot"


@dataclass(frozen=True)
class Reason:
    """One ground for a level: what is said back to the patient, and why it matters."""

    disposition: str
    said_back: str
    why: str


def dangers(table: ClinicalTable, state: TriageState) -> list[Reason]:
    """Every ground in flags and signs for more than self-care, most urgent first.

    A child is referred on (`not_for_bot`) unless something is an emergency.
    """
    facts = facts_of(table, state)
    signs = [sign for sign in table.sign_rules if all(term in facts for term in sign.rule.terms)]
    # What the signs say of a flag that they amount to is nearer to what the patient said.
    told = {(sign.flag, sign.rule.disposition) for sign in signs}
    reasons = [
        reason
        for flag in table.flags.values()
        if (reason := _flag_reason(table, flag, facts, state)) is not None
        and (flag.name, reason.disposition) not in told
    ]
    reasons += [Reason(sign.rule.disposition, sign.said_back, sign.why) for sign in signs]
    reasons.sort(key=lambda reason: -rank(reason.disposition))
    if "child" in facts and not (reasons and table.is_locked(reasons[0].disposition)):
        child = table.flags["child"]
        return [Reason(NOT_FOR_BOT, child.said_back, child.why)]
    return [r for r in reasons if r.disposition != NOT_FOR_BOT]


def danger_level(table: ClinicalTable, state: TriageState) -> str | None:
    """The most urgent level among `dangers`, or None."""
    reasons = dangers(table, state)
    return reasons[0].disposition if reasons else None


def answered(table: ClinicalTable, state: TriageState, question: str) -> bool:
    """Whether every sign of a tick list that acts alone has been answered."""
    return all(
        state.flag(name) is not None
        for name in table.asked_in(question)
        if table.flags[name].acts_alone
    ) and (question != "health_risks" or state.health_risks is not None)


def all_lone_signs_answered(table: ClinicalTable, state: TriageState) -> bool:
    """Whether every sign that acts alone and is asked about has been answered."""
    return all(
        state.flag(flag.name) is not None
        for flag in table.flags.values()
        if flag.acts_alone and flag.asked_in
    )


def open_questions(table: ClinicalTable, state: TriageState) -> list[str]:
    """The form's questions that can still change the outcome, in their order."""
    lists = [q for q in ("emergency_signs", "nerve_signs") if not answered(table, state, q)]
    level = danger_level(table, state)
    if level == NOT_FOR_BOT or table.is_locked(level):
        return lists
    questions = list(lists)
    if state.age_group is None:
        questions.append("age_group")
    if state.health_risks is None:
        questions.append("health_risks")
    if rank(level) <= rank(CALL_CLINIC):
        if state.onset is None:
            questions.append("onset")
        if state.recurring is None:
            questions.append("recurring")
    return questions


def decide(
    table: ClinicalTable, state: TriageState, now: datetime, persistent: PersistentWeeks
) -> str | None:
    """The one disposition of a conversation; None while a question is open.

    An emergency holds at once. What was told before is never lowered here, but someone under 18
    is referred on even after first aid or the clinic's number.
    """
    level = danger_level(table, state)
    if table.is_locked(level):
        return most_urgent(level, state.disposition)
    if state.confirm or open_questions(table, state):
        return state.disposition
    if level == NOT_FOR_BOT:
        referred_on = rank(state.disposition) <= rank(CALL_CLINIC)
        return NOT_FOR_BOT if referred_on else state.disposition
    fallback = SELF_CARE if all_lone_signs_answered(table, state) else CALL_CLINIC
    return most_urgent(level, time_level(state, now, persistent), fallback, state.disposition)


def time_level(state: TriageState, now: datetime, persistent: PersistentWeeks) -> str | None:
    """`call_clinic` for pain that persists, keeps coming back, or does not get better."""
    if state.recurring or state.better_or_worse in {"worse", "new"}:
        return CALL_CLINIC
    if state.health_risks == "not_sure":
        return CALL_CLINIC
    onset = onset_moment(state)
    if onset is not None and now - onset >= timedelta(weeks=persistent.offer):
        return CALL_CLINIC
    return None


def onset_moment(state: TriageState) -> datetime | None:
    """The moment of onset, or None while it is unknown."""
    if state.onset is None or state.onset == ONSET_UNKNOWN:
        return None
    return datetime.fromisoformat(state.onset)


def facts_of(table: ClinicalTable, state: TriageState) -> frozenset[str]:
    """The flags that are present, the signs, what the age adds, and the groups of which one is there."""
    facts = set(state.present()) | set(state.signs)
    if state.age_group == "under_18":
        facts.add("child")
    if state.age_group == "70_plus" or "age_70_plus" in facts:
        facts |= {"age_70_plus", "age_60_plus"}
    for group, members in table.groups.items():
        if any(member in facts for member in members):
            facts.add(group)
    return frozenset(facts)


def _flag_reason(
    table: ClinicalTable, flag: Flag, facts: Collection[str], state: TriageState
) -> Reason | None:
    if flag.name in facts:
        disposition = flag.disposition
        for rule in flag.instead:
            if rule.terms[0] in facts:
                disposition = rule.disposition
        for rule in flag.raised_by:
            if any(term in facts and term != flag.name for term in rule.terms):
                disposition = most_urgent(disposition, rule.disposition)
    elif state.flag(flag.name) == UNSURE and _settled(flag, state):
        if not flag.acts_alone:
            return None
        unsure = table.unsure[flag.asked_in or "volunteered"]
        return Reason(unsure.disposition, unsure.said_back, unsure.why)
    else:
        return None
    return None if disposition is None else Reason(disposition, flag.said_back, flag.why)


def _settled(flag: Flag, state: TriageState) -> bool:
    """A flag is left unsure once it was explained and is not being asked any more."""
    return flag.name not in state.confirm and state.flag(flag.name) not in {PRESENT, DENIED}
