"""Whether what patients read is easy: short sentences, easy words, and nothing below a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from staff.check.finding import Finding, shown
from staff.check.project import Project
from staff.check.reading import filled, grade, hardest, sentences
from staff.check.said import Said, answers, reasons, stand_ins
from staff.check.words import words

# What must not stand below a question: a patient who answers may not read on.
_NUMBER = re.compile(r"911|988|\{clinic_phone\}")
_ADVICE = re.compile(r"\b(?:go to|doctor|emergency|call|stop)\b", re.IGNORECASE)


def check(project: Project) -> Iterator[Finding]:
    """Everything about how easy answers and reasons are."""
    for said in (*answers(project), *reasons(project)):
        if said.name not in words().not_measured and said.kind in ("answer", "reason"):
            yield from long_sentences(said)
            yield from hard(said)
        if said.kind == "answer":
            yield from below_a_question(said)


def long_sentences(said: Said) -> Iterator[Finding]:
    """Every sentence with too many words."""
    most = words().longest_sentence
    for sentence in sentences(filled(said.text, stand_ins())):
        if len(sentence) > most:
            start = _as_written(said, sentence)
            wrong = f"a sentence of {len(sentence)} words in `{said.name}` ({shown(' '.join(sentence), 40)})"
            yield Finding(said.line_with(start), wrong, f"make two of it; at most {most} words")


def hard(said: Said) -> Iterator[Finding]:
    """A text that needs more than the grade that it may."""
    held = words()
    text = filled(said.text, stand_ins())
    most = held.emergency_grade if said.name in held.emergency_lines else held.grade
    few = sum(len(sentence) for sentence in sentences(text)) < held.few_words
    reached = grade(text)
    if reached > most + (1.0 if few and said.kind == "answer" else 0.0):
        wrong = f"`{said.name}` is hard to read (grade {reached:.1f}, at most {most:g})"
        words_found = ", ".join(hardest(text))
        instead = f", other ones than {words_found}" if words_found else ""
        yield Finding(said.text.at, wrong, f"use shorter sentences and words{instead}")


def below_a_question(said: Said) -> Iterator[Finding]:
    """A number or advice after an answer's last question."""
    below = said.text.rpartition("?")[2] if "?" in said.text else ""
    found = _NUMBER.search(below) or _ADVICE.search(below)
    if found:
        wrong = f"`{said.name}` says `{found[0]}` below its question, where it may not be read"
        yield Finding(said.line_with(_around(below, found.start())), wrong, "put it above the question")


def _as_written(said: Said, sentence: list[str]) -> str:
    """The first words of a sentence as they stand in the file, before placeholders are filled."""
    return next(
        (" ".join(part) for part in sentences(said.text) if part[:2] == sentence[:2]), " ".join(sentence[:3])
    )


def _around(text: str, place: int) -> str:
    return text[: place + 40].rpartition("\n")[2].strip().partition("\n")[0][-40:] if place < 0 else text[place:]
