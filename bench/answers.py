"""How the bot takes the held-out answers of `tests/nlu/answers.yml`, each by itself, its question being open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import yaml
from rasa.core.agent import Agent

from bench.cases import CASES
from bench.scores import Rate, rate
from bench.understanding import understand
from triage.red_flags import DENIED, PRESENT, UNSURE
from triage.state import NOT_SURE_WHETHER_RECURRING, TriageState
from triage.table import TICK_LISTS

CONFIRM = "confirm_"
NONE, UNCLEAR = "none", "unclear"



@dataclass(frozen=True)
class AnswerCase:
    """A typed answer to a question. `says`: none, unclear, yes, no, an age group, or flags parted by commas."""

    question: str
    text: str
    says: str

    @property
    def flags(self) -> frozenset[str]:
        """The flags that it states."""
        if self.question.startswith(CONFIRM):
            return frozenset({self.question.removeprefix(CONFIRM)} if self.says == "yes" else ())
        listed = self.question in TICK_LISTS and self.says not in (NONE, UNCLEAR)
        return frozenset(self.says.split(",") if listed else ())


@dataclass(frozen=True)
class AnswerResult:
    """A case and the state that its answer left."""

    case: AnswerCase
    state: TriageState

    @property
    def understood(self) -> bool:
        """Taken for what it says; what is unclear is asked again, and a stated flag may be asked about first."""
        return self.taken_for == self.case.says or (
            bool(self.case.flags) and self.case.flags <= self._flags(PRESENT) | self._flags(UNSURE)
        )

    @property
    def passed_over(self) -> bool:
        """A sign is stated or left open, and the answer was taken for "none of them" or "no"."""
        return self.case.says not in (NONE, "no") and self.taken_for in (NONE, "no") and not self._flags(UNSURE)

    @property
    def escalated_wrongly(self) -> bool:
        """No sign is stated, and one was taken for stated."""
        return not self.case.flags and self.taken_for != self.case.says and bool(self._flags(PRESENT))

    @property
    def taken_for(self) -> str:
        """What the answer was taken for, in the words of `AnswerCase.says`."""
        question, state = self.case.question, self.state
        if question.startswith(CONFIRM):
            said = state.flag(question.removeprefix(CONFIRM))
            return {PRESENT: "yes", DENIED: "no"}.get(said or "", UNCLEAR)
        if question == "recurring":
            known = state.recurring is not None and NOT_SURE_WHETHER_RECURRING not in state.explained
            return UNCLEAR if not known else "yes" if state.recurring else "no"
        if question == "age_group":
            return state.age_group or UNCLEAR
        present = ",".join(sorted(self._flags(PRESENT)))
        return present or (NONE if getattr(state, question) == NONE and not state.confirm else UNCLEAR)

    def _flags(self, state: str) -> frozenset[str]:
        return frozenset(name for name, found in self.state.red_flags.items() if found == state)


def answer_cases() -> list[AnswerCase]:
    """All held-out answers."""
    content = yaml.safe_load((CASES / "answers.yml").read_text("utf-8"))
    return [AnswerCase(question, a["text"], a["says"]) for question, listed in content.items() for a in listed]


async def measure_answers(agent: Agent, cases: Iterable[AnswerCase]) -> list[AnswerResult]:
    """Each answer with what it left, by one who has said nothing before."""
    results = []
    for case in cases:
        (got,) = await understand(agent, [case.text], asking=case.question, state=_asked(case.question))
        results.append(AnswerResult(case, got.turn.state))
    return results


def _asked(question: str) -> TriageState:
    if not question.startswith(CONFIRM):
        return TriageState(asking=question)
    flag = question.removeprefix(CONFIRM)
    return TriageState(red_flags={flag: UNSURE}, confirm=(flag,))


def understood(results: Iterable[AnswerResult]) -> Rate:
    """How many were taken for what they say."""
    return rate(result.understood for result in results)
