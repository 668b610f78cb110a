"""The chat's words come from one file, safe where they must be, and reach the browser as data."""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from rasa_parts.site_channel import WEB, WORDS_FILE
from rasa_parts.site_page import (
    ALL_WORDS,
    MARKUP_WORDS,
    SAFE_WORDS,
    SCRIPT_WORDS,
    SitePage,
    WatchedPage,
    fill_script,
    load_words,
)
from triage.marked_yaml import FileFindings

CLINIC_FILE = Path(__file__).resolve().parents[2] / "examples" / "clinics" / "pro_physio.yml"
MOST_BYTES = 10 * 1024

SCRIPT = (WEB / "chat.js").read_text(encoding="utf-8")
STYLE = (WEB / "chat.css").read_text(encoding="utf-8")


def site_page(words: Path = WORDS_FILE, clinic: Path = CLINIC_FILE) -> SitePage:
    return WatchedPage(clinic, words, WEB, 500).current()


def sent(page: SitePage) -> str:
    return page.files["chat.js"].body.decode()


def value_of(name: str, script: str) -> object:
    """What stands in the sent script as `const NAME = …`."""
    start = f"const {name} = "
    value, end = json.JSONDecoder().raw_decode(script, script.index(start) + len(start))
    assert script[end] == ";"
    return value


def changed(tmp_path: Path, key: str, value: object, file: Path = WORDS_FILE) -> Path:
    """The file with another value at `key`, whatever the clinic wrote there."""
    entries = {**yaml.safe_load(file.read_text(encoding="utf-8")), key: value}
    path = tmp_path / file.name
    path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    return path


# The words


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    assert set(load_words(WORDS_FILE)) == set(ALL_WORDS)
    used = set(re.findall(r"\bwords\.(\w+)", SCRIPT))
    used |= {f"timer_{state}" for state in re.findall(r'"(on|last|over)"', SCRIPT)}
    assert used - {"clinic_name", "clinic_link", "longest_message"} == set(SCRIPT_WORDS)
    markup = (WEB / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r"\$(\w+)", markup)) - {"clinic_name", "clinic_link"} == set(MARKUP_WORDS)


def test_the_script_and_the_markup_have_no_words_of_their_own() -> None:
    markup = (WEB / "index.html").read_text(encoding="utf-8")
    shown = re.sub(r"<!--.*?-->|<[^>]*>|\$\w+", "", markup, flags=re.DOTALL)
    assert shown.split() == []
    assert re.findall(r'(?:aria-label|title|alt|placeholder)="(?!\$)[^"]', markup) == []
    assert re.findall(r'"(?:aria-label|title|alt|placeholder)": "', SCRIPT) == []


def test_what_may_stand_alone_on_the_screen_is_safe_by_itself() -> None:
    page = site_page()
    for key in SAFE_WORDS:
        assert "911" in page.words[key]
        assert "(406) 388-8118" in page.words[key]


