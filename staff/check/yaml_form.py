"""How a file is written: tabs, quotes, keys that stand twice, and values that two readers of YAML read differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from staff.check.document import Document
from staff.check.finding import Finding, Mark, warning
from staff.check.kinds import kinds_of
from staff.check.marked import Items, Map, Text
from staff.check.project import Project

_YES_OR_NO = re.compile(r"(?:yes|no|on|off|y|n)\Z", re.IGNORECASE)
# Rasa reads YAML 1.2, where 8:30 is a text; PyYAML reads 1.1, where it is 510. 010 is ten or eight.
_TIME = re.compile(r"[-+]?\d{1,2}(?::[0-5]?\d)+(?:\.\d*)?\Z")
_OLD_NUMBER = re.compile(r"[-+]?(?:0\d+|0b[01_]+|\d[\d,]*_[\d_]*)\Z")
GUIDE = "README.md"
_READ_BY_PATIENTS = ("data/", "clinical/", "clinic.yml")
_TYPOGRAPHIC = "“”„‟‘’‚‛«»"
# Text cut short: everything after a space and # is a comment.
_CUT = re.compile(r"^\s*(?:- )?(?:text|title|payload): [^\"'|>#]*?\s#(?!\s)")


def check(project: Project) -> Iterator[Finding]:
    """Everything about the form of the files, whatever they are about."""
    yield from _files(project)
    for document in project.documents.values():
        yield from form(document)


@lru_cache(maxsize=2048)
def form(document: Document) -> tuple[Finding, ...]:
    """Everything about how one file is written. Tabs explain by themselves why it cannot be read."""
    tabs = tuple(_tabs(document))
    if document.broken:
        return tabs or (document.broken,)
    return (*tabs, *_form(document))


def _files(project: Project) -> Iterator[Finding]:
    for path in project.paths:
        document = project.documents.get(path)
        if path.endswith(".yaml"):
            name = PurePosixPath(path).with_suffix(".yml").name
            yield Finding(_first(path), "ends in .yaml, which only half of the bot reads", f"name it {name}")
        elif not kinds_of(path):
            yield warning(_first(path), "nothing reads a file here", "move it into a folder of data/, or delete it")
        elif document and not document.broken and document.value is None:
            yield Finding(_first(path), "is empty", "write something in it, or delete it")
    data = project.root / "data"
    for file in sorted(data.rglob("*")) if data.is_dir() else ():
        not_ours = file.name.startswith(".") or file.name == GUIDE
        if file.is_file() and file.suffix not in (".yml", ".yaml") and not not_ours:
            path = file.relative_to(project.root).as_posix()
            yield warning(_first(path), "is no .yml file, so the bot does not read it", "name it .yml, or move it out")


def _first(path: str) -> Mark:
    return Mark(path, 1)


def _tabs(document: Document) -> Iterator[Finding]:
    for number, line in enumerate(document.lines, start=1):
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip():
            yield Finding(document.mark(number), "begins with a tab", "use spaces")


def _form(document: Document) -> Iterator[Finding]:
    for key, at, first in document.reading.twice:
        yield Finding(at, f"`{key}` stands here a second time (first on line {first.line})", "keep one of them")
    for raw, at in document.reading.unquoted:
        yield from _read_differently(raw, at)
    for text in _texts(document.value):
        quoted = text[:1] in _TYPOGRAPHIC and text[-1:] in _TYPOGRAPHIC
        if quoted and not text.style and document.path.startswith(_READ_BY_PATIENTS):
            yield Finding(text.at, "has typographic quotes around it, which would be shown", 'type straight ones: "…"')
        if not text.style and _YES_OR_NO.match(text) and len(text) == 1:
            yield from _read_differently(text, text.at)
    for number, line in enumerate(document.lines, start=1):
        if document.path.startswith("data/") and _CUT.match(line):
            yield Finding(document.mark(number), "everything after the # is left out", "put the text in quotes")


def _read_differently(raw: str, at: Mark) -> Iterator[Finding]:
    if _YES_OR_NO.match(raw):
        yield Finding(at, f"`{raw}` without quotes is read as true or false", f'put it in quotes: "{raw}"')
    elif _TIME.match(raw) or _OLD_NUMBER.match(raw):
        yield Finding(at, f"`{raw}` without quotes is read as another number", f'put it in quotes: "{raw}"')


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Map):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, Items):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, Text):
        yield value
