"""The plots: to one scale, described, and never empty of what they show."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from staff.report.plots import Bar, bars, columns

_RECT = "{http://www.w3.org/2000/svg}rect"


def widths(drawn: str, kind: str) -> list[float]:
    return [float(w) for w in re.findall(rf'<rect[^>]*width="([\d.]+)"[^>]*class="{kind}"', drawn)]


def test_bars_are_to_one_scale_and_parts_lie_in_their_whole() -> None:
    drawn = bars([Bar("a", 100, 25), Bar("b", 50, 0)], "what it shows")
    whole, half = widths(drawn, "track")
    (part,) = widths(drawn, "bar")
    assert half == whole / 2
    assert part == whole / 4
    assert "25 of 100" in drawn
    assert "0 of 50" in drawn


def test_what_is_not_nothing_can_be_seen() -> None:
    small, *_ = widths(bars([Bar("a", 1), Bar("b", 100_000)], "…"), "bar")
    assert small >= 1.5


def test_labels_and_descriptions_are_escaped() -> None:
    drawn = bars([Bar("<script>", 1, colour="#b3001b")], 'a "quoted" <b>')
    assert ElementTree.fromstring(drawn) is not None
    assert "<script>" not in drawn
    assert "a &quot;quoted&quot; &lt;b&gt;" in drawn
    assert "#b3001b" in drawn


def test_columns_label_some_days_and_number_few() -> None:
    few, many = columns([("1 Nov", 3), ("2 Nov", 0)], "…"), columns([(f"d{n}", n) for n in range(100)], "…")
    assert few.count("<rect") == 1
    assert ">3</text>" in few
    assert "d0<" in many
    assert many.count("</text>") <= 10
    assert many.count("<rect") == 99


def test_nothing_to_draw_is_no_fault() -> None:
    assert "<svg" in columns([], "…")
    assert "<svg" in bars([], "…")
    assert "<svg" in bars([Bar("a", 0)], "…")
