"""Edits of the project's files as the catalogues of broken_edits/ and good_edits/ write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def apply(edit: dict[str, Any], root: Path) -> None:
    """Does to a file of the project in a folder what an edit says."""
    file = root / edit["file"]
    if edit.get("delete"):
        file.unlink()
        return
    text = file.read_text("utf-8") if file.exists() else ""
    if "copy_of" in edit:
        text = (root / edit["copy_of"]).read_text("utf-8")
    if "write" in edit:
        text = edit["write"]
    if "find" in edit:
        assert edit["find"] in text, f"{edit['file']} has no longer: {edit['find']}"
        text = text.replace(edit["find"], edit["replace"], -1 if edit.get("every") else 1)
    file.write_text(text + edit.get("append", ""), encoding="utf-8")
