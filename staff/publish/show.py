"""What `./bot publish` prints: what changes for patients, for the eyes of the staff."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence

from staff.publish.live import Published
from staff.publish.numbers import Numbers
from staff.publish.verdict import Tried
from staff.publish.wording import Reworded

_RED, _GREEN, _BOLD, _PLAIN = "\033[31m", "\033[32m", "\033[1m", "\033[0m"


class Page:
    """Lines in colours, if the terminal has them."""

    def __init__(self, colours: bool) -> None:
        self._colours = colours
        self.lines: list[str] = []

    def heading(self, text: str) -> None:
        self.lines += ["", self._in(_BOLD, text)]

    def red(self, text: str) -> None:
        self.lines += [self._in(_RED, line) for line in text.splitlines()]

    def green(self, text: str) -> None:
        self.lines += [self._in(_GREEN, line) for line in text.splitlines()]

    def plain(self, text: str) -> None:
        self.lines += text.splitlines()

    def text(self) -> str:
        return "\n".join(self.lines)

    def _in(self, colour: str, text: str) -> str:
        return f"{colour}{text}{_PLAIN}" if self._colours else text


def changes(
    page: Page,
    tried: Sequence[Tried],
    reworded: Sequence[Reworded],
    answers: Mapping[str, tuple[str, str]],
    new: Numbers,
    old: Numbers | None,
) -> None:
    """What changes for patients: outcomes, answers, numbers."""
    changed = [one for one in tried if one.is_changed]
    page.heading(f"Patients who get another outcome: {len(changed)} of {len(tried)} tried")
    for one in changed:
        _outcome(page, one)
    page.heading(f"Texts that read differently: {len(reworded)}")
    for text in reworded:
        _text(page, text.name, text.old, text.new)
    named = {text.name for text in reworded}
    for name in sorted(answers.keys() - named):
        _text(page, f"{name} (as it was said)", *answers[name])
    page.heading("Understanding, of sentences that the bot was not trained on")
    for line in _numbers(new, old):
        page.plain(line)


def _outcome(page: Page, one: Tried) -> None:
    assert one.old is not None
    page.red(f"  {one.course.title}: {one.old.disposition} becomes {one.new.disposition}")
    for word, played in (("live", one.old), ("new", one.new)):
        page.plain(f"    with the {word} one:")
        for line in played.transcript():
            page.plain(f"      {line}")


def _text(page: Page, name: str, old: str | None, new: str | None) -> None:
    """The lines that are gone and those that are new."""
    page.plain(f"  {name}")
    for line in difflib.ndiff((old or "").splitlines(), (new or "").splitlines()):
        if line.startswith("-"):
            page.red(f"    {line}")
        elif line.startswith("+"):
            page.green(f"    {line}")


def _numbers(new: Numbers, old: Numbers | None) -> Iterator[str]:
    for what, (right, total) in new.counts.items():
        before = ""
        if old is not None and what in old.counts:
            was, of = old.counts[what]
            before = f"{was / of:6.1%} before, "
        yield f"  {what:<38}{before}{right / total:6.1%} now ({right:,} of {total:,})"


def _sources(revision: str) -> str:
    """`1a2b3c4`, or `1a2b3c4 with changes` where git says that it is dirty."""
    return f"sources {revision.removesuffix('-dirty')}" + (" with changes" if revision.endswith("-dirty") else "")


def published(one: Published) -> str:
    """A release in a few words, as the staff know it."""
    when = one.published[:16].replace("T", " ")
    return f"{one.release} of {when} UTC" + (f" ({_sources(one.revision)})" if one.revision else "")
