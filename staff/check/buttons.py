"""Options that lead nowhere: what stands in their payloads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from staff.check.finding import Finding, Mark, nearest, shown
from staff.check.marked import Map, mark_of
from staff.check.options import known_answers
from staff.check.project import Project

_PAYLOAD = re.compile(r"/(?P<intent>[^\s{]+)(?P<answer>\{.*\})?\Z", re.DOTALL)
_LIKE = "write it like /ask_phone, or '/answer{\"onset\": \"today\"}'"
_TYPOGRAPHIC = re.compile("[“”„‘’«»]")


def check(project: Project) -> Iterator[Finding]:
    """Everything about the options of answers."""
    answers = known_answers(project)
    seen: set[int] = set()
    for variation in project.data.variations:
        titles: dict[str, Mark] = {}
        for button in variation.buttons:
            title = str(button.get("title", ""))
            if title in titles:
                wrong = f"two options say `{shown(title)}` (first on line {titles[title].line})"
                yield Finding(mark_of(button, "title"), wrong, "give one of them other words")
            titles.setdefault(title, button.at)
            if id(button) not in seen:
                seen.add(id(button))
                yield from _button(project, button, answers)


def _button(project: Project, button: Map, answers: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    payload, at = button.get("payload"), mark_of(button, "payload")
    if not isinstance(payload, str) or not payload:
        return
    if not payload.startswith("/"):
        yield Finding(at, f"the payload {shown(payload)} has no slash, so it would be read as typed words", _LIKE)
        return
    parts = _PAYLOAD.match(payload)
    if parts is None:
        yield Finding(at, f"the payload {shown(payload)} cannot be read", _LIKE)
        return
    intent, intents = parts["intent"], project.domain.intents
    if project.domain.known and intent not in intents:
        change = nearest(intent, intents, "use an intent of domain.yml")
        yield Finding(at, f"the payload leads nowhere: there is no intent `{intent}`", change)
    elif intent == "answer" or parts["answer"]:
        yield from _answer(parts["answer"] or "", at, answers)


def _answer(text: str, at: Mark, answers: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    if _TYPOGRAPHIC.search(text):
        yield Finding(at, "the payload has typographic quotes", _LIKE)
        return
    try:
        answer: Any = json.loads(text)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or len(answer) != 1:
        yield Finding(at, f"the payload's answer cannot be read ({shown(text)})", _LIKE)
        return
    ((question, value),) = answer.items()
    if question not in answers:
        change = nearest(question, answers, f"the questions are {', '.join(answers)}")
        yield Finding(at, f"the payload answers a question that does not exist (`{question}`)", change)
    elif value not in answers[question]:
        change = nearest(str(value), answers[question], f"the answers are {', '.join(answers[question])}")
        yield Finding(at, f"the bot knows no answer `{value}` to `{question}`", change)


def payload_intent(payload: Any) -> str | None:
    """The intent that an option sends; None if it sends none."""
    parts = _PAYLOAD.match(payload) if isinstance(payload, str) else None
    return parts["intent"] if parts else None
