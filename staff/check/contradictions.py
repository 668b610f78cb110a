"""Rules and stories that go on differently from the same point; both places are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from staff.check.finding import Finding, shown
from staff.check.project import Project
from staff.check.rasa_data import Course
from staff.check.turns import LISTEN, Turn, condition, turns

# How much of what was before a story remembers, if config.yml does not say.
_REMEMBERED = 5


def check(project: Project) -> Iterator[Finding]:
    """Every pair of rules or stories that contradict one another."""
    domain = project.domain
    rules: list[tuple[Turn, dict[str, Any]]] = []
    stories: list[Turn] = []
    for course in project.data.courses:
        if course.kind == "rule":
            rules += [(turn, condition(course, domain)) for turn in list(turns(course, domain))[:1]]
        else:
            stories += turns(course, domain)
    yield from _rules(rules)
    yield from _stories(stories, _remembered(project))
    for turn in stories:
        yield from _against_rules(turn, rules)
    yield from _twice([course for course in project.data.courses if course.kind == "story"])


def _rules(rules: list[tuple[Turn, dict[str, Any]]]) -> Iterator[Finding]:
    for number, (rule, wanted) in enumerate(rules):
        for other, its in rules[:number]:
            same_begin = rule.intent == other.intent if rule.intent else rule.actions[:1] == other.actions[:1]
            if not same_begin or (rule.intent is None) != (other.intent is None) or _apart(wanted, its):
                continue
            if rule.actions == other.actions:
                wrong = f"says the same as the rule `{shown(other.course.name)}` ({other.course.at})"
                yield Finding(rule.course.at, wrong, "delete one of them")
            else:
                yield _clash(rule, other)


def _apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two conditions never hold together, or one says more than the other and so wins."""
    if any(one[name] != other[name] for name in one.keys() & other.keys()):
        return True
    return one != other and (one.items() <= other.items() or other.items() <= one.items())


def _stories(stories: list[Turn], remembered: int) -> Iterator[Finding]:
    seen: dict[tuple[Any, ...], Turn] = {}
    for turn in stories:
        if turn.intent is not None:
            other = seen.setdefault(turn.history[-remembered:], turn)
            if other.course is not turn.course and other.actions != turn.actions:
                yield _clash(turn, other)


def _against_rules(turn: Turn, rules: list[tuple[Turn, dict[str, Any]]]) -> Iterator[Finding]:
    """A story that answers an intent otherwise than the rule that holds at that moment."""
    fitting = [
        (len(wanted), rule)
        for rule, wanted in rules
        if turn.intent is not None
        and rule.intent == turn.intent
        and all(turn.known.get(name) == value for name, value in wanted.items())
    ]
    if fitting:
        rule = max(fitting, key=lambda item: item[0])[1]
        if any(mine != its for mine, its in zip(turn.actions, rule.actions, strict=False)):
            yield _clash(turn, rule)


def _clash(here: Turn, there: Turn) -> Finding:
    """Two turns that begin alike and do not do the same, at the first difference."""
    pairs = list(zip(here.does, there.does, strict=False))
    place = next((number for number, ((mine, _), (its, _)) in enumerate(pairs) if mine != its), len(pairs) - 1)
    (mine, at), (its, its_at) = pairs[place] if pairs else ((LISTEN, here.course.at), (LISTEN, there.course.at))
    wrong = (
        f"this {here.course.kind} goes on with {_named(mine)}, but the {there.course.kind} "
        f"`{shown(there.course.name)}` with {_named(its)} ({its_at})"
    )
    return Finding(at, wrong, "let both go on in the same way, or begin one of them differently")


def _named(action: str) -> str:
    return "waiting for the patient" if action == LISTEN else f"`{action}`"


def _twice(stories: list[Course]) -> Iterator[Finding]:
    first: dict[tuple[Any, ...], Course] = {}
    for story in stories:
        other = first.setdefault(tuple((step.kind, step.name, step.slots) for step in story.steps), story)
        if other is not story:
            wrong = f"says the same as the story `{shown(other.name)}` ({other.at})"
            yield Finding(story.at, wrong, "delete one of them")


def _remembered(project: Project) -> int:
    config = project.value("config.yml")
    policies = config.get("policies") if isinstance(config, dict) else None
    for policy in policies if isinstance(policies, list) else ():
        if isinstance(policy, dict) and isinstance(policy.get("max_history"), int):
            return int(policy["max_history"])
    return _REMEMBERED