@pytest.mark.parametrize(
    ("key", "value", "finding"),
    [
        ("sent", "Send", "unknown key `sent`"),
        ("send", True, "`send` is read as true or false"),
        ("too_long", "Too long. Call for help, or {clinic_phone}.", "`too_long` is not safe"),
        ("too_long", "Too long. Call 911 or the clinic.", "`too_long` is not safe"),
        ("emergency", "Emergency? Call 912", "`emergency` does not give 911"),
        ("emergency", "Emergency? Call 9112", "`emergency` does not give 911"),
        ("call_clinic", "Call the clinic", "`call_clinic` does not give {clinic_phone}"),
        ("call_clinic", "Clinic: {clinic_fone}", "nothing fills `{clinic_fone}`"),
        ("step", "Step {step} of {off}", "nothing fills `{off}` in `step`"),
        ("close", "{minutes} Close", "nothing fills `{minutes}` in `close`"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, key: str, value: object, finding: str) -> None:
    with pytest.raises(FileFindings, match=r"page\.yml:\d+: ") as raised:
        load_words(changed(tmp_path, key, value))
    assert finding in str(raised.value)


def test_a_missing_word_is_named(tmp_path: Path) -> None:
    entries = yaml.safe_load(WORDS_FILE.read_text(encoding="utf-8"))
    del entries["heading"]
    words = tmp_path / "page.yml"
    words.write_text(yaml.safe_dump(entries), encoding="utf-8")
    with pytest.raises(FileFindings, match="`heading` is missing"):
        load_words(words)


def test_a_broken_change_leaves_the_page_as_it_was(tmp_path: Path) -> None:
    words = changed(tmp_path, "heading", "Back help")
    page = WatchedPage(CLINIC_FILE, words, WEB, 500)
    before = page.current()
    words.write_text("heading: 5", encoding="utf-8")
    assert page.current() is before
    changed(tmp_path, "heading", "Help for the back")
    assert b"Help for the back" in page.current().page.body


# The script


def test_the_script_is_sent_with_the_clinics_words_and_numbers() -> None:
    page = site_page()
    words = value_of("WORDS", sent(page))
    assert isinstance(words, dict)
    assert words == {
        **{key: page.words[key] for key in SCRIPT_WORDS},
        "clinic_name": "Pro Physio",
        "clinic_link": "tel:+14063888118",
        "longest_message": 500,
    }
    assert "{minutes}" in words["timer_over"]


def test_the_script_brings_its_style_along() -> None:
    style = value_of("STYLE", sent(site_page()))
    assert isinstance(style, str)
    without_comments = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
    assert style.split() == without_comments.split()
    assert "chat.css" not in site_page().files


def test_words_are_data_and_never_code(tmp_path: Path) -> None:
    hostile = "</script><script>alert('$title')</script>\u2028\"};/*style*/"
    page = site_page(changed(tmp_path, "send", hostile))
    words = value_of("WORDS", sent(page))
    assert isinstance(words, dict)
    assert words["send"] == hostile
    assert "</script" not in sent(page)
    assert "\u2028" not in sent(page)
    heading = changed(tmp_path, "heading", "<script>alert('$title')</script>")
    assert "<script>alert" not in site_page(heading).page.body.decode()


def test_a_script_without_its_markers_is_no_script() -> None:
    with pytest.raises(ValueError, match="words"):
        fill_script("const WORDS = {};", "", {})


def test_only_comments_and_indentation_are_left_out() -> None:
    script = '  // one\n  a(); // two\n\n\n  "https://x"; // three\n/*words*/ {} /*style*/ ""'
    filled = fill_script(script, "/* x */\na {\n  b: c;\n}\n", {})
    assert filled == 'a(); // two\n\n\n"https://x"; // three\n{} "a {\\nb: c;\\n}\\n"'


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node to read JavaScript")
def test_the_script_is_javascript_as_it_stands_and_as_it_is_sent(tmp_path: Path) -> None:
    for name, text in (("stands.js", SCRIPT), ("sent.js", sent(site_page()))):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        checked = subprocess.run(["node", "--check", path], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr


def test_all_that_a_site_loads_is_small() -> None:
    assert len(gzip.compress(site_page().files["chat.js"].body, 9)) <= MOST_BYTES
    assert len(gzip.compress((SCRIPT + STYLE).encode(), 9)) <= MOST_BYTES


def test_the_script_makes_no_markup_out_of_text() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", SCRIPT)
    assert not re.search(r"https?://", SCRIPT + STYLE)


# The addresses


def test_the_address_of_the_script_changes_with_words_clinic_and_style(tmp_path: Path) -> None:
    tag = site_page().files["chat.js"].tag
    assert f'src="chat.js?v={tag}"' in site_page().page.body.decode()
    words = changed(tmp_path, "send", "Go, and go again")
    clinic = changed(tmp_path, "phone", "(406) 388-8119", CLINIC_FILE)
    web = tmp_path / "web"
    shutil.copytree(WEB, web)
    (web / "chat.css").write_text(STYLE + "\na { color: red; }\n", encoding="utf-8")
    others = (
        site_page(words=words),
        site_page(clinic=clinic),
        WatchedPage(CLINIC_FILE, WORDS_FILE, web, 500).current(),
    )
    assert len({tag, *(other.files["chat.js"].tag for other in others)}) == 4
    assert others[1].files["chat.js"].tag in others[1].page.body.decode()


# The demo


def test_the_demo_embeds_the_chat_by_the_line_that_it_shows() -> None:
    demo = site_page().demo.body.decode()
    line = re.search(r"^<spasm-chat>.*</script>$", demo, flags=re.MULTILINE)
    shown = re.search(r'<code id="line">(.*?)</code>', demo)
    assert line
    assert shown
    address = "https://bot.example/webhooks/site/chat.js"
    told = html.unescape(re.sub(r"<[^>]*>", "", shown[1]))
    assert told == line[0].replace('src="chat.js"', f'src="{address}"')


def test_the_demo_shows_this_clinic_and_nobody_indexes_it() -> None:
    demo = site_page().demo.body.decode()
    assert '<meta name="robots" content="noindex">' in demo
    assert 'href="tel:911"' in demo
    assert 'href="tel:+14063888118"' in demo
    assert "<li>ultrasound</li>" in demo


def test_the_pages_run_under_a_strict_policy() -> None:
    page = site_page()
    for body in (page.page.body.decode(), page.demo.body.decode()):
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script>|\[\[", body)
        assert not re.search(r'(?:src|href)="(?:https?:)?//', body)


def test_names_from_the_clinics_file_are_data_in_the_demo(tmp_path: Path) -> None:
    clinic = changed(tmp_path, "treatments", ["<b onclick=alert(1)>ultrasound</b>"], CLINIC_FILE)
    assert "<b onclick" not in site_page(clinic=clinic).demo.body.decode()
