"""The chat as it is sent: the words of data/clinic/page.yml in web/chat.js and its pages."""

from __future__ import annotations

import hashlib
import html
import json
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from triage.clinic import Clinic, load_clinic, phone_display, phone_link
from triage.marked_yaml import FileFindings, Report, entries_of, line_of, read_root, text_of
from triage.watched_file import WatchedFile

# The words that the script shows, and the language they are in.
SCRIPT_WORDS = (
    "language",
    "heading",
    "launcher",
    "close",
    "emergency",
    "call_clinic",
    "urgent_numbers",
    "disclaimer",
    "log",
    "bot_says",
    "patient_says",
    "typing",
    "choose",
    "tick",
    "tick_nothing",
    "say",
    "send",
    "not_sent",
    "step",
    "step_back",
    "step_back_says",
    "timer_start",
    "timer_on",
    "timer_last",
    "timer_over",
    "timer_stop",
    "timer_done",
    "summary",
    "copy",
    "copied",
    "copy_yourself",
    "print",
    "options",
    "remember",
    "kept",
    "start_over",
    "start_over_says",
    "forget",
    "forget_question",
    "forget_yes",
    "forget_no",
    "new_chat",
    "safe",
    "too_long",
    "try_again",
)
# What the bot's own page and the demo page show until the script runs.
MARKUP_WORDS = (
    "language",
    "title",
    "heading",
    "emergency",
    "call_clinic",
    "safe",
    "no_script",
)
# What the channel itself says to a patient, each safe by itself.
SAFE_WORDS = ("safe", "too_long", "too_fast", "moved_on", "chat_ended", "forgotten", "no_script")
# The two numbers that are always in sight.
NUMBERS = {"emergency": "911", "call_clinic": "{clinic_phone}"}
ALL_WORDS = tuple(dict.fromkeys((*MARKUP_WORDS, *SCRIPT_WORDS, *SAFE_WORDS)))

CONTENT_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
}

FACTS = ("clinic_name", "clinic_phone")
# What the script fills into a word while the chat goes on.
FILLED_LATER = {
    "step": ("step", "of"),
    "timer_start": ("minutes", "label"),
    "timer_on": ("minutes", "label"),
    "timer_last": ("minutes", "label"),
    "timer_over": ("minutes", "label"),
}

