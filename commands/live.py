"""The release that `./bot serve` serves: the live one, or the first one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from commands.model import ensure_model
from commands.one_at_a_time import one_at_a_time
from commands.problem import Problem
from staff.publish.live import History, LiveError, Published, read_history, write_history
from staff.publish.release import (
    MODEL_RECORD,
    Release,
    ReleaseError,
    check_release,
    make_release,
    remove_releases,
)
from staff.publish.serving import servers

_SWITCHING, _TRYING = ".switching", ".trying"


def releases_of(root: Path) -> Path:
    """Where the releases of the project in `root` are: models/, or what BOT_RELEASES names (for tests)."""
    return root / os.environ.get("BOT_RELEASES", "models")


def ensure_live(root: Path) -> Release:
    """Give the live release; if nothing was published yet, what lies in `root` is trained and becomes it.

    Raises Problem if it cannot be had, or is not what was recorded.
    """
    releases = releases_of(root)
    live = history_of(releases).live
    if live is None:
        ensure_model(root)
        with switching(releases):
            live = history_of(releases).live
            if live is None:
                release = new_release(root)
                make_live(root, History(), release)
                print("Nothing was published yet: what lies here is live now.", file=sys.stderr)
                return release
    return checked(live.at(releases))


def checked(release: Release) -> Release:
    """Give the release. Raises Problem if it is not what was recorded."""
    try:
        check_release(release)
    except ReleaseError as error:
        raise Problem(
            f"{error}: it is not loaded. "
            "`./bot publish --back` returns to the one before, `./bot publish` makes a new one."
        ) from error
    return release


def history_of(releases: Path) -> History:
    """What was published. Raises Problem if its record cannot be read."""
    try:
        return read_history(releases)
    except LiveError as error:
        raise Problem(f"{releases / 'live.json'}: {error}") from error


@contextmanager
def switching(releases: Path) -> Iterator[None]:
    """Only one at a time makes a release or changes which one is live; it takes seconds."""
    with _alone(releases / _SWITCHING, "Another ./bot is changing what is live; waiting for it."):
        yield


@contextmanager
def trying(releases: Path) -> Iterator[None]:
    """Only one at a time tries what it will publish. It takes minutes; meanwhile one can still go back."""
    with _alone(releases / _TRYING, "Another ./bot is publishing; waiting for it."):
        yield


@contextmanager
def _alone(lock: Path, waiting: str) -> Iterator[None]:
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.touch()
    with one_at_a_time(lock, waiting):
        yield


def new_release(root: Path) -> Release:
    """Train what lies in `root`, if that was not done, and make a release of it. Raises Problem."""
    model = ensure_model(root)
    try:
        return make_release(root, releases_of(root), model, root / MODEL_RECORD)
    except ReleaseError as error:
        raise Problem(f"No release can be made: {error}.") from error


def make_live(root: Path, history: History, release: Release) -> History:
    """Publish the release: from here on it is the one that is served. What is older than the last three goes."""
    new = Published(release.name, release.manifest, revision_of(root), datetime.now(UTC).isoformat(timespec="seconds"))
    releases, history = releases_of(root), history.with_new(new)
    write_history(releases, history)
    # What a server still serves stays.
    remove_releases(releases, history.names | {server.release for server in servers(releases)})
    return history


def revision_of(root: Path) -> str | None:
    """What git calls the state of the sources, changes that are not committed included; None without git."""
    command = ["git", "describe", "--always", "--dirty", "--tags"]
    try:
        said = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return said.stdout.strip() or None
