"""Puts a file back as it is in a release, and keeps what stood there."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from staff.publish.release import PARTS, Release

# Beside the conversations: it is no part of the project, and of no release.
SET_ASIDE = Path("var") / "set_aside"


class RestoreError(Exception):
    """A file cannot be put back; says why, and what to do instead."""


def restore(root: Path, release: Release, path: str, now: datetime) -> Path | None:
    """Put the file at `path`, from `root` on, back as it is in the `release`; give where the edited one lies now.

    None if there was none. The name of the one set aside has the time `now` in it. Raises RestoreError if the file is
    not one of the release, or has not changed.
    """
    file = root / path
    name = file.resolve().relative_to(root.resolve()).as_posix() if _is_in(root, file) else path
    published = release.folder / name
    if not any(name == part or name.startswith(f"{part}/") for part in PARTS):
        raise RestoreError(_no_part(root, name))
    if not published.is_file():
        raise RestoreError(_not_published(root, name))
    edited = root / name
    if edited.is_file() and edited.read_bytes() == published.read_bytes():
        raise RestoreError(f"{name} is as patients have it: there is nothing to put back.")
    aside = _set_aside(root, name, now) if edited.exists() else None
    edited.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(published, edited)
    return aside


def _is_in(root: Path, file: Path) -> bool:
    return file.resolve().is_relative_to(root.resolve())


def _no_part(root: Path, name: str) -> str:
    if (root / name).is_file():
        return f"{name} is not published with the rest, so no older one is kept. Change it back by hand."
    return f"There is no file {name}."


def _not_published(root: Path, name: str) -> str:
    if (root / name).is_file():
        return f"{name} is new: patients do not have it yet. To undo it, delete it, and its line in domain.yml."
    if (root / name).is_dir():
        return f"{name} is a folder: name one file in it."
    return f"There is no file {name}."


def _set_aside(root: Path, name: str, now: datetime) -> Path:
    aside = root / SET_ASIDE / f"{now:%Y-%m-%d_%H-%M-%S}" / name
    aside.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(root / name, aside)
    return aside.relative_to(root)
