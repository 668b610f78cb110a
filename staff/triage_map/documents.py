"""The map's two documents in docs/: made anew, written, and compared with what stands there."""

from __future__ import annotations

from pathlib import Path

from staff.triage_map.drawing import draw
from staff.triage_map.flow import read_flow
from staff.triage_map.table import document

PICTURE = "docs/triage_map.svg"
TABLE = "docs/triage_map.md"


def documents(root: Path) -> dict[str, str]:
    """Each document's path in the project, and what it should say. Raises what `read_flow` raises."""
    flow = read_flow(root)
    return {PICTURE: draw(flow), TABLE: document(flow)}


def out_of_date(root: Path) -> list[str]:
    """The paths of the documents that say something else than the files that they are drawn from."""
    return [name for name, wanted in documents(root).items() if _read(root / name) != wanted]


def write(root: Path) -> list[str]:
    """Writes the documents anew; gives the paths of those that changed."""
    changed = []
    for name, wanted in documents(root).items():
        if _read(root / name) != wanted:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(wanted, encoding="utf-8")
            changed.append(name)
    return changed


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None
