"""The picture: whole, asking nobody for anything, readable without colours and without eyes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from staff.plain_names import LEVELS, plain
from staff.svg import text_width
from staff.triage_map.boxes import RIGHT, WIDTH
from staff.triage_map.drawing import draw
from staff.triage_map.flow import TriageMap, read_flow
from tests.staff.triage_map.project import ROOT

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def picture(flow: TriageMap) -> ElementTree.Element:
    return ElementTree.fromstring(draw(flow))


def words(picture: ElementTree.Element) -> str:
    return " ".join(each.text or "" for each in picture.iter(f"{_SVG}text"))


def test_every_flag_question_and_level_is_named(flow: TriageMap, picture: ElementTree.Element) -> None:
    shown = words(picture)
    for name in flow.table.flags:
        assert plain(name) in shown
    for question in flow.questions:
        assert question.response in shown
    for number, level in enumerate(LEVELS.values(), start=1):
        assert f"{number}   {level.title}" in shown


def test_it_says_in_words_what_it_shows(flow: TriageMap, picture: ElementTree.Element) -> None:
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == "title desc"
    title, description = picture[0], picture[1]
    assert (title.tag, description.tag) == (f"{_SVG}title", f"{_SVG}desc")
    for name in flow.table.flags:
        assert plain(name) in (description.text or "")


def test_it_asks_nobody_for_anything(flow: TriageMap) -> None:
    drawn = draw(flow)
    assert re.findall(r"https?://[^\"]*", drawn) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<script|<image|<use|href|@import|url\(|\son\w+=", drawn)


def test_nothing_is_drawn_beside_the_paper(picture: ElementTree.Element) -> None:
    height = float(str(picture.get("height")))
    for each in picture.iter(f"{_SVG}text"):
        x, y, size = (float(str(each.get(name))) for name in ("x", "y", "font-size"))
        wide = text_width(each.text or "", size)
        begins = {"middle": x - wide / 2, "end": x - wide}.get(each.get("text-anchor") or "", x)
        assert begins >= 0
        assert begins + wide <= RIGHT + 20, each.text
        assert 0 < y < height
        assert size >= 11
    assert float(str(picture.get("width"))) == WIDTH


def test_it_is_the_same_each_time(flow: TriageMap) -> None:
    assert draw(flow) == draw(read_flow(ROOT))
