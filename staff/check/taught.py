"""What the learned detector is taught: a sentence stands once, as a sign or as harmless, and not as both."""

from __future__ import annotations

from collections.abc import Iterator

from staff.check.finding import Finding, Mark, shown
from staff.check.marked import Map, Text, texts_in
from staff.check.near import plain
from staff.check.project import Project

KINDS = ("present", "look_alike")
PLAIN_FILE = "clinical/phrasings/plain.yml"


def check(project: Project) -> Iterator[Finding]:
    """Every sentence of clinical/phrasings that stands twice for a sign, or for it and against it."""
    ordinary: dict[str, Mark] = {}
    for document in project.of_kind("phrasings"):
        if document.path == PLAIN_FILE:
            ordinary = {plain(text): text.at for _, text in sentences(document.value)}
    for document in project.of_kind("phrasings"):
        yield from _in_one_file(document.value, {} if document.path == PLAIN_FILE else ordinary)


def _in_one_file(value: object, ordinary: dict[str, Mark]) -> Iterator[Finding]:
    first: dict[str, tuple[str, Mark]] = {}
    for kind, text in sentences(value):
        words = plain(text)
        if kind == "present" and words in ordinary:
            wrong = f"is taught as an ordinary message too ({ordinary[words]}): {shown(text)}"
            yield Finding(text.at, wrong, "delete it in one of the two files")
        other, at = first.setdefault(words, (kind, text.at))
        if other != kind:
            wrong = f"is taught as `{other}` too (line {at.line}): {shown(text)}"
            yield Finding(text.at, wrong, "it is the sign or it is not: delete it in one of the two lists")
        elif at != text.at:
            yield Finding(text.at, f"stands in line {at.line} already: {shown(text)}", "delete one of the two")


def sentences(value: object) -> Iterator[tuple[str, Text]]:
    """Each sentence of a file of phrasings, with the list that it stands in."""
    if isinstance(value, Map):
        for kind in KINDS:
            for text in texts_in(value, kind):
                yield kind, text
