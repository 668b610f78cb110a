"""Takes what a message says into the state: flags, signs, time, age, and the open answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from triage import answers
from triage.ages import is_an_adults_age, stated_age_group
from triage.denial_and_story import says_no_first
from triage.disposition import facts_of
from triage.plain_denial import is_plain_denial
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.sense import Sense
from triage.state import NOT_SURE_WHETHER_RECURRING, ONSET_UNKNOWN, Message, TriageState
from triage.table import TICK_LISTS, ClinicalTable
from triage.whole_denial import denies_the_whole_list

# The middle of what an onset option stands for, in hours before the message.
ONSET_OPTIONS = {
    "today": 6.0,
    "1_3_days": 48.0,
    "3_7_days": 120.0,
    "1_2_weeks": 252.0,
    "over_2_weeks": 504.0,
}
COURSES = ("better", "same", "worse", "new")

@dataclass(frozen=True)
class Absorbed:
    """The state after a message.

    answer      what it said in answer to the open question ("" for nothing): a value, or
                "not_sure", "which", "none_but", "partial"
    asked       the flags that an open confirming question was about
    corrected   flags stated before that the message takes back
    """

    state: TriageState
    answer: str = ""
    corrected: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def hints_anew(self) -> bool:
        """Whether flags wait to be confirmed that the last question was not about."""
        return not set(self.state.asked_now()) <= set(self.asked)

    @property
    def leaves_open(self) -> bool:
        """Whether an open confirming question stays as it was."""
        return bool(self.asked) and self.asked[0] in self.state.confirm and not self.hints_anew


def absorb(
    table: ClinicalTable, state: TriageState, message: Message, question: str | None
) -> Absorbed:
    """The state with all that `message` says, in answer to `question` and beside it."""
    asked = state.asked_now() if question and question.startswith("confirm_") else ()
    if len(asked) != 1:
        # Which of several it answers is not known.
        message = replace(message, findings=tuple(f for f in message.findings if f.sense is not Sense.ANSWERED))
    if question in TICK_LISTS:
        message = _without_denied_suspicions(table, message)
    if question == "recurring" and answers.asks_back(message):
        message = replace(message, recurring=None)
    state, corrected = _take_findings(table, state, message, question, asked)
    state = _take_facts(state, message, question)
    answer = ""
    if len(asked) > 1:
        state, answer = _take_confirmations(state, message, asked)
    elif asked:
        state, answer = _take_confirmation(state, message, asked[0])
    elif question:
        state, answer = _take_answer(table, state, message, question)
    return Absorbed(_close_lists(table, _amounting_to_flags(table, state)), answer, corrected, asked)


def _without_denied_suspicions(table: ClinicalTable, message: Message) -> Message:
    """The answer to a tick list without what the detector suspects in a plain "none of these".

    Everybody is asked about those flags in a list, so that nothing stays unasked for it.
    """
    seen = tuple(finding for finding in message.findings if finding.sense is not Sense.SUSPECTED)
    if len(seen) == len(message.findings):
        return message
    if is_plain_denial(message.text, seen):
        return replace(message, findings=seen)
    if not denies_the_whole_list(message.text):
        return message
    listed = {flag.name for flag in table.flags.values() if flag.asked_in in TICK_LISTS}
    kept = tuple(f for f in message.findings if f.sense is not Sense.SUSPECTED or f.name not in listed)
    return replace(message, findings=kept)


def _amounting_to_flags(table: ClinicalTable, state: TriageState) -> TriageState:
    """A fall at 80 is said of brittle bones, which nobody has to name for it."""
    facts = facts_of(table, state)
    for sign in table.sign_rules:
        if sign.flag is None or state.flag(sign.flag) in (PRESENT, DENIED):
            continue
        if all(term in facts for term in sign.rule.terms):
            state = state.with_flag(sign.flag, PRESENT)
            state = state.with_(confirm=tuple(flag for flag in state.confirm if flag != sign.flag))
    return state


def _close_lists(table: ClinicalTable, state: TriageState) -> TriageState:
    """A tick list whose signs were all spoken of is not asked any more."""
    for question in ("emergency_signs", "nerve_signs"):
        states = [state.flag(name) for name in table.asked_in(question)]
        if getattr(state, question) is None and all(states):
            some = any(value in (PRESENT, UNSURE) for value in states)
            state = state.with_(**{question: "some" if some else "none"})
    return state


def _take_findings(
    table: ClinicalTable,
    state: TriageState,
    message: Message,
    question: str | None,
    asked: tuple[str, ...],
) -> tuple[TriageState, tuple[str, ...]]:
    corrected: list[str] = []
    signs = list(state.signs)
    for finding in message.findings:
        name = finding.name
        if name not in table.flags:
            if finding.state == PRESENT and name not in signs:
                signs.append(name)
            continue
        known = state.flag(name)
        if finding.state == PRESENT:
            state = state.with_flag(name, PRESENT)
            state = state.with_(confirm=tuple(f for f in state.confirm if f != name))
        elif name in asked:
            continue
        elif known == PRESENT:
            if finding.state == DENIED:
                corrected.append(name)
        elif finding.state == DENIED:
            state = state.with_flag(name, DENIED)
            state = state.with_(confirm=tuple(f for f in state.confirm if f != name))
        elif name not in state.confirm:
            if finding.sense is Sense.SUSPECTED:
                if known == UNSURE or name in state.suspected or state.emergency_stated:
                    continue
                state = state.with_(suspected=(*state.suspected, name))
            state = state.with_flag(name, UNSURE)
            state = state.with_(confirm=(*state.confirm, name))
    return state.with_(signs=tuple(signs)), tuple(corrected)


def _take_facts(state: TriageState, message: Message, question: str | None) -> TriageState:
    if message.someone_else:
        state = state.with_(patient="other")
    elif message.the_writer:
        state = state.with_(patient="self")
    if message.onset and message.onset_clear and question != "onset":
        state = state.with_(onset=message.onset)
    # "No, nothing like that" answers the open question; only a stated recurrence counts beside it.
    if message.recurring or (message.recurring is False and question is None):
        state = state.with_(recurring=message.recurring)
    # "44" names no option of a list: it answers the question after it.
    alone = question in TICK_LISTS and is_an_adults_age(message.text)
    group = stated_age_group(message.text, message.at.year, awaiting=alone)
    if group and question != "age_group":
        state = state.with_(age_group=group)
    return state


def _take_confirmation(
    state: TriageState, message: Message, flag: str
) -> tuple[TriageState, str]:
    if state.flag(flag) == PRESENT and flag not in state.confirm:
        return state, PRESENT  # the findings answered it already
    answer = answers.confirmation(message, flag)
    if answer is None:
        return state, ""
    if answer == UNSURE:
        return state, answers.NOT_SURE
    state = state.with_flag(flag, answer)
    return state.with_(confirm=tuple(f for f in state.confirm if f != flag)), answer


def _take_confirmations(
    state: TriageState, message: Message, asked: tuple[str, ...]
) -> tuple[TriageState, str]:
    """Several flags are asked about at once: read as a tick list of them; "some" if any was settled."""
    answer = answers.several_confirmed(message, asked)
    settled = {**dict.fromkeys(answer.present, PRESENT), **dict.fromkeys(answer.denied, DENIED)}
    for flag, value in settled.items():
        if state.flag(flag) != PRESENT:
            state = state.with_flag(flag, value)
    state = state.with_(confirm=tuple(flag for flag in state.confirm if flag not in settled))
    if answer.kind in (answers.NOT_SURE, "which", "none_but"):
        return state, answer.kind
    return state, "some" if settled or not set(asked) <= set(state.confirm) else ""


def _take_answer(
    table: ClinicalTable, state: TriageState, message: Message, question: str
) -> tuple[TriageState, str]:
    if question in TICK_LISTS:
        return _take_tick_list(table, state, message, question)
    if question == "age_group":
        group = answers.age_answer(message)
        return (state.with_(age_group=group), group) if group else (state, "")
    if question == "onset":
        return _take_onset(state, message)
    if question == "recurring":
        return _take_recurring(state, message)
    if question == "better_or_worse":
        course = course_of(message)
        return (with_course(state, course), course) if course else (state, "")
    if question == "cold_heat_cautions":
        cautions = answers.cautions_answer(message, table.cautions)
        if cautions is None:
            return state, ""
        return state.with_(cold_heat_cautions=cautions), "answered"
    return state, ""


def _take_tick_list(
    table: ClinicalTable, state: TriageState, message: Message, question: str
) -> tuple[TriageState, str]:
    listed = table.asked_in(question)
    answer = answers.tick_answer(message, question, listed)
    state = _mark(state, answer.present, PRESENT)
    state = _mark(state, answer.denied, DENIED)
    if answer.kind in ("none", "signs") or (
        answer.kind == "partial" and question == "health_risks" and answer.present
    ):
        some = any(state.flag(name) in (PRESENT, UNSURE) for name in listed)
        # A risk that is typed is a risk that is ticked: the list is closed with it.
        return state.with_(**{question: "some" if some else "none"}), "signs" if answer.present else "none"
    if answer.kind == "partial" and all(state.flag(name) for name in listed):
        return state, "signs"
    return state, answer.kind


def leave_unsure(
    table: ClinicalTable, state: TriageState, question: str, asked: tuple[str, ...]
) -> TriageState:
    """The state after a second "not sure": what is still open in the question stays unsure."""
    if question.startswith("confirm_"):
        left = [flag for flag in asked if flag in state.confirm]
        for flag in left:
            state = state.with_flag(flag, UNSURE)
        return state.with_(confirm=tuple(f for f in state.confirm if f not in left))
    for name in table.asked_in(question):
        if state.flag(name) is None:
            state = state.with_flag(name, UNSURE)
    return state.with_(**{question: "not_sure"})


def _mark(state: TriageState, names: Iterable[str], value: str) -> TriageState:
    for name in names:
        if value == PRESENT or state.flag(name) not in (PRESENT, UNSURE):
            state = state.with_flag(name, value)
    return state


def _take_onset(state: TriageState, message: Message) -> tuple[TriageState, str]:
    option = answers.choice(message, "onset", ONSET_OPTIONS)
    if message.onset and option not in ONSET_OPTIONS:
        if message.onset_clear:
            return state.with_(onset=message.onset), "answered"
        return state, "unclear_time"
    if option in ONSET_OPTIONS:
        moment = message.at - timedelta(hours=ONSET_OPTIONS[option])
        return state.with_(onset=moment.isoformat()), "answered"
    if option == answers.NOT_SURE:
        return state.with_(onset=ONSET_UNKNOWN), "answered"
    return state, ""


def _take_recurring(state: TriageState, message: Message) -> tuple[TriageState, str]:
    # "First" is the first time here, not the first option.
    heard = None if message.picked or message.recurring is None else message.recurring
    answer = answers.yes_no(message, "recurring") if heard is None else answers.YES if heard else answers.NO
    if answer is None:
        answer = answers.choice(message, "recurring", (answers.YES, answers.NO))
    if answer is None and says_no_first(message.text):
        answer = answers.NO
    if message.recurring or (answer == answers.NOT_SURE and answers.leans_to_yes(message)):
        answer = answers.YES
    if answer is None:
        return state, ""
    if answer == answers.NOT_SURE:
        state = state.with_(explained=(*state.explained, NOT_SURE_WHETHER_RECURRING))
    return state.with_(recurring=answer == answers.YES), answer


def with_course(state: TriageState, course: str) -> TriageState:
    """The state of a patient who came back; a new spasm recurs, and began anew."""
    state = state.with_(better_or_worse=course)
    return state.with_(recurring=True, onset=None) if course == "new" else state


def course_of(message: Message) -> str | None:
    """Better, same, worse or new, in answer to how it went since."""
    picked = answers.choice(message, "better_or_worse", COURSES)
    if picked in COURSES:
        return picked
    if message.intent in ("better", "same", "worse"):
        return message.intent
    if message.intent in ("report_spasm", "report_recurring") and message.recurring is not False:
        return "new"
    return None
