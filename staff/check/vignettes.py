"""The vignettes of tests/vignettes: no two have one name, and what they answer is an option of the question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from staff.check.finding import Finding, Mark, nearest, shown
from staff.check.marked import Items, Map, text_in
from staff.check.options import known_answers
from staff.check.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Every name that stands twice, and every answer that cannot be pressed."""
    options = known_answers(project)
    first: dict[str, Mark] = {}
    for document in project.of_kind("vignettes"):
        for entry in document.value if isinstance(document.value, Items) else ():
            name = text_in(entry, "name")
            if name is not None and name in first:
                wrong = f"two vignettes are named `{shown(name)}` (first in {first[name]})"
                yield Finding(name.at, wrong, "give one another name")
            elif name is not None:
                first[name] = name.at
            yield from _answers(options, entry.get("answers") if isinstance(entry, Map) else None)


def _answers(options: Mapping[str, tuple[str, ...]], answers: object) -> Iterator[Finding]:
    for question in answers if isinstance(answers, Map) else ():
        answer = text_in(answers, question)
        offered = options.get("confirm" if question.startswith("confirm_") else question, ())
        if answer is not None and offered and answer not in offered:
            change = nearest(answer, offered, f"its options are {', '.join(offered)}")
            yield Finding(answer.at, f"`{question}` has no option `{answer}`", change)
