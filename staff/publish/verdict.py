"""What a new release changes for patients, and whether it may go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from staff.check.contract import contract
from staff.publish.courses import Course
from staff.publish.numbers import ACT_ALONE, Numbers
from staff.publish.play import Played
from triage.table import rank

# Whoever is sent here must not wait.
EMERGENCY = contract().locked


@dataclass(frozen=True)
class Tried:
    """A course as it went with the new release, and with the live one, if one is live."""

    course: Course
    new: Played
    old: Played | None = None

    @property
    def is_changed(self) -> bool:
        return self.old is not None and self.old.disposition != self.new.disposition


def to_play(new: Sequence[Course], old: Sequence[Course]) -> list[Course]:
    """The courses of both, each once: what an edit has removed or made milder is still played as it was.

    An old course is left out only if the new ones say the same and expect an outcome that is not milder.
    """
    strictest: dict[tuple[object, ...], int] = {}
    for course in new:
        strictest[course.said] = max(strictest.get(course.said, -1), rank(course.disposition))
    kept = [course for course in old if strictest.get(course.said, -2) < rank(course.disposition)]
    return [*new, *kept]


def reasons_to_refuse(tried: Sequence[Tried], new: Numbers, old: Numbers | None) -> list[str]:
    """Why the release must not go out, each in a sentence with its transcripts; nothing: it may."""
    return [*_signs(tried), *_emergencies(tried), *_held_out(new, old)]


def _signs(tried: Sequence[Tried]) -> list[str]:
    """Each sign that acts alone, plainly said, is acted on at its level."""
    reasons = []
    said = {one.course.flag for one in tried}
    reasons += [
        f"Nothing tries the sign `{flag}`: put its line back into tests/conversations/each_red_flag.yml."
        for flag in sorted(ACT_ALONE - said)
    ]
    for one in tried:
        flag, wanted = one.course.flag, one.course.disposition
        if flag not in ACT_ALONE:
            continue
        if flag not in one.new.flags or rank(one.new.disposition) < rank(wanted):
            reasons.append(
                f"The sign `{flag}` is missed ({one.course.name}): the outcome must be {wanted}, and is "
                f"{one.new.disposition}.\n{_indented(one.new)}"
            )
    return reasons


def _emergencies(tried: Sequence[Tried]) -> list[str]:
    reasons = []
    for one in tried:
        if one.course.flag in ACT_ALONE:
            continue
        before = one.old.disposition if one.old is not None else None
        wanted = max((one.course.disposition, before), key=rank)
        if wanted in EMERGENCY and rank(one.new.disposition) < rank(wanted):
            reasons.append(
                f"An emergency falls ({one.course.title}): it was {wanted}, and would be {one.new.disposition}.\n"
                f"{_indented(one.new)}"
            )
    return reasons


def _held_out(new: Numbers, old: Numbers | None) -> list[str]:
    """A held-out sentence with a lone sign that the live bot acts on, the new one must act on too.

    The sentences are counted and not shown: whoever sees them would mend the bot for these alone.
    """
    if old is None:
        return []
    lost = Counter(sentence.flag for sentence in new.missed - old.missed)
    return [
        f"The sign `{flag}` is missed in {many} of the held-out sentences in which the live bot acts on it."
        for flag, many in sorted(lost.items())
    ]


def _indented(played: Played) -> str:
    return "\n".join(f"    {line}" for line in played.transcript())


def changed_answers(tried: Sequence[Tried]) -> Mapping[str, tuple[str, str]]:
    """By the answer's name: the first text that the two said at the same place of a course, and that differs."""
    found: dict[str, tuple[str, str]] = {}
    for one in tried:
        for old, new in zip(one.old.turns if one.old else (), one.new.turns, strict=False):
            if [name for name, _ in old.said] == [name for name, _ in new.said]:
                for (name, before), (_, after) in zip(old.said, new.said, strict=True):
                    if before != after:
                        found.setdefault(name, (before, after))
    return found
