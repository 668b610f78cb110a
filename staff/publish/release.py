"""A release: all that the running bot is made of, in a folder that is named after its content."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# Code, wording and tables as they were tested, and the conversations that they were tested with.
PARTS = (
    "actions",
    "clinical",
    "commands",
    "data",
    "rasa_parts",
    "triage",
    "web",
    "tests/conversations",
    "tests/vignettes",
    "config.yml",
    "credentials.yml",
    "domain.yml",
    "endpoints.yml",
    "requirements.lock",
)
# The model and its record lie in a release as they lie in the project: a release is a project of its own.
MODEL = "models/bot.tar.gz"
MODEL_RECORD = "models/bot.json"
MANIFEST = "release.json"
# Conversations, the key of the sessions and the logs are the project's, whichever release runs.
SHARED = "var"

_UNFINISHED = ".release-"
_CHARACTERS_OF_NAME = 16


class ReleaseError(Exception):
    """A release is not what was recorded of it, or cannot be made; says why."""


@dataclass(frozen=True)
class Release:
    """A release in its folder, with the sha256 of its manifest."""

    folder: Path
    manifest: str

    @property
    def name(self) -> str:
        return self.folder.name


def make_release(root: Path, releases: Path, model: Path, record: Path) -> Release:
    """Copy the project in `root`, with its `model` and the model's `record`, into a folder of `releases`.

    The folder appears whole or not at all. One with the same content that is there already is given as it is, unless
    it was changed since: then it is made anew. Raises ReleaseError if a part is missing.
    """
    releases.mkdir(parents=True, exist_ok=True)
    for unfinished in releases.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(unfinished)
    draft = Path(tempfile.mkdtemp(dir=releases, prefix=_UNFINISHED))
    try:
        for name in PARTS:
            _copy(root / name, draft / name)
        _copy(model, draft / MODEL)
        _copy(record, draft / MODEL_RECORD)
        content = _manifest(draft)
        (draft / MANIFEST).write_text(content)
        (draft / SHARED).symlink_to(os.path.relpath(root / SHARED, releases / "a release"))
        sha256 = _sha256(content.encode())
        release = Release(releases / sha256[:_CHARACTERS_OF_NAME], sha256)
        if not _is_whole(release):
            _remove(release.folder)
            draft.chmod(0o755)
            draft.rename(release.folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return release


def _is_whole(release: Release) -> bool:
    try:
        check_release(release)
    except ReleaseError:
        return False
    return True


def check_release(release: Release) -> None:
    """Raise ReleaseError unless every file of the release is the recorded one, and no other is there."""
    try:
        content = (release.folder / MANIFEST).read_bytes()
    except OSError:
        raise ReleaseError(f"{release.folder.name} is not there") from None
    if _sha256(content) != release.manifest:
        raise ReleaseError(f"{release.name}/{MANIFEST} is not the recorded one")
    recorded: dict[str, str] = json.loads(content)
    there = _hashes(release.folder)
    for name in sorted(recorded.keys() | there.keys()):
        if recorded.get(name) != there.get(name):
            what = "is missing" if name not in there else "was changed" if name in recorded else "does not belong there"
            raise ReleaseError(f"{release.name}/{name} {what}")


def differs(root: Path, release: Release) -> list[str]:
    """The files of the project in `root` that are not as they are in the release, the model left out."""
    recorded: Mapping[str, str] = json.loads((release.folder / MANIFEST).read_text())
    there = {name: sha for part in PARTS for name, sha in _hashes(root, part).items()}
    names = (recorded.keys() | there.keys()) - {MODEL, MODEL_RECORD}
    return sorted(name for name in names if recorded.get(name) != there.get(name))


def remove_releases(releases: Path, kept: set[str]) -> None:
    """Remove the folders of all releases but those that are to be kept."""
    for manifest in releases.glob(f"*/{MANIFEST}"):
        if manifest.parent.name not in kept:
            _remove(manifest.parent)


def _remove(folder: Path) -> None:
    """So that nothing half removed has a release's name, whoever is killed."""
    if folder.exists():
        leaving = folder.with_name(f"{_UNFINISHED}{folder.name}")
        folder.rename(leaving)
        shutil.rmtree(leaving, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.is_file():
        shutil.copyfile(source, target)
    else:
        raise ReleaseError(f"{source} is missing")


def _manifest(folder: Path) -> str:
    return json.dumps(dict(sorted(_hashes(folder).items())), indent=0)


def _hashes(root: Path, part: str = "") -> dict[str, str]:
    return {file.relative_to(root).as_posix(): _sha256(file.read_bytes()) for file in _files(root / part)}


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    # A link is not followed: `var` is none of the release's content.
    for file in sorted(place.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and file.name != MANIFEST:
            yield file


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
