"""How many clinical lines are signed."""

from __future__ import annotations

from pathlib import Path

from staff.triage_map.signed import count_signed


def test_signed_lines_are_counted_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "clinical").mkdir()
    flags = "flags:\n  x: {reviewed: null}\n  y: {reviewed: Dr. A, of: 2}\n"
    (tmp_path / "clinical" / "a.yml").write_text(flags, "utf-8")
    (tmp_path / "clinical" / "b.yml").write_text("steps:\n- {id: z, reviewed: Dr. B}\nnote: reviewed\n", "utf-8")
    assert count_signed(tmp_path) == (2, 3)
