"""Follows the recipes of data/README.md word by word, in a copy of the project."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from commands import new

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "data" / "README.md"

_RECIPE = re.compile(r"^### (.+)$", re.MULTILINE)
_BOX = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TASK = re.compile(r"# ([\w./-]+): (.+)\n")
_FOLDERS = ("actions", "bench", "clinical", "commands", "data", "docs", "examples", "rasa_parts", "staff", "tests")
_MORE_FOLDERS = ("triage", "web")
_FILES = ("bot", "clinic.yml", "config.yml", "credentials.yml", "domain.yml", "endpoints.yml", "pyproject.toml")


class GuideError(AssertionError):
    """A recipe cannot be followed; the message says where."""


@dataclass(frozen=True)
class Box:
    """One box of a recipe: a command to type, or what to do (`task`) in a file with the lines in it."""

    file: str
    task: str
    lines: str


@dataclass(frozen=True)
class Recipe:
    """One recipe: its heading and its boxes in their order."""

    heading: str
    boxes: tuple[Box, ...]

    def __str__(self) -> str:
        return self.heading


def recipes() -> tuple[Recipe, ...]:
    """All recipes of the guide."""
    part = GUIDE.read_text("utf-8").partition("\n## Recipes\n")[2].partition("\n## ")[0]
    pieces = _RECIPE.split(part)[1:]
    return tuple(Recipe(h, tuple(_boxes(text))) for h, text in zip(pieces[::2], pieces[1::2], strict=True))


def _boxes(text: str) -> Iterator[Box]:
    for language, content in _BOX.findall(text):
        if language == "console":
            yield from (Box("", "type", line) for line in content.splitlines())
            continue
        task = _TASK.match(content)
        if task is None:
            raise GuideError(f"a box does not begin with its file: {content[:60]}")
        yield Box(task[1], task[2], content[task.end() :])


def copy_of_the_project(folder: Path) -> Path:
    """All files that staff may change, and what reads them."""
    for name in (*_FOLDERS, *_MORE_FOLDERS):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (*_FILES, "README.md", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def follow(recipe: Recipe, project: Path) -> None:
    """Do what the recipe says, in the project. Raises GuideError if something is not there as the recipe says."""
    waiting: Box | None = None
    for box in recipe.boxes:
        if box.task in ("change this", "below this line"):
            waiting = box
        elif box.task in ("to this", "add this"):
            if waiting is None or waiting.file != box.file:
                raise GuideError(f"{recipe}: “{box.task}” without what goes before it")
            kept = waiting.lines if box.task == "add this" else ""
            _replace(project / box.file, waiting.lines, kept + box.lines, recipe)
        elif box.task == "take out":
            for line in box.lines.splitlines(keepends=True):
                _replace(project / box.file, line, "", recipe)
        elif box.task == "the whole file":
            if (project / box.file).exists():
                raise GuideError(f"{recipe}: {box.file} is there already")
            (project / box.file).write_text(box.lines, "utf-8")
        elif box.task == "type":
            _type(box.lines, project)
        else:
            raise GuideError(f"{recipe}: nobody knows how to “{box.task}”")


def _replace(file: Path, old: str, new: str, recipe: Recipe) -> None:
    """Replaces whole lines that stand in the file exactly once."""
    text = "\n" + file.read_text("utf-8")
    if text.count("\n" + old) != 1:
        raise GuideError(f"{recipe}: stands {text.count(old)} times in {file.name}: {old.strip()}")
    file.write_text(text.replace("\n" + old, "\n" + new)[1:], "utf-8")


def _type(command: str, project: Path) -> None:
    words = command.split()
    if words[:2] == ["./bot", "try"]:
        return  # It changes nothing; tests/test_guide.py tries it.
    if words[:2] != ["./bot", "new"]:
        raise GuideError(f"cannot be typed in a test: {command}")
    with mock.patch.object(new, "ROOT", project):
        new.main(words[2:])
