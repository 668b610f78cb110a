"""Which release is live, and those before it: models/live.json."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from staff.publish.release import Release

FILE = "live.json"
KEPT = 3


class LiveError(Exception):
    """The record of what is live cannot be used, or has nothing to go back to; says why."""


@dataclass(frozen=True)
class Published:
    """A release that was published: its folder's name, the sha256 of its manifest, the revision of its sources (None:
    not known) and when."""

    release: str
    manifest: str
    revision: str | None
    published: str

    def at(self, releases: Path) -> Release:
        return Release(releases / self.release, self.manifest)


@dataclass(frozen=True)
class History:
    """The last releases in the order in which they were published, and which of them is live."""

    published: tuple[Published, ...] = ()
    place: int = -1

    @property
    def live(self) -> Published | None:
        return self.published[self.place] if self.published else None

    def with_new(self, new: Published) -> History:
        """After `new` is published; what one had gone back from is not gone back to again."""
        kept = [old for old in self.published[: self.place + 1] if old.release != new.release]
        published = (*kept, new)[-KEPT:]
        return History(published, len(published) - 1)

    def back(self) -> History:
        """With the one before live. Raises LiveError if there is none."""
        if self.place < 1:
            raise LiveError("There is no release before the live one.")
        return History(self.published, self.place - 1)

    @property
    def names(self) -> set[str]:
        return {one.release for one in self.published}


def read_history(releases: Path) -> History:
    """What stands in `releases`; nothing if nothing was ever live. Raises LiveError if it cannot be read."""
    try:
        content = json.loads((releases / FILE).read_text())
    except FileNotFoundError:
        return History()
    except (OSError, ValueError) as error:
        raise LiveError(f"{FILE} cannot be read: {error}") from error
    try:
        published = tuple(_published(entry) for entry in content["published"])
        place = [one.release for one in published].index(content["live"])
    except (TypeError, KeyError, ValueError) as error:
        raise LiveError(f"{FILE} is not as `./bot publish` writes it: {error!r}") from error
    return History(published, place)


def _published(entry: Mapping[str, str | None]) -> Published:
    release, manifest = str(entry["release"]), str(entry["manifest"])
    if not release.isalnum():
        raise ValueError(f"{release} is no release's name")
    return Published(release, manifest, entry["revision"], str(entry["published"]))


def write_history(releases: Path, history: History) -> None:
    """Make it so: the file is replaced whole, on the disk before the old one goes."""
    assert history.live is not None
    content = {"live": history.live.release, "published": [asdict(one) for one in history.published]}
    draft = releases / f".{FILE}.unfinished"
    with draft.open("w") as output:
        output.write(json.dumps(content, indent=1))
        output.flush()
        os.fsync(output.fileno())
    os.replace(draft, releases / FILE)
