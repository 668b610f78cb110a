"""Examples of intents: how they are written, whether they are enough, and whether two intents share one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from staff.check.document import Document
from staff.check.finding import Finding, Mark, shown, warning
from staff.check.marked import maps_in, text_in
from staff.check.near import near_pairs, plain
from staff.check.project import Project
from staff.check.rasa_data import Example
from staff.check.words import words

_TYPED_COMMAND = re.compile(r"^\s*- */")


def check(project: Project) -> Iterator[Finding]:
    """Everything about the examples in data/."""
    yield from _written(project)
    yield from _too_few(project)
    yield from _shared(project)


def _written(project: Project) -> Iterator[Finding]:
    for document in project.of_kind("rasa_data"):
        yield from _written_in(document)


@lru_cache(maxsize=2048)
def _written_in(document: Document) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for item in maps_in(document.value, "nlu"):
        block = text_in(item, "examples")
        if block is not None and block.style not in ("|", '"', "'"):
            change = "write `examples: |` and one a line"
            found.append(Finding(block.at, "`examples` is not written line by line", change))
        elif block is not None:
            for number, line in enumerate(block.splitlines(), start=block.at.line + 1):
                found += _line(line, document.mark(number))
    return tuple(found)


def _line(line: str, at: Mark) -> Iterator[Finding]:
    if not line.strip():
        return
    if not line.strip().startswith("-"):
        yield Finding(at, f"has no dash, so it is no example ({shown(line)})", "begin it with a dash and a space")
    elif not line.strip("- "):
        yield Finding(at, "is an empty example", "write one, or delete the line")
    elif not line.strip().startswith("- "):
        yield Finding(at, "has no space after its dash", "put a space after the dash")
    elif _TYPED_COMMAND.match(line):
        yield Finding(at, "is a payload, not what a patient types", "write it as patients would say it")


def _too_few(project: Project) -> Iterator[Finding]:
    least = words().fewest_examples
    counted = Counter(example.intent for example in project.data.examples)
    for name in project.data.intents:
        if counted[str(name)] < least:
            wrong = f"`{name}` has only {counted[str(name)]} examples, so it will hardly be understood"
            yield Finding(name.at, wrong, f"write at least {least}, as different as patients are")


def _shared(project: Project) -> Iterator[Finding]:
    examples = project.data.examples
    texts = tuple((plain(example.text), example.intent) for example in examples)
    first: dict[str, Example] = {}
    for (text, intent), example in zip(texts, examples, strict=True):
        other = first.setdefault(text, example)
        if not text or other is example:
            continue
        if other.intent != intent:
            wrong = f"`{shown(example.text)}` is an example of `{intent}` here and of `{other.intent}` in {other.at}"
            yield Finding(example.at, wrong, "delete it from one of them")
        elif other.at.path == example.at.path:
            yield warning(example.at, f"`{shown(example.text)}` stands already in {other.at}", "delete one of them")
    for a, b in near_pairs(texts):
        one, other = examples[a], examples[b]
        wrong = f"`{shown(other.text)}` nearly repeats `{shown(one.text)}` of `{one.intent}` in {one.at}"
        yield warning(other.at, wrong, "delete one of them, or say clearly which of the two is meant")
