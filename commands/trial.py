"""Tries a release as its patients would, beside the live one, with all that the tests let patients say."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.cases import BLIND, FINAL, PRESENT, flag_cases, intent_cases
from commands.problem import Problem
from commands.talker import Talker
from staff.publish.courses import Course, CourseError, conversations, red_flag_lines, vignettes
from staff.publish.numbers import Numbers, Sentence, count
from staff.publish.play import Played, ask, play
from staff.publish.release import Release
from staff.publish.verdict import Tried, to_play
from triage.table import TableError, load_table

# What is written into clinic.yml changes no outcome.
_CLINIC = "examples/clinics/pro_physio.yml"

Say = Callable[[str], None]


@dataclass(frozen=True)
class Trial:
    """How a release and the live one did; nothing of the live one if none is live."""

    tried: Sequence[Tried]
    new: Numbers
    old: Numbers | None


def try_release(root: Path, new: Release, old: Release | None, say: Say) -> Trial:
    """Play everything with both, at the same time. Raises Problem if that cannot be done."""
    try:
        courses = to_play(_courses(root), _courses(old.folder) if old is not None else [])
        sentences = held_out(root)
    except (CourseError, TableError) as error:
        raise Problem(str(error)) from error
    todo = sum(_messages(course) for course in courses) + len(sentences)
    done = {release.name: 0 for release in (new, old) if release is not None}

    def tick(name: str, messages: int) -> None:
        done[name] += messages
        say(f"Trying it as patients would: {min(done.values()) * 100 // todo}% …")

    with ThreadPoolExecutor() as pool:
        results = [
            pool.submit(_play_all, release, root / _CLINIC, courses, sentences, partial(tick, release.name))
            for release in (new, old)
            if release is not None
        ]
        (played, numbers), *rest = [result.result() for result in results]
    before, numbers_before = rest[0] if rest else ([None] * len(courses), None)
    tried = [Tried(*one) for one in zip(courses, played, before, strict=True)]
    return Trial(tried, numbers, numbers_before)


def _courses(root: Path) -> list[Course]:
    return [*vignettes(root), *conversations(root), *red_flag_lines(root)]


def _play_all(
    release: Release,
    clinic: Path,
    courses: Sequence[Course],
    sentences: Sequence[Sentence],
    tick: Callable[[int], None],
) -> tuple[list[Played], Numbers]:
    with Talker(release.folder, clinic) as talker:
        senders = itertools.count()

        def sender(messages: int) -> str:
            tick(messages)
            return f"trial {next(senders)}"

        played = [play(course, talker, sender(_messages(course))) for course in courses]
        return played, count(sentences, lambda text: ask(talker, sender(1), text))


def _messages(course: Course) -> int:
    return len(course.steps) + len(course.answers)


def held_out(root: Path) -> list[Sentence]:
    """The sentences on which the numbers are counted: what red flags they state, if any, and what intents they have."""
    levels = {name: flag.disposition for name, flag in load_table(root / "clinical").flags.items()}
    folder = root / "tests" / "nlu"
    cases = [case for part in (BLIND, FINAL) for case in flag_cases(part, folder)]
    stated = [Sentence(c.text, c.flag, level=levels.get(c.flag)) for c in cases if c.flag and c.state == PRESENT]
    plain = [Sentence(case.text) for case in cases if not case.flag]
    return [*stated, *plain, *(Sentence(case.text, intent=case.intent) for case in intent_cases(FINAL, folder))]
