"""Adds an intent to domain.yml and leaves everything else there as it stands."""

from __future__ import annotations

import re

_ITEM = re.compile(r"^- (\w+)\s*(?:#.*)?$")


class NoPlaceError(ValueError):
    """domain.yml has no list for the word; the message says what to write by hand."""


def with_intent(domain: str, intent: str, heading: str) -> str:
    """The text of domain.yml with `- intent` in the list below the comment `heading`.

    In a list that goes by the alphabet it takes its place, in any other it comes last. Raises NoPlaceError.
    """
    lines = domain.splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if line.startswith(heading)), None)
    if start is None:
        raise NoPlaceError(f"domain.yml: “{heading}” is missing: write `- {intent}` below `intents:` by hand.")
    end = start + 1
    while end < len(lines) and _ITEM.match(lines[end]):
        end += 1
    names = [found.group(1) for line in lines[start + 1 : end] if (found := _ITEM.match(line))]
    before = sum(name < intent for name in names) if names == sorted(names) else len(names)
    place = start + 1 + before
    if place == len(lines) and lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return "".join([*lines[:place], f"- {intent}\n", *lines[place:]])
