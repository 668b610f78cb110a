"""The chat's page: the words of data/clinic/page.yml in the markup of web/index.html."""

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

# The words that the script shows; the others stand in the markup.
SCRIPT_WORDS = (
    "bot_says",
    "patient_says",
    "typing",
    "choose",
    "tick",
    "tick_nothing",
    "send",
    "not_sent",
    "start_over_says",
    "new_chat",
    "too_long",
)
MARKUP_WORDS = (
    "language",
    "title",
    "heading",
    "emergency",
    "call_clinic",
    "urgent_numbers",
    "disclaimer",
    "log",
    "say",
    "send",
    "start_over",
    "forget",
    "forget_question",
    "forget_yes",
    "forget_no",
    "safe",
    "try_again",
    "no_script",
)
# What the channel itself says to a patient, each safe by itself.
SAFE_WORDS = ("safe", "too_long", "too_fast", "chat_ended", "forgotten", "no_script")
ALL_WORDS = tuple(dict.fromkeys((*MARKUP_WORDS, *SCRIPT_WORDS, *SAFE_WORDS)))

CONTENT_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
}

FACTS = ("clinic_name", "clinic_phone")

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# In the markup, [[chat.js]] is the file's address, which changes with the file.
_FILE_NAME = re.compile(r"\[\[([\w./-]+)\]\]")


@dataclass(frozen=True)
class StaticFile:
    """A file as it is sent; `tag` changes with its bytes."""

    body: bytes
    content_type: str
    tag: str


@dataclass(frozen=True)
class SitePage:
    """What the channel serves besides replies; `files` are those beside the page, by name."""

    words: Mapping[str, str]
    page: StaticFile
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
        self._template = (web / "index.html").read_text(encoding="utf-8")
        self._files = {
            path.relative_to(web).as_posix(): _static(path.read_bytes(), CONTENT_TYPES[path.suffix])
            for path in sorted(web.rglob("*"))
            if path.suffix in CONTENT_TYPES
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
        facts = {"clinic_name": clinic.name, "clinic_phone": phone_display(clinic)}
        filled = {
            key: _PLACEHOLDER.sub(lambda found: facts[found[1]], text)
            for key, text in words.items()
        }
        values = {
            **{key: filled[key] for key in MARKUP_WORDS},
            "clinic_name": clinic.name,
            "clinic_link": phone_link(clinic),
            "words": json.dumps({key: filled[key] for key in SCRIPT_WORDS}),
            "longest_message": str(self._longest_message),
        }
        escaped = {key: html.escape(value) for key, value in values.items()}
        number = html.escape(facts["clinic_phone"])
        escaped["call_clinic"] = escaped["call_clinic"].replace(
            number, f'<span class="number">{number}</span>'
        )
        named = _FILE_NAME.sub(
            lambda found: f"{found[1]}?v={self._files[found[1]].tag}", self._template
        )
        page = _static(
            string.Template(named).substitute(escaped).encode(), "text/html; charset=utf-8"
        )
        return SitePage(filled, page, self._files, frozenset(clinic.allowed_origins))


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
    unknown = [name for name in _PLACEHOLDER.findall(text) if name not in FACTS]
    if unknown:
        report.add(
            line,
            f"nothing fills `{{{unknown[0]}}}` in `{key}`",
            "use {clinic_name} or {clinic_phone}",
        )
    if key in SAFE_WORDS and not ("911" in text and "{clinic_phone}" in text):
        report.add(
            line,
            f"`{key}` is not safe by itself",
            "say to call 911 in an emergency, and give {clinic_phone}",
        )


def _static(body: bytes, content_type: str) -> StaticFile:
    return StaticFile(body, content_type, hashlib.sha256(body).hexdigest()[:16])
