"""How well the bot understands the held-out cases: intents, red flags, time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from rasa.core.agent import Agent

from bench.answers import AnswerResult, answer_cases, measure_answers
from bench.cases import (
    BLIND,
    DENIED,
    FINAL,
    FLAG_PARTS,
    MENDED,
    NONE,
    PRESENT,
    UNSEEN,
    FlagCase,
    IntentCase,
    OnsetCase,
    RecurringCase,
    flag_cases,
    intent_cases,
    onset_cases,
    recurring_cases,
)
from bench.robustness import spoiled
from bench.scores import Rate, macro_f1, rate
from bench.understanding import SAID_AT, Understood, understand
from rasa_parts.clinical_knowledge import clinical_table
from triage.onset import band
from triage.red_flags import UNSURE
from triage.table import rank


@dataclass(frozen=True)
class IntentResult:
    """A held-out phrasing and what it was taken for."""

    case: IntentCase
    got: Understood

    @property
    def right(self) -> bool:
        return self.got.intent == self.case.intent


@dataclass(frozen=True)
class FlagResult:
    """A red-flag case and what was made of it."""

    case: FlagCase
    got: Understood

    @property
    def by_table(self) -> bool:
        """The clinical table saw the flag: present, or to be asked."""
        return self.got.by_table.get(self.case.flag) in (PRESENT, UNSURE)

    @property
    def by_detector(self) -> bool:
        return self.case.flag in self.got.suspected

    @property
    def acted_on(self) -> bool:
        """The bot takes the flag as stated, is at the flag's level anyway, or asks about it: a flag that acts alone
        in the same turn, another one before any first aid."""
        state, flag = self.got.turn.state, clinical_table().flags[self.case.flag]
        if flag.name in state.present():
            return True
        if not flag.acts_alone:
            return flag.name in state.confirm
        at_its_level = state.disposition is not None and rank(state.disposition) >= rank(flag.disposition)
        return at_its_level or f"utter_ask_confirm_{flag.name}" in self.got.turn.actions

    @property
    def escalated_wrongly(self) -> bool:
        """The flag (of a plain message: any flag) is taken as stated, though it is not."""
        stated = self.got.turn.state.present()
        return bool(stated) if not self.case.flag else self.case.flag in stated

    @property
    def asked_needlessly(self) -> bool:
        """Of a plain message: some flag is asked about."""
        return any(action.startswith("utter_ask_confirm_") for action in self.got.turn.actions)


@dataclass(frozen=True)
class NluResults:
    """All that `./bot bench nlu` shows; each by the part of the held-out cases that it was measured on."""

    intents: dict[str, list[IntentResult]]
    spoiled: dict[str, list[IntentResult]]
    flags: dict[str, list[FlagResult]]
    spoiled_flags: dict[str, list[FlagResult]]
    onset: dict[str, list[tuple[OnsetCase, str]]]
    recurring: dict[str, list[tuple[RecurringCase, bool | None]]]
    answers: list[AnswerResult] = field(default_factory=list)


async def measure(agent: Agent, tick: Callable[[str], None] = lambda what: None) -> NluResults:
    """Every case once; `tick` hears what is being measured."""
    results = NluResults({}, {}, {}, {}, {}, {})
    for part in (FINAL, UNSEEN):
        tick(f"intents, {part}")
        cases = intent_cases(part)
        results.intents[part] = await measure_intents(agent, cases)
        results.spoiled[part] = await measure_intents(agent, spoiled_cases(cases))
    for part in FLAG_PARTS:
        tick(f"red flags, {part}")
        results.flags[part] = await measure_flags(agent, flag_cases(part), detector_alone=True)
    tick("red flags, spoiled")
    results.spoiled_flags[BLIND] = await measure_flags(agent, spoiled_flag_cases(flag_cases(BLIND)))
    for part in (BLIND, FINAL, MENDED):
        tick(f"time, {part}")
        results.onset[part] = await measure_onset(agent, onset_cases(part))
        results.recurring[part] = await measure_recurring(agent, recurring_cases(part))
    tick("answers")
    results.answers.extend(await measure_answers(agent, answer_cases()))
    return results


def spoiled_cases(cases: Sequence[IntentCase]) -> list[IntentCase]:
    """The same cases as people in pain type them."""
    return [IntentCase(spoiled(case.text), case.intent) for case in cases]


def spoiled_flag_cases(cases: Sequence[FlagCase]) -> list[FlagCase]:
    """The stated ones, as people in pain type them."""
    return [replace(case, text=spoiled(case.text)) for case in cases if case.state == PRESENT]


async def measure_intents(agent: Agent, cases: Sequence[IntentCase]) -> list[IntentResult]:
    understood = await understand(agent, [case.text for case in cases])
    return [IntentResult(case, got) for case, got in zip(cases, understood, strict=True)]


async def measure_flags(
    agent: Agent, cases: Sequence[FlagCase], detector_alone: bool = False
) -> list[FlagResult]:
    """Each case with what was made of it; `detector_alone`: also by the detector without the table."""
    understood = await understand(agent, [case.text for case in cases], detector_alone=detector_alone)
    return [FlagResult(case, got) for case, got in zip(cases, understood, strict=True)]


async def measure_onset(agent: Agent, cases: Sequence[OnsetCase]) -> list[tuple[OnsetCase, str]]:
    """Each case with the band that the bot took it for, or "ask"."""
    understood = await understand(agent, [case.text for case in cases], asking="onset")
    return [(case, _band(got)) for case, got in zip(cases, understood, strict=True)]


async def measure_recurring(
    agent: Agent, cases: Sequence[RecurringCase]
) -> list[tuple[RecurringCase, bool | None]]:
    """Each case with what the bot heard, asked whether it had happened before."""
    understood = await understand(agent, [case.text for case in cases], asking="recurring")
    return [(case, _recurring(got)) for case, got in zip(cases, understood, strict=True)]


def _band(got: Understood) -> str:
    onset = next((e for e in got.entities if e["entity"] == "onset"), None)
    if onset is None or onset["ambiguous"]:
        return "ask"
    return band(datetime.fromisoformat(onset["value"]), SAID_AT)


def _recurring(got: Understood) -> bool | None:
    said = next((e["value"] for e in got.entities if e["entity"] == "recurring"), None)
    return None if said is None else said == "yes"


def intent_f1(results: Sequence[IntentResult]) -> float:
    return macro_f1([r.case.intent for r in results], [r.got.intent for r in results])


def confusions(results: Iterable[IntentResult]) -> list[tuple[tuple[str, str], int]]:
    """(wanted, got) and how often, the most frequent first."""
    return Counter((r.case.intent, r.got.intent) for r in results if not r.right).most_common()


def acting_alone(results: Iterable[FlagResult], alone: bool) -> list[FlagResult]:
    """The results of the flags that act alone, or of all others; plain messages are of neither."""
    act_alone = frozenset(clinical_table().acts_alone())
    return [r for r in results if r.case.flag and (r.case.flag in act_alone) == alone]


def stated(results: Iterable[FlagResult]) -> list[FlagResult]:
    return [r for r in results if r.case.state == PRESENT]


def caught(results: Iterable[FlagResult]) -> Rate:
    """How many stated flags the bot acts on."""
    return rate(r.acted_on for r in stated(results))


def caught_at(results: Iterable[FlagResult], threshold: float) -> Rate:
    """How many stated flags the table sees, or the detector suspects at `threshold`."""
    return rate(r.by_table or r.got.chances.get(r.case.flag, 0.0) >= threshold for r in stated(results))


def left_alone_at(results: Iterable[FlagResult], threshold: float) -> Rate:
    """How many plain messages the detector does not suspect at `threshold`."""
    return rate(max(r.got.chances.values(), default=0.0) < threshold for r in results if not r.case.flag)


def not_escalated(results: Iterable[FlagResult]) -> Rate:
    """How many plain, denied and look-alike messages are not taken for a danger."""
    return rate(not r.escalated_wrongly for r in results if r.case.state in (DENIED, NONE))


def left_alone(results: Iterable[FlagResult]) -> Rate:
    """How many plain messages bring no question about a danger."""
    return rate(not r.asked_needlessly for r in results if not r.case.flag)


def in_the_right_band(results: Iterable[tuple[OnsetCase, str]]) -> Rate:
    """How many stated durations fall in their band."""
    return rate(got == case.band for case, got in results if case.band != "ask")


def rightly_asked(results: Iterable[tuple[OnsetCase, str]]) -> Rate:
    """How many messages without a clear time are asked about."""
    return rate(got == "ask" for case, got in results if case.band == "ask")


def recurring_right(results: Iterable[tuple[RecurringCase, bool | None]]) -> Rate:
    return rate(bool(got) == bool(case.recurring) for case, got in results)
