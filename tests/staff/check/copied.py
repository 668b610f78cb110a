"""A copy of the project that tests may break: its YAML is copied, its code and pictures are the project's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from staff.check.kinds import yaml_files

ROOT = Path(__file__).resolve().parents[3]
# What the check only reads.
_LINKED = ("actions", "rasa_parts", "triage", "web")


def copy_project(folder: Path) -> Path:
    """The project's YAML in another folder, beside the rest of it."""
    for path in yaml_files(ROOT):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, folder / path)
    for name in _LINKED:
        (folder / name).symlink_to(ROOT / name)
    return folder


@contextmanager
def changed(file: Path) -> Iterator[None]:
    """Whatever is done to a file meanwhile is undone."""
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        if before is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(before)
