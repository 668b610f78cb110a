"""Measures how well the bot understands (`nlu`), and how quick and small it is (`engine`)."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from commands.model import ensure_model, fingerprint
from commands.progress import Progress
from commands.quiet import be_quiet
from rasa_parts.without_tensorflow import keep_tensorflow_out

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str]) -> int:
    """Print the table, and write the page if one is asked for."""
    options = _options(argv)
    if options.what == "engine":
        if options.only_training:
            _training(options.work, options.results)
        else:
            _engine(options.work, options.results, options.examples)
        return 0
    _nlu(options.page)
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./bot bench", description=__doc__)
    words = parser.add_subparsers(dest="what", required=True)
    nlu = words.add_parser("nlu", help="intents, red flags and time, on the held-out cases of tests/nlu/")
    nlu.add_argument("--page", type=Path, default=ROOT / "var" / "nlu.html", help="where the page with the plots goes")
    engine = words.add_parser("engine", help="beside Rasa's default pipeline, in one run; takes many minutes")
    engine.add_argument("--work", type=Path, default=ROOT / "var" / "engine", help="a folder for both models")
    engine.add_argument(
        "--results", type=Path, default=ROOT / "bench" / "RESULTS.md", help="where the results are written"
    )
    engine.add_argument(
        "--examples", type=int, help="train both on at most so many examples of each intent; all of them take hours"
    )
    engine.add_argument(
        "--only-training",
        action="store_true",
        help="train both on all examples, and stop the default pipeline when it takes many times as long",
    )
    return parser.parse_args(argv)


def _engine(work: Path, results: Path, examples: int | None) -> None:
    from bench.engine import compare, table
    from bench.report import aligned
    from bench.results import comparison, with_section

    say = _clock()
    rows = table(compare(ROOT, work, say, examples))
    with_section(results, *comparison(rows, ROOT, examples))
    print(aligned(rows))
    say(f"Written: {results}")


def _training(work: Path, results: Path) -> None:
    from bench.engine import STOPPED_AFTER, compare_training
    from bench.results import training_times, with_section

    say = _clock()
    ours, default = compare_training(ROOT, work, say)
    heading, text = training_times(ours, default, STOPPED_AFTER, ROOT)
    with_section(results, heading, text)
    print(text)
    say(f"Written: {results}")


def _clock() -> Callable[[str], None]:
    started = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - started:5.0f} s  {what}", file=sys.stderr, flush=True)

    return say


def _nlu(page: Path) -> None:
    keep_tensorflow_out(ROOT / "config.yml")
    be_quiet()
    model = ensure_model(ROOT)
    from bench.nlu import measure
    from bench.page import html_page
    from bench.report import text_report
    from rasa_parts.loading import load_bot

    progress, started = Progress(), time.monotonic()
    agent = load_bot(model)

    def tick(what: str) -> None:
        progress.show(f"Measuring {what} ({time.monotonic() - started:.0f} s) …")

    results = asyncio.run(measure(agent, tick))
    progress.clear()
    print(text_report(results))
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(html_page(results, f"Made from {fingerprint(ROOT)[:12]}."), encoding="utf-8")
    print(f"\nWith plots: {page}", file=sys.stderr)
