"""Reads a YAML file that staff edit, remembering the line of everything for the findings."""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import yaml

_KIND_OF_TAG = {
    "tag:yaml.org,2002:int": "a number",
    "tag:yaml.org,2002:float": "a number",
    "tag:yaml.org,2002:bool": "true or false",
    "tag:yaml.org,2002:timestamp": "a date",
    "tag:yaml.org,2002:null": "nothing",
}


class FileFindings(ValueError):
    """A file cannot be used; `str()` has one line per finding, each with its place."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings


@dataclass
class Report:
    """Collects what is wrong in one file, in the order of its lines."""

    path: Path
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, wrong: str, change: str) -> None:
        """Notes a finding: the line (from 1), what is wrong and what to change."""
        self.found.append((line, f"{shown_path(self.path)}:{line}: {wrong}: {change}"))

    def lines(self) -> list[str]:
        """The findings as lines of text, by their place in the file."""
        return [text for _, text in sorted(self.found, key=lambda item: item[0])]


@dataclass(frozen=True)
class Entry:
    """One `key: value` of a mapping, with the line on which its key stands."""

    key: str
    line: int
    node: yaml.Node

    @property
    def value_line(self) -> int:
        return line_of(self.node)


def shown_path(path: Path) -> str:
    """The path as a person in the project's folder would type it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def line_of(node: yaml.Node) -> int:
    """The line, from 1, on which a value begins."""
    return int(node.start_mark.line) + 1


def read_root(path: Path, report: Report) -> yaml.MappingNode | None:
    """The file's outermost mapping; None, with findings in the report, if there is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        report.add(1, f"cannot be read ({reason})", "put the file there")
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report.add(line, "has characters that are not UTF-8", "save the file as UTF-8")
        return None
    if _report_tabs(text, report):
        return None
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "cannot be understood"
        report.add(
            mark.line + 1 if mark else 1,
            f"is not valid YAML ({problem})",
            "look for a missing quote, colon or space on this line or the one above",
        )
        return None
    except yaml.YAMLError:
        report.add(1, "has characters that YAML does not allow", "type the file anew as plain text")
        return None
    if node is None:
        report.add(1, "is empty", "copy an example from examples/clinics over it")
        return None
    if not isinstance(node, yaml.MappingNode):
        report.add(line_of(node), "is not a list of settings", "write each one as `key: value`")
        return None
    return node


def _report_tabs(text: str, report: Report) -> bool:
    lines = [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip()
    ]
    for number in lines:
        report.add(number, "begins with a tab", "use spaces")
    return bool(lines)


def entries_of(
    mapping: yaml.MappingNode, known: Collection[str], report: Report, inside: str = ""
) -> dict[str, Entry]:
    """The known entries of a mapping by key; unknown and repeated keys become findings."""
    entries: dict[str, Entry] = {}
    for key_node, value_node in mapping.value:
        line = line_of(key_node)
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        if key not in known:
            report.add(line, f"unknown key `{inside}{key}`", _nearest(key, known))
        elif key in entries:
            report.add(
                line,
                f"`{inside}{key}` stands here a second time (first on line {entries[key].line})",
                "keep one of them",
            )
        else:
            entries[key] = Entry(key, line, value_node)
    return entries


def _nearest(key: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(key.lower(), list(known), n=1, cutoff=0.5)
    begun = [name for name in known if len(key) >= 3 and name.startswith(key.lower())]
    if near or begun:
        return f"did you mean `{(begun or near)[0]}`?"
    return f"remove it; the keys are {', '.join(known)}"


def is_null(node: yaml.Node) -> bool:
    """Whether a value is `null`, `~` or left out after its colon."""
    return bool(node.tag == "tag:yaml.org,2002:null")


def text_of(node: yaml.Node, name: str, report: Report) -> str | None:
    """A value that must be text, without outer spaces; None with a finding if it is not."""
    if not isinstance(node, yaml.ScalarNode):
        report.add(line_of(node), f"`{name}` must be a text", f'write `{name}: "…"`')
        return None
    if node.tag != "tag:yaml.org,2002:str":
        kind = _KIND_OF_TAG.get(node.tag, "something else")
        if is_null(node):
            report.add(line_of(node), f"`{name}` is empty", "write it in quotes")
        else:
            report.add(
                line_of(node),
                f"`{name}` is read as {kind}, not as text",
                f'put it in quotes: "{node.value}"',
            )
        return None
    text = str(node.value).strip()
    if not text:
        report.add(line_of(node), f"`{name}` is empty", "write it in quotes")
        return None
    return text


def whole_number_of(node: yaml.Node, name: str, low: int, high: int, report: Report) -> int | None:
    """A whole number between two bounds; None with a finding if it is not."""
    wanted = f"write a whole number from {low} to {high}"
    if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:int":
        shown = node.value if isinstance(node, yaml.ScalarNode) else "this"
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        wrong = f"`{name}` is in quotes" if quoted else f"`{name}` is not a whole number ({shown})"
        report.add(line_of(node), wrong, wanted)
        return None
    raw = str(node.value)
    digits = raw.lstrip("+-")
    if not digits.isdecimal() or len(digits) > 9:
        report.add(line_of(node), f"`{name}` is not a plain number ({raw})", wanted)
        return None
    number = int(digits) * (-1 if raw.startswith("-") else 1)
    if not low <= number <= high:
        wrong = "is negative" if number < 0 else "is too small" if number < low else "is too large"
        report.add(line_of(node), f"`{name}` {wrong} ({number})", wanted)
        return None
    return number


def texts_of(node: yaml.Node, name: str, report: Report) -> list[tuple[str, int]] | None:
    """A list of texts, each with its line; None with findings if something is not a text."""
    if not isinstance(node, yaml.SequenceNode):
        report.add(line_of(node), f"`{name}` must be a list", 'write each on a line as `- "…"`')
        return None
    texts: list[tuple[str, int]] = []
    whole = True
    for item in node.value:
        text = text_of(item, f"a line of {name}", report)
        if text is None:
            whole = False
        else:
            texts.append((text, line_of(item)))
    return texts if whole else None
