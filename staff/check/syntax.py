"""Why a file is no YAML, in plain words."""

from __future__ import annotations

import re

import yaml

from staff.check.finding import Finding, Mark, shown

_DASH = "begin each line of a list with a dash and a space, and put the dashes exactly below one another"
_BELOW = "put it exactly below the line that it belongs to, with spaces"
# What the reader says, what that means, and what to change.
_MEANINGS = (
    (r"tab", "begins with a tab", "use spaces"),
    (r"mapping values are not allowed", "has a colon where none can be, or stands too far to the right",
     "put the text in quotes if the colon belongs to it; else put the line exactly below the one it belongs to"),
    (r"undefined alias", "uses a name after * that is not defined above in this file",
     "define it with & in this file, or write out what it stands for"),
    (r"found duplicate anchor", "defines the same name with & twice", "give each & another name"),
    (r"unknown escape", "has a backslash in double quotes that means nothing", "use single quotes, or no backslash"),
    (r"quoted scalar", "begins a quote that does not end", "put the missing quote at the end of the text"),
    (r"flow sequence", "begins a list with [ that does not end",
     "put the missing ] or comma, here or on the line above"),
    (r"flow mapping", "begins with { and does not end", "put the missing } or comma, or quotes around the text"),
    (r"cannot start any token", "begins with a sign that means something in YAML (one of @ ` %)",
     "put the text in quotes"),
    (r"another document", "has --- in the middle", "take the line with --- out"),
    (r"block sequence entries are not allowed", "has a dash where no list can begin", _DASH),
    (r"expected '-' indicator", "does not fit into the list above it", _DASH),
    (r"not allowed|#x", "has a sign that cannot be seen and that YAML does not allow",
     "delete the line and type it anew"),
)  # fmt: skip
# On the line of the reader's error, or the one above: what it most likely is.
_SUSPECTS = (
    (r"^[ ]*\u00a0|[^\S\n]\u00a0+\S+:", "begins with a space that is none (from Word or a web page)",
     "delete the spaces at its beginning and type them anew"),
    (r"^\s*(?:- )?[\w-]+:\s+[\u201c\u201d\u201e\u2018\u2019\u00ab]", "has typographic quotes",
     'type the straight quotes of a program: "…"'),
    (r"^\s*(?:- )?[A-Za-z_]+:[^\s/:]", "has no space after its colon", "put a space after the colon"),
    (r"^\s*-[A-Za-z_]+:", "has no space after its dash", "put a space after the dash"),
    (r"^\s*(?:- )?(?:text|title|name|rule|story)[ ]*[-=;\uff1a] *\S", "has no colon after its key",
     "write it as `key: value`"),
)  # fmt: skip
# A text of several lines that is read as one because of a mistake before it.
_LONGEST_TEXT = 30
_QUOTED = re.compile(r"""^\s*(?:- )?(?:[\w-]+:\s+)?(?P<quote>["'])""")
# A forgotten quote is noticed at the next one, which may be lines below.
_FAR_ABOVE = 12
_OPENS_QUOTE = re.compile(r"""^\s*(?:- )?(?:[\w-]+:\s+)?\[?\s*\"""")
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def explained(path: str, text: str, error: yaml.YAMLError) -> Finding:
    """The reader's error as a finding, on the line where the mistake most likely is."""
    lines = text.splitlines()
    line, said = _place_and_problem(text, error)
    if re.search("quoted scalar|simple key", said) and isinstance(error, yaml.MarkedYAMLError) and error.context_mark:
        line = error.context_mark.line + 1
    wrong, change = _meaning(said)
    if re.search("did not find expected key|could not find expected ':'", said):
        line, wrong, change = _out_of_place(lines, line)
    opened = _opened_above(lines, line)
    if opened and re.search("did not find expected", said):
        line, (wrong, change) = opened, _meaning("quoted scalar")
    line, wrong, change = _suspected(lines, line) or (line, wrong, change)
    there = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return Finding(Mark(path, line), f"{wrong} ({shown(there)})" if there else wrong, change)


def _place_and_problem(text: str, error: yaml.YAMLError) -> tuple[int, str]:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        said = f"{error.context or ''} {error.problem or ''}"
        return (min(mark.line + 1, max(1, text.count("\n"))) if mark else 1), said
    found = _NOT_ALLOWED.search(text)
    return (text[: found.start()].count("\n") + 1 if found else 1), "not allowed"


def _meaning(said: str) -> tuple[str, str]:
    for pattern, wrong, change in _MEANINGS:
        if re.search(pattern, said):
            return wrong, change
    return "cannot be understood", "look for a missing quote, colon or space on this line or the one above"


def _suspected(lines: list[str], line: int) -> tuple[int, str, str] | None:
    for number in (line, line - 1):
        there = lines[number - 1] if 0 < number <= len(lines) else ""
        for pattern, wrong, change in _SUSPECTS:
            if re.search(pattern, there):
                return number, wrong, change
    for number in range(line - 2, max(0, line - _LONGEST_TEXT), -1):
        if re.search(r"""^\s*(?:- )?[a-z_]+:[>|"']""", lines[number - 1]):
            return number, "has no space after its colon", "put a space after the colon"
    return None


def _out_of_place(lines: list[str], line: int) -> tuple[int, str, str]:
    """A line that fits nowhere: its quotes end too early, or its beginning is not where others begin."""
    for number in (line, line - 1):
        there = lines[number - 1] if 0 < number <= len(lines) else ""
        quoted = _QUOTED.match(there)
        if quoted and _ends_early(there[quoted.end() :], quoted["quote"]):
            other = "double" if quoted["quote"] == "'" else "single"
            return number, "has a quote in the middle of a quoted text", f"use {other} quotes around the text"
    if 0 < line <= len(lines) and not re.search(r":(?:\s|$)|^\s*-", lines[line - 1]):
        return line, "begins too far to the left or to the right, or has no colon", _BELOW
    return line, "begins too far to the left or to the right", _BELOW


def _opened_above(lines: list[str], line: int) -> int | None:
    """The nearest line, at most so many above, with a quoted text that does not end; notes are passed over."""
    for number in range(min(line, len(lines)), max(0, line - _FAR_ABOVE), -1):
        there = lines[number - 1]
        if _OPENS_QUOTE.match(there) and there.replace('\\"', "").count('"') % 2:
            return number
    return None


def _ends_early(rest: str, quote: str) -> bool:
    """Whether a quoted text goes on after its closing quote."""
    inner = rest.replace("''", "") if quote == "'" else rest.replace('\\"', "")
    _, closed, after = inner.partition(quote)
    return bool(closed) and bool(after.split("#")[0].strip(" ,]}"))
