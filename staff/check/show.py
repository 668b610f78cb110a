"""The findings as a person reads them in the terminal, and as an editor takes them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from staff.check.finding import ERROR, Finding
from staff.check.run import errors

_RED, _YELLOW, _GREEN, _BOLD, _PLAIN = "\033[31m", "\033[33m", "\033[32m", "\033[1m", "\033[0m"


_NEXT = {
    "try": "./bot try shows what patients will see",
    "publish": "./bot publish lets it out",
    "serve": "./bot serve starts the bot with it",
}


def as_text(findings: Sequence[Finding], words: Collection[str] = (), colours: bool = False) -> str:
    """The findings by file, each as `file:line: what is wrong: what to change`; the last line says what next.

    `words` are the commands that there are.
    """
    lines = list(_by_file(findings, colours))
    return "\n".join([*lines, *([""] if lines else []), last_line(findings, words, colours)])


def _by_file(findings: Sequence[Finding], colours: bool) -> Iterator[str]:
    for path, found in groupby(findings, key=lambda finding: finding.at.path):
        yield _in_colour(path, _BOLD, colours)
        for finding in found:
            kind = _in_colour(finding.level, _RED if finding.level == ERROR else _YELLOW, colours)
            yield f"  {finding.at}: {finding.wrong}: {finding.change}  [{kind}]"


def last_line(findings: Sequence[Finding], words: Collection[str] = (), colours: bool = False) -> str:
    """How many errors and warnings there are, and what to do next: the first two commands that there are."""
    wrong = len(errors(findings))
    warnings = len(findings) - wrong
    beside = f" {_number(warnings, 'warning')}: please look at {'it' if warnings == 1 else 'them'}." if warnings else ""
    if wrong:
        said = _in_colour(_number(wrong, "error"), _RED, colours)
        return f"{said}: mend {'it' if wrong == 1 else 'them'}, then run ./bot check again.{beside}"
    said = _in_colour("No errors.", _GREEN, colours)
    then = [what for word, what in _NEXT.items() if word in words][:2]
    return f"{said}{beside}{' Next: ' + ', '.join(then) + '.' if then else ''}"


def _number(many: int, what: str) -> str:
    return f"{many} {what}{'' if many == 1 else 's'}"


def _in_colour(text: str, colour: str, colours: bool) -> str:
    return f"{colour}{text}{_PLAIN}" if colours else text


def as_json(findings: Sequence[Finding]) -> str:
    """The findings as one JSON object, for editors: `errors` and `warnings` are their numbers."""
    wrong = len(errors(findings))
    listed = [
        {
            "file": finding.at.path,
            "line": finding.at.line,
            "level": finding.level,
            "wrong": finding.wrong,
            "change": finding.change,
        }
        for finding in findings
    ]
    return json.dumps({"errors": wrong, "warnings": len(findings) - wrong, "findings": listed}, ensure_ascii=False)
