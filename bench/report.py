"""The results as text: what `./bot bench nlu` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench.answers import understood
from bench.cases import BLIND, FINAL, FRESH, MENDED, UNSEEN
from bench.nlu import (
    FlagResult,
    IntentResult,
    NluResults,
    acting_alone,
    caught,
    caught_at,
    confusions,
    in_the_right_band,
    intent_f1,
    left_alone,
    left_alone_at,
    not_escalated,
    recurring_right,
    rightly_asked,
    stated,
)
from bench.scores import calibration, calibration_error, rate

Row = tuple[str, ...]
_WHAT = {
    FRESH: "phrasings by the last hand, only counted",
    BLIND: "blind phrasings, with which the lexicon was mended in the end",
    FINAL: "natural phrasings by another hand, after all training",
    UNSEEN: "hard phrasings, with which thresholds were chosen",
    MENDED: "phrasings with which the lexicon was mended",
}
_CONFUSIONS_SHOWN = 20
_SUSPICION_STEPS = (0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3, 0.4)
FALLBACKS = ("nlu_fallback", "out_of_scope")


def text_report(results: NluResults) -> str:
    """All tables, as lines of plain text."""
    parts = [
        ("Summary", summary(results)),
        *((f"Red flags, {_WHAT[part]}: caught by", flag_table(found)) for part, found in results.flags.items()),
        *(
            (f"Threshold of a suspicion, {_WHAT[part]}", suspicion_table(results.flags[part]))
            for part in (UNSEEN, FINAL)
        ),
        *((f"Intents, {_WHAT[part]}", intent_table(found)) for part, found in results.intents.items()),
        ("Most frequent confusions (wanted, got, how often)", confusion_table(results.intents[UNSEEN])),
        ("Calibration (sure, right)", calibration_table(results.intents[UNSEEN])),
        ("Fallback threshold (threshold, understood, wrong, asked again)", threshold_table(results.intents[UNSEEN])),
    ]
    return "\n\n".join(f"{title}\n{'-' * len(title)}\n{aligned(rows)}" for title, rows in parts)


def summary(results: NluResults) -> list[Row]:
    """The figures that the tests hold the bot to, each with its 95 % interval."""
    rows: list[Row] = []
    for part, intents in results.intents.items():
        rows += [
            (f"intents, macro F1, {part}", f"{intent_f1(intents):.3f}"),
            (f"intents, accuracy, {part}", str(rate(r.right for r in intents))),
            (f"intents spoiled, macro F1, {part}", f"{intent_f1(results.spoiled[part]):.3f}"),
        ]
    for part, flags in results.flags.items():
        rows += [
            (f"act-alone flags acted on, {part}", str(caught(acting_alone(flags, True)))),
            (f"second-tier flags acted on, {part}", str(caught(acting_alone(flags, False)))),
            (f"no false escalation, {part}", str(not_escalated(flags))),
            (f"plain messages left alone, {part}", str(left_alone(flags))),
        ]
    for part, flags in results.spoiled_flags.items():
        rows += [
            (f"act-alone flags spoiled, acted on, {part}", str(caught(acting_alone(flags, True)))),
            (f"second-tier flags spoiled, acted on, {part}", str(caught(acting_alone(flags, False)))),
        ]
    for part, onset in results.onset.items():
        rows += [
            (f"durations in the right band, {part}", str(in_the_right_band(onset))),
            (f"unclear times asked, {part}", str(rightly_asked(onset))),
            (f"recurrence, {part}", str(recurring_right(results.recurring[part]))),
        ]
    for question in dict.fromkeys(result.case.question for result in results.answers):
        asked = [result for result in results.answers if result.case.question == question]
        rows.append((f"typed answers understood, {question}", str(understood(asked))))
    return rows


def flag_table(results: Sequence[FlagResult]) -> list[Row]:
    """Per flag: how many stated phrasings the table, the detector, either, and the whole bot catch."""
    rows: list[Row] = [("flag", "table", "detector", "either", "bot", "95 %", "n")]
    for flag in sorted({r.case.flag for r in results if r.case.flag}):
        rows.append((flag, *_caught_by([r for r in stated(results) if r.case.flag == flag])))
    for name, alone in (("all that act alone", True), ("all others", False)):
        rows.append((name, *_caught_by(stated(acting_alone(results, alone)))))
    return rows


def _caught_by(results: Sequence[FlagResult]) -> Row:
    shares = (
        rate(r.by_table for r in results),
        rate(r.by_detector for r in results),
        rate(r.by_table or r.by_detector for r in results),
        rate(r.acted_on for r in results),
    )
    low, high = shares[-1].interval()
    return (*(f"{100 * share.value:.0f}" for share in shares), f"{100 * low:.0f}-{100 * high:.0f}", str(len(results)))


def intent_table(results: Sequence[IntentResult]) -> list[Row]:
    rows: list[Row] = [("intent", "precision", "recall", "F1", "recall, 95 %", "n")]
    for intent in sorted({r.case.intent for r in results}):
        recall = rate(r.right for r in results if r.case.intent == intent)
        precision = rate(r.right for r in results if r.got.intent == intent)
        f1 = 2 * recall.hits / max(1, recall.total + precision.total)
        low, high = recall.interval()
        rows.append(
            (
                intent,
                f"{precision.value:.2f}",
                f"{recall.value:.2f}",
                f"{f1:.2f}",
                f"{low:.2f}-{high:.2f}",
                str(recall.total),
            )
        )
    return rows


def suspicion_table(results: Sequence[FlagResult]) -> list[Row]:
    """What a threshold of the detector would do: stated flags caught by it or the table, plain messages left alone."""
    rows: list[Row] = [("threshold", "act alone", "others", "plain left alone")]
    for threshold in _SUSPICION_STEPS:
        rates = (
            caught_at(acting_alone(results, True), threshold),
            caught_at(acting_alone(results, False), threshold),
            left_alone_at(results, threshold),
        )
        rows.append((f"{threshold:.2f}", *(f"{100 * share.value:.1f}" for share in rates)))
    return rows


def confusion_table(results: Sequence[IntentResult]) -> list[Row]:
    return [(wanted, got, str(n)) for (wanted, got), n in confusions(results)[:_CONFUSIONS_SHOWN]]


def calibration_table(results: Sequence[IntentResult]) -> list[Row]:
    bins = calibration([r.got.confidence for r in results], [r.right for r in results])
    rows: list[Row] = [(f"{b.confidence:.2f}", f"{b.correct.value:.2f}", str(b.correct.total)) for b in bins]
    return [*rows, ("expected calibration error", f"{calibration_error(bins):.3f}", "")]


def threshold_table(results: Sequence[IntentResult], steps: Iterable[float] = ()) -> list[Row]:
    """What a fallback threshold would do: understood rightly, taken wrongly, or asked again."""
    return [
        (f"{t:.2f}", *(f"{100 * share:.1f}" for share in shares_at(results, t)))
        for t in steps or [n / 20 for n in range(13)]
    ]


def shares_at(results: Sequence[IntentResult], threshold: float) -> tuple[float, float, float]:
    """Understood, wrong, asked again, as shares of all."""
    sure = [r for r in results if _best(r)[1] >= threshold]
    right = sum(_best(r)[0] == r.case.intent for r in sure)
    total = max(1, len(results))
    return right / total, (len(sure) - right) / total, (len(results) - len(sure)) / total


def _best(result: IntentResult) -> tuple[str, float]:
    """The best intent but for the fallback that the current threshold put first."""
    ranking = [(name, sure) for name, sure in result.got.ranking if name != FALLBACKS[0]]
    return ranking[0] if ranking else ("", 0.0)


def aligned(rows: Sequence[Row]) -> str:
    """Columns of equal width, the first to the left."""
    if not rows:
        return "none"
    widths = [max(len(row[column]) for row in rows if column < len(row)) for column in range(max(map(len, rows)))]
    return "\n".join("  ".join(_padded(row, widths)).rstrip() for row in rows)


def _padded(row: Row, widths: Sequence[int]) -> Iterator[str]:
    for column, cell in enumerate(row):
        yield cell.ljust(widths[column]) if column == 0 else cell.rjust(widths[column])
