"""The results as one HTML page with plots, which asks nobody else for anything."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot
from matplotlib.figure import Figure

from bench.cases import FINAL, UNSEEN
from bench.nlu import FlagResult, IntentResult, NluResults, acting_alone, caught, confusions, stated
from bench.report import Row, flag_table, intent_table, shares_at, summary
from bench.scores import calibration, rate

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#17252a;background:#fff}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .7rem;border-bottom:1px solid #ccc;text-align:right}
td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto}
"""
_TEAL, _AMBER, _GREY = "#0b5563", "#b45309", "#64748b"


def html_page(results: NluResults, made_from: str) -> str:
    """The whole page; `made_from` says which model and data were measured."""
    flags, intents = results.flags, results.intents
    sections = [
        ("Summary", _table([("", ""), *summary(results)])),
        ("How much is caught, by flag: natural phrasings", _caught_plot(flags[FINAL])),
        *((f"Red flags, {part}", _table(flag_table(found))) for part, found in flags.items()),
        ("Sure and right", _calibration_plot(intents[UNSEEN])),
        ("Choosing the fallback threshold", _threshold_plot(intents[UNSEEN])),
        ("Confusions", _confusion_plot(intents[UNSEEN])),
        *((f"Intents, {part}", _table(intent_table(found))) for part, found in intents.items()),
    ]
    body = "".join((f"<h2>{escape(title)}</h2>" if title else "") + content for title, content in sections)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>How well the bot understands</title>'
        f"<style>{_STYLE}</style><h1>How well the bot understands</h1><p>{escape(made_from)}</p>{body}</html>"
    )


def _table(rows: Sequence[Row]) -> str:
    head, *rest = rows
    lines = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rest]
    return f"<table>{''.join(lines)}</table>"


def _drawn(figure: Figure) -> str:
    out = io.StringIO()
    figure.savefig(out, format="svg", bbox_inches="tight", metadata={"Date": None})
    pyplot.close(figure)
    drawn = out.getvalue()
    return drawn[drawn.index("<svg") :]


def _caught_plot(results: Sequence[FlagResult]) -> str:
    act_alone = [r.case.flag for r in acting_alone(results, True)]
    flags = sorted({r.case.flag for r in results if r.case.flag}, key=lambda flag: (flag not in act_alone, flag))
    figure, axes = pyplot.subplots(figsize=(9, 0.28 * len(flags) + 1))
    for place, flag in enumerate(flags):
        mine = [r for r in results if r.case.flag == flag]
        share = caught(mine)
        low, high = share.interval()
        axes.plot([low, high], [place, place], color=_GREY)
        axes.plot(share.value, place, "o", color=_TEAL, label="bot" if not place else None)
        table = rate(r.by_table for r in stated(mine)).value
        axes.plot(table, place, "|", color=_AMBER, markersize=10, label="clinical table alone" if not place else None)
    axes.set_yticks(range(len(flags)), flags)
    axes.invert_yaxis()
    axes.set_xlim(0, 1.02)
    axes.set_xlabel("share of stated phrasings that the bot acts on, with 95 % interval")
    axes.legend(loc="lower left")
    return _drawn(figure)


def _calibration_plot(results: Sequence[IntentResult]) -> str:
    bins = calibration([r.got.confidence for r in results], [r.right for r in results])
    figure, axes = pyplot.subplots(figsize=(5, 4.5))
    axes.plot([0, 1], [0, 1], color=_GREY, linestyle=":")
    axes.plot([b.confidence for b in bins], [b.correct.value for b in bins], "o-", color=_TEAL)
    axes.set_xlabel("confidence")
    axes.set_ylabel("share that is right")
    return _drawn(figure)


def _threshold_plot(results: Sequence[IntentResult]) -> str:
    steps = [n / 100 for n in range(0, 71, 2)]
    shares = [shares_at(results, step) for step in steps]
    figure, axes = pyplot.subplots(figsize=(7, 4))
    for place, (name, colour) in enumerate((("understood", _TEAL), ("wrong", _AMBER), ("asked again", _GREY))):
        axes.plot(steps, [share[place] for share in shares], color=colour, label=name)
    axes.set_xlabel("fallback threshold")
    axes.legend()
    return _drawn(figure)


def _confusion_plot(results: Sequence[IntentResult]) -> str:
    pairs = confusions(results)[:25]
    figure, axes = pyplot.subplots(figsize=(8, 0.28 * len(pairs) + 1))
    axes.barh([f"{wanted}, taken for {got}" for (wanted, got), _ in pairs], [n for _, n in pairs], color=_TEAL)
    axes.invert_yaxis()
    axes.set_xlabel("messages")
    return _drawn(figure)