_EMERGENCY_NUMBER = re.compile(r"(?<!\d)911(?!\d)")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# In the markup, [[chat.js]] is the file's address, which changes with the file.
_FILE_NAME = re.compile(r"\[\[([\w./-]+)\]\]")
# What a browser has no use for in chat.js and chat.css: the lines of comments, and the indentation.
_COMMENTS_OF_SCRIPT = re.compile(r"^\s*//.*\n|^[ \t]+", re.MULTILINE)
_COMMENTS_OF_STYLE = re.compile(r"/\*.*?\*/\s*|^[ \t]+", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class StaticFile:
    """A file as it is sent; `tag` changes with its bytes."""

    body: bytes
    content_type: str
    tag: str


@dataclass(frozen=True)
class SitePage:
    """What the channel serves besides replies; `files` are those beside the pages, by name.

    `page` is the bot's own, `demo` shows the chat on the website of a clinic.
    """

    words: Mapping[str, str]
    page: StaticFile
    demo: StaticFile
    files: Mapping[str, StaticFile]
    allowed_origins: frozenset[str]


class WatchedPage:
    """The page as the clinic's file and the words are now; a broken change leaves it as it was."""

    def __init__(
        self, clinic_file: Path, words_file: Path, web: Path, longest_message: int
    ) -> None:
        """Read all of it. Raises FileFindings if the clinic's file or the words cannot be used."""
        self._clinic = WatchedFile(clinic_file, load_clinic)
        self._words = WatchedFile(words_file, load_words)
        self._page = (web / "index.html").read_text(encoding="utf-8")
        self._demo = (web / "demo.html").read_text(encoding="utf-8")
        self._script = (web / "chat.js").read_text(encoding="utf-8")
        self._style = (web / "chat.css").read_text(encoding="utf-8")
        self._files = {
            path.relative_to(web).as_posix(): _static(path.read_bytes(), CONTENT_TYPES[path.suffix])
            for path in sorted(web.rglob("*"))
            if path.suffix in CONTENT_TYPES and path.name != "chat.css"
        }
        self._longest_message = longest_message
        self._made_of: tuple[Clinic, Mapping[str, str]] | None = None
        self._made = self.current()

    def current(self) -> SitePage:
        """Give the page, made anew if the clinic or the words have changed."""
        made_of = (self._clinic.current(), self._words.current())
        if self._made_of is None or any(
            new is not old for new, old in zip(made_of, self._made_of, strict=True)
        ):
            self._made = self._make(*made_of)
            self._made_of = made_of
        return self._made

    def _make(self, clinic: Clinic, words: Mapping[str, str]) -> SitePage:
        facts = {
            "clinic_name": clinic.name,
            "clinic_phone": phone_display(clinic),
            "clinic_link": phone_link(clinic),
        }
        filled = {
            key: _PLACEHOLDER.sub(lambda found: facts.get(found[1], found[0]), text)
            for key, text in words.items()
        }
        script = fill_script(
            self._script,
            self._style,
            {
                **{key: filled[key] for key in SCRIPT_WORDS},
                **{key: facts[key] for key in ("clinic_name", "clinic_link")},
                "longest_message": self._longest_message,
            },
        )
        files = {**self._files, "chat.js": _static(script.encode(), CONTENT_TYPES[".js"])}
        values = {
            **{key: html.escape(filled[key]) for key in MARKUP_WORDS},
            **{key: html.escape(fact) for key, fact in facts.items()},
            "treatments": "".join(f"<li>{html.escape(name)}</li>" for name in clinic.treatments),
        }
        return SitePage(
            filled,
            _page(self._page, values, files),
            _page(self._demo, values, files),
            files,
            frozenset(clinic.allowed_origins),
        )


def fill_script(script: str, style: str, words: Mapping[str, str | int]) -> str:
    """Give the script as it is sent: with `words` and `style` in it, and without its comments."""
    script = _COMMENTS_OF_SCRIPT.sub("", script)
    for marker, value in (
        ("/*words*/ {}", dict(words)),
        ('/*style*/ ""', _COMMENTS_OF_STYLE.sub("", style)),
    ):
        before, found, after = script.partition(marker)
        if not found:
            raise ValueError(f"{marker} does not stand in the script")
        # Also safe inside a page: nothing in it ends a script.
        script = before + json.dumps(value).replace("<", "\\u003c") + after
    return script


def _page(template: str, values: Mapping[str, str], files: Mapping[str, StaticFile]) -> StaticFile:
    named = _FILE_NAME.sub(lambda found: f"{found[1]}?v={files[found[1]].tag}", template)
    made = string.Template(named).substitute(values)
    return _static(made.encode(), "text/html; charset=utf-8")


def load_words(path: Path) -> dict[str, str]:
    """Give every word of the page by its key, with its placeholders.

    Raises FileFindings for anything wrong.
    """
    report = Report(path)
    words: dict[str, str] = {}
    root = read_root(path, report)
    if root is not None:
        entries = entries_of(root, ALL_WORDS, report)
        for key in ALL_WORDS:
            if key not in entries:
                report.add(line_of(root), f"`{key}` is missing", f'write `{key}: "…"`')
                continue
            text = text_of(entries[key].node, key, report)
            if text is not None:
                _report_text(key, text, entries[key].value_line, report)
                words[key] = text
    if report.found:
        raise FileFindings(report.lines())
    return words


def _report_text(key: str, text: str, line: int, report: Report) -> None:
    facts = (*FACTS, *FILLED_LATER.get(key, ()))
    unknown = [name for name in _PLACEHOLDER.findall(text) if name not in facts]
    if unknown:
        report.add(
            line,
            f"nothing fills `{{{unknown[0]}}}` in `{key}`",
            f"use {' or '.join(f'{{{name}}}' for name in facts)}",
        )
    numbers = {"911"} if _EMERGENCY_NUMBER.search(text) else set()
    numbers |= {"{clinic_phone}"} & {f"{{{name}}}" for name in _PLACEHOLDER.findall(text)}
    if key in SAFE_WORDS and len(numbers) < len(NUMBERS):
        report.add(
            line,
            f"`{key}` is not safe by itself",
            "say to call 911 in an emergency, and give {clinic_phone}",
        )
    if key in NUMBERS and NUMBERS[key] not in numbers:
        report.add(line, f"`{key}` does not give {NUMBERS[key]}", f"write {NUMBERS[key]} in it: it is always in sight")


def _static(body: bytes, content_type: str) -> StaticFile:
    return StaticFile(body, content_type, hashlib.sha256(body).hexdigest()[:16])
