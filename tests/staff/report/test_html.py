"""The pieces of the page escape what is put into them."""

from __future__ import annotations

from staff.report.html import note, numbers, section, table, tile

EVIL = '<img src=x onerror="alert(1)">'


def test_everything_is_escaped() -> None:
    for piece in (table((EVIL,), [(EVIL, EVIL)], EVIL), section("a", EVIL, EVIL), note(EVIL), tile(EVIL, EVIL)):
        assert "<img" not in piece
        assert "&lt;img" in piece


def test_a_table_has_heads_and_numbers() -> None:
    written = table(("day", "n"), [("1 Nov", 1200)], "By day")
    assert '<th scope="col">day</th>' in written
    assert '<th scope="row">1 Nov</th><td class="n">1,200</td>' in written
    assert "<caption>By day</caption>" in written
    assert numbers(written).startswith("<details><summary>")
