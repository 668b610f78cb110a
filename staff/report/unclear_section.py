"""The part of the report on what the bot did not understand, with the sentences themselves."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from staff.plain_names import listed, plain, question
from staff.report.counts import CONFIRM, Counts
from staff.report.html import framed, note, numbers, section, table
from staff.report.plots import Bar, bars
from staff.report.sentences import Sentence
from staff.report.wording import number, share

_MOST_SHOWN = 100
_MASKED = (
    "E-mail addresses, phone, card and social security numbers are masked. Names are not recognised: "
    "read the sentences before you pass this page on."
)


def not_understood(counts: Counts, sentences: Sequence[Sentence]) -> str:
    """How often, at which question, and the sentences; those that may state a red flag stand first and are marked."""
    sentence = (
        f"The bot did not understand {share(counts.unclear, counts.typed)} typed messages, "
        f"in {share(counts.unclear_in, counts.conversations)} conversations."
    )
    rows = [Bar(_place(asking), times) for asking, times in counts.unclear_at.most_common()]
    if not rows:
        return section("unclear", "What the bot did not understand", sentence)
    cells = [(row.label, row.whole) for row in rows]
    return section(
        "unclear",
        "What the bot did not understand",
        sentence,
        bars(rows, f"Messages that were not understood, by the question that was open. {sentence}"),
        numbers(table(("open question", "messages"), cells, "Messages not understood, by the open question")),
        _sentences(sentences, counts.sentences.left_out),
    )


def _sentences(sentences: Sequence[Sentence], left_out: int) -> str:
    flagged = sum(1 for sentence in sentences if sentence.flags)
    lines = "".join(_line(sentence) for sentence in sentences[:_MOST_SHOWN])
    head = "".join(f'<th scope="col">{name}</th>' for name in ("sentence", "times", "open question", "nearest topics"))
    shown = min(len(sentences), _MOST_SHOWN)
    caption = f"{shown} of {number(len(sentences), 'different sentence')}"
    caption += f"; {flagged} may state a red flag and stand first" if flagged else ""
    more = f" {number(left_out, 'further message')} came after too many different ones to keep." if left_out else ""
    return framed(head, lines, caption, "sentences") + note(_MASKED + more)


def _line(sentence: Sentence) -> str:
    mark = ""
    if sentence.flags:
        mark = f'<br><strong class="flag">Red flag: {escape(listed([plain(flag) for flag in sentence.flags]))}</strong>'
    places = ", ".join(_place(asking) for asking in sentence.asking) or "none"
    nearest = ", ".join(plain(name) for name in sentence.nearest)
    kind = ' class="flagged"' if sentence.flags else ""
    return (
        f'<tr{kind}><th scope="row"><q>{escape(sentence.text)}</q>{mark}</th><td class="n">{sentence.times:,}</td>'
        f"<td>{escape(places)}</td><td>{escape(nearest)}</td></tr>"
    )


def _place(asking: str | None) -> str:
    if asking is None:
        return "No question open"
    return "A check of single signs" if asking == CONFIRM else question(asking)
