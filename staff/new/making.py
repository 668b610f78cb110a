"""Makes the new file, and writes its one word into domain.yml."""

from __future__ import annotations

import os
import string
from dataclasses import dataclass
from pathlib import Path

from staff.new.domain_word import with_intent
from staff.new.kinds import Kind
from staff.new.naming import check_name

TEMPLATES = Path(__file__).resolve().parent / "templates"
DOMAIN = "domain.yml"


@dataclass(frozen=True)
class Made:
    """What was made: the new file, and the word that was added to domain.yml."""

    file: str
    intent: str


def make(root: Path, kind: Kind, name: str) -> Made:
    """Make the topic or story `name` in the project at `root`; both files are written, or none.

    Raises BadNameError for a name that cannot be taken, NoPlaceError for a domain.yml without its list, OSError if the
    disk fails.
    """
    check_name(root, kind, name)
    domain = root / DOMAIN
    old = domain.read_text("utf-8")
    new = with_intent(old, kind.intent(name), kind.heading)
    file = root / kind.file(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(filled(kind, name), "utf-8")
    try:
        _replace(domain, new)
    except OSError:
        file.unlink()
        raise
    return Made(kind.file(name), kind.intent(name))


def filled(kind: Kind, name: str) -> str:
    """The template of this kind with its names in it."""
    words = name.replace("_", " ")
    template = string.Template((TEMPLATES / f"{kind.word}.template").read_text("utf-8"))
    return template.substitute(name=name, words=words, title=words[:1].upper() + words[1:])


def _replace(file: Path, content: str) -> None:
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.write_text(content, "utf-8")
    os.replace(unfinished, file)
