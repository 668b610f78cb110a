"""The page's words come from one file, safe where they must be, and mistakes are named."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from rasa_parts.site_channel import WEB, WORDS_FILE
from rasa_parts.site_page import ALL_WORDS, SAFE_WORDS, SCRIPT_WORDS, WatchedPage, load_words
from triage.marked_yaml import FileFindings

CLINIC_FILE = Path(__file__).resolve().parents[2] / "examples" / "clinics" / "pro_physio.yml"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = WORDS_FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "page.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    assert set(load_words(WORDS_FILE)) == set(ALL_WORDS)
    script = (WEB / "chat.js").read_text(encoding="utf-8")
    assert set(re.findall(r"this\.words\.(\w+)", script)) == set(SCRIPT_WORDS)


def test_the_script_and_the_markup_have_no_words_of_their_own() -> None:
    markup = (WEB / "index.html").read_text(encoding="utf-8")
    shown = re.sub(r"<!--.*?-->|<[^>]*>|\$\w+", "", markup, flags=re.DOTALL)
    assert shown.split() == []
    assert re.findall(r'(?:aria-label|title|alt|placeholder)="(?!\$)[^"]', markup) == []


def test_what_may_stand_alone_on_the_screen_is_safe_by_itself() -> None:
    page = WatchedPage(CLINIC_FILE, WORDS_FILE, WEB, 500).current()
    for key in SAFE_WORDS:
        assert "911" in page.words[key]
        assert "(406) 388-8118" in page.words[key]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('send: "Send"', 'sent: "Send"', "unknown key `sent`"),
        ('heading: "Back spasm help"', "", "`heading` is missing"),
        ('send: "Send"', "send: yes", "`send` is read as true or false"),
        (
            "call 911 now. Otherwise please send",
            "call for help. Otherwise please send",
            "`too_long` is not safe",
        ),
        ('"Clinic: {clinic_phone}"', '"Clinic: {clinic_fone}"', "nothing fills `{clinic_fone}`"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, finding: str
) -> None:
    with pytest.raises(FileFindings, match=r"page\.yml:\d+: ") as raised:
        load_words(changed(tmp_path, old, new))
    assert finding in str(raised.value)


def test_words_are_data_and_never_markup(tmp_path: Path) -> None:
    words = changed(tmp_path, '"Send"', "\"<script>alert('$title')</script>\"")
    page = WatchedPage(CLINIC_FILE, words, WEB, 500).current().page.body.decode()
    assert "<script>alert" not in page
    for_script = html.unescape(page.partition('data-words="')[2].partition('"')[0])
    assert json.loads(for_script)["send"] == "<script>alert('$title')</script>"


def test_a_broken_change_leaves_the_page_as_it_was(tmp_path: Path) -> None:
    words = changed(tmp_path, "Back spasm help", "Back help")
    page = WatchedPage(CLINIC_FILE, words, WEB, 500)
    before = page.current()
    words.write_text("heading: 5", encoding="utf-8")
    assert page.current() is before
    words.write_text(WORDS_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    assert b"Back spasm help" in page.current().page.body
