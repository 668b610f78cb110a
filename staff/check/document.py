"""One YAML file of the project: its lines, its value with marks, or why it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import yaml

from staff.check.finding import Finding, Mark
from staff.check.marked import Reading, Text, read_marked
from staff.check.syntax import explained


@dataclass(frozen=True, eq=False)
class Document:
    """A file. `broken` says why it cannot be read, and is None if it can be."""

    path: str
    kind: str
    text: str
    reading: Reading
    broken: Finding | None = None

    @property
    def value(self) -> Any:
        return self.reading.value

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def mark(self, line: int = 1) -> Mark:
        return Mark(self.path, line)

    def line_with(self, text: Text, words: str) -> Mark:
        """The line of a text, which may go over several, on which `words` begin; its first if they are not found."""
        start = words.split()[:3]
        lines = self.lines
        for many in range(len(start), 0, -1):
            for number in range(text.at.line, min(text.last, len(lines)) + 1):
                if " ".join(start[:many]) in " ".join(lines[number - 1].split()):
                    return Mark(self.path, number)
        return text.at


@lru_cache(maxsize=2048)
def read_document(path: str, kind: str, content: bytes) -> Document:
    """The file with this content, read once however often it is asked for."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        wrong = Finding(Mark(path, line), "has a character that is not UTF-8", "save the file as UTF-8")
        return Document(path, kind, content.decode("utf-8", "replace"), Reading(), wrong)
    try:
        return Document(path, kind, text, read_marked(path, text))
    except yaml.YAMLError as error:
        return Document(path, kind, text, Reading(), explained(path, text, error))
