"""A handful of made-up results, for the tests of the report and the page."""

from __future__ import annotations

from bench.answers import AnswerCase, AnswerResult
from bench.cases import BLIND, FINAL, FRESH, MENDED, UNSEEN, FlagCase, IntentCase, OnsetCase, RecurringCase
from bench.nlu import FlagResult, IntentResult, NluResults
from bench.understanding import Understood
from triage.state import TriageState
from triage.turn import Turn


def understood(
    text: str,
    ranking: tuple[tuple[str, float], ...] = (),
    table: dict[str, str] | None = None,
    suspected: dict[str, float] | None = None,
    turn: Turn | None = None,
) -> Understood:
    return Understood(text, ranking, table or {}, suspected or {}, turn or Turn(TriageState()), ())


def stated(flag: str, level: str) -> Turn:
    return Turn(TriageState(red_flags={flag: "present"}, disposition=level))


def asked(flag: str) -> Turn:
    state = TriageState(red_flags={flag: "unsure"}, confirm=(flag,))
    return Turn(state, (f"utter_ask_confirm_{flag}",))


FLAGS = [
    FlagResult(
        FlagCase("I can't pee", "urinary_retention", "present", "lay"),
        understood("I can't pee", table={"urinary_retention": "present"}, turn=stated("urinary_retention", "go_to_er")),
    ),
    FlagResult(
        FlagCase("the tap is off", "urinary_retention", "present", "joke"),
        understood("the tap is off", suspected={"urinary_retention": 0.4}, turn=asked("urinary_retention")),
    ),
    FlagResult(FlagCase("dry as a bone down there", "urinary_retention", "present", "joke"), understood("dry")),
    FlagResult(
        FlagCase("I feel hot", "fever", "present", "lay"),
        understood("I feel hot", suspected={"fever": 0.3}, turn=asked("fever")),
    ),
    FlagResult(
        FlagCase("I pee fine", "urinary_retention", "denied", "negated"),
        understood("I pee fine", table={"urinary_retention": "denied"}),
    ),
    FlagResult(FlagCase("thanks", "", "none", "plain"), understood("thanks", turn=asked("fever"))),
    FlagResult(FlagCase("hello", "", "none", "plain"), understood("hello")),
]
INTENTS = [
    IntentResult(IntentCase("hi", "greet"), understood("hi", (("greet", 0.9), ("thanks", 0.1)))),
    IntentResult(IntentCase("ta", "thanks"), understood("ta", (("nlu_fallback", 0.3), ("thanks", 0.25)))),
    IntentResult(IntentCase("cheers", "thanks"), understood("cheers", (("greet", 0.6), ("thanks", 0.4)))),
]
RESULTS = NluResults(
    intents={FINAL: INTENTS, UNSEEN: INTENTS},
    spoiled={FINAL: INTENTS, UNSEEN: INTENTS},
    flags={FRESH: FLAGS, BLIND: FLAGS, FINAL: FLAGS, UNSEEN: FLAGS, MENDED: FLAGS},
    spoiled_flags={BLIND: FLAGS[:3]},
    onset={FINAL: [(OnsetCase("today", "<72h"), "<72h"), (OnsetCase("a while", "ask"), "ask")]},
    recurring={FINAL: [(RecurringCase("again", True), True), (RecurringCase("first time", False), None)]},
    answers=[AnswerResult(AnswerCase("recurring", "aye", "yes"), TriageState(recurring=True))],
)
