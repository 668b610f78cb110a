"""What the map says in sentences: when a level is told, and the picture's description for those who cannot see it."""

from __future__ import annotations

from html import escape

from staff.plain_names import LEVELS, listed, plain
from staff.triage_map.flow import NOT_SURE, Branch, Question, TriageMap

AT_ONCE = "at once"


def told_when(flow: TriageMap, branch: Branch, question: str) -> str:
    """When the level is told: "at once", or after which question; nothing where no question is in between."""
    if flow.table.is_locked(branch.disposition):
        return AT_ONCE
    if branch.told_after in ("", question):
        return ""
    names = [each.name for each in flow.questions]
    return f"told after question {names.index(branch.told_after) + 1}"


def description(flow: TriageMap) -> str:
    """The whole picture in sentences, escaped for SVG."""
    sentences = [
        "Every message is checked first for all red flags.",
        *(_leads(branch, "Saying") for branch in flow.unasked),
        "Then these questions are asked in their order.",
        *(line for number, question in enumerate(flow.questions, 1) for line in _question(number, question)),
        f"Without any of these the level is: {LEVELS[flow.healthy.disposition].title}.",
        f"First-aid steps: {listed([plain(step.id) for step in flow.first_aid.steps])}.",
        "A patient who comes back is asked how it goes, and the nerve signs again.",
        *(_leads(branch, "Answering") for branch in flow.returning),
        "The levels from most to least urgent: "
        + ", ".join(LEVELS[name].title for name in flow.table.levels)
        + ".",
    ]
    return escape(" ".join(sentences))


def _question(number: int, question: Question) -> list[str]:
    lines = [f"{number}, {plain(question.name)}."]
    lines += [_leads(branch, "Answering") for branch in question.branches]
    if question.together:
        lines.append(f"Only together with other signs act {listed([plain(name) for name in question.together])}.")
    lines.append(f"Goes on with: {listed([plain(value) for value in question.goes_on], 'or')}.")
    return lines


def _leads(branch: Branch, doing: str) -> str:
    answers = "not sure twice" if branch.answers == (NOT_SURE,) else listed([plain(a) for a in branch.answers], "or")
    return f"{doing} {answers} leads to: {LEVELS[branch.disposition].title}."
