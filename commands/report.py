"""Reports how patients use the chat: one page with plots, without personal data.

It reads the conversations that `./bot serve` has stored, and changes nothing.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import yaml

from commands.problem import Problem
from commands.progress import Progress
from commands.quiet import be_quiet
from rasa_parts.without_tensorflow import keep_tensorflow_out
from staff.report.conversation import Conversation
from staff.report.counts import Counts, count
from staff.report.draft import DraftError, check_place, draft
from staff.report.page import About, html_page
from staff.report.period import Period, PeriodError, chosen_period
from staff.report.reading import Known, read_conversation
from staff.report.sentences import Sentence, marked
from staff.report.store import Event, Store, StoreError
from staff.report.wording import number
from triage.clinic import Clinic, ClinicError, load_clinic, phone_display
from triage.first_aid import FirstAid, load_first_aid
from triage.marked_yaml import shown_path
from triage.table import ClinicalTable, load_table

ROOT = Path(__file__).resolve().parent.parent
# So many sentences, the most frequent first, are read again for red flags.
_MOST_MARKED = 500


def main(argv: Sequence[str]) -> int:
    """Write the page, and the draft if one is asked for. Raises Problem if that cannot be done."""
    options = _options(argv)
    started = time.monotonic()
    try:
        clinic = load_clinic(ROOT / os.environ.get("BOT_CLINIC", "clinic.yml"))
        now = datetime.now(clinic.time_zone)
        period = chosen_period(options.since, options.until, options.days, now.date())
        _check_page(options.out)
        if options.unclear:
            check_place(ROOT, options.unclear)
        table, first_aid = load_table(ROOT / "clinical"), load_first_aid(ROOT / "clinical" / "first_aid.yml")
        counts = _count(clinic, table, first_aid, period, now)
    except (ClinicError, PeriodError, DraftError, StoreError) as error:
        raise Problem(str(error)) from error
    sentences = _marked(counts)
    about = _about(clinic, table, first_aid, period, now)
    _write(options.out, html_page(counts, sentences, about))
    read = number(counts.conversations, "conversation")
    print(f"{read} in {time.monotonic() - started:.0f} s: {shown_path(options.out)}")
    if options.unclear:
        _write(options.unclear, draft(sentences, now.date()))
        print(f"{number(len(sentences), 'sentence')} to label: {shown_path(options.unclear)}")
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./bot report", description=__doc__)
    page = ROOT / "var" / "report.html"
    parser.add_argument("--out", type=Path, default=page, help="where the page goes (default: var/report.html)")
    parser.add_argument("--since", metavar="DATE", help="only those that began on this day or later: 2026-11-16")
    parser.add_argument("--until", metavar="DATE", help="only those that began on this day or earlier")
    parser.add_argument("--days", type=int, metavar="N", help="only the last N days, today included")
    parser.add_argument(
        "--unclear", type=Path, metavar="FILE.yml", help="also write what was not understood as a draft for labelling"
    )
    return parser.parse_args(argv)


def _check_page(out: Path) -> None:
    if out.suffix not in (".html", ".htm"):
        raise Problem(f"{out}: give the page a name that ends in .html, for example var/report.html.")


def _count(clinic: Clinic, table: ClinicalTable, first_aid: FirstAid, period: Period, now: datetime) -> Counts:
    known = Known(
        flags=frozenset(table.flags),
        steps={step.response: step.id for step in first_aid.steps},
        phone=phone_display(clinic),
    )
    keep_tensorflow_out(ROOT / "config.yml")
    be_quiet()
    progress = Progress()
    try:
        conversations = _read(Store(ROOT).conversations(), known, clinic.time_zone, period, progress)
        return count(conversations, clinic.time_zone, now.astimezone(UTC))
    finally:
        progress.clear()


def _read(
    stored: Iterable[Sequence[Event]], known: Known, zone: tzinfo, period: Period, progress: Progress
) -> Iterator[Conversation]:
    def wanted(opened: datetime) -> bool:
        return opened.astimezone(zone).date() in period

    for place, events in enumerate(stored, start=1):
        if place % 200 == 0:
            progress.show(f"Reading the conversations: {place:,} …")
        conversation = read_conversation(events, known, wanted)
        if conversation is not None:
            yield conversation


def _marked(counts: Counts) -> list[Sentence]:
    """The sentences with the red flags that today's lexicon finds in them."""
    sentences = counts.sentences.all()
    if not sentences:
        return []
    from rasa_parts.clinical_knowledge import clinical_table, lexicon, speller
    from triage.red_flags import DENIED

    flags = clinical_table().flags

    def flags_in(text: str) -> list[str]:
        found = lexicon().find(text, speller(), False)
        return [finding.name for finding in found if finding.name in flags and finding.state != DENIED]

    return marked(sentences[:_MOST_MARKED], flags_in) + sentences[_MOST_MARKED:]


def _about(clinic: Clinic, table: ClinicalTable, first_aid: FirstAid, period: Period, now: datetime) -> About:
    form = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["forms"]["triage_form"]["required_slots"]
    return About(
        clinic=clinic.name,
        phone=phone_display(clinic),
        now=now,
        period=period,
        questions=tuple(form),
        flags=tuple(table.flags),
        steps=tuple(step.id for step in first_aid.steps),
    )


def _write(file: Path, content: str) -> None:
    """Writes what only this user may read, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as output:
        output.write(content)
    os.replace(unfinished, file)


