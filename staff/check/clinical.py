"""The clinical tables: every flag can be understood, asked back and is tested; every name in them exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from staff.check.clinical_tables import DISPOSITIONS, FIRST_AID
from staff.check.finding import Finding, Mark, nearest
from staff.check.marked import Items, Map, map_in, mark_of, text_in, texts_in
from staff.check.project import Project

_EACH_FLAG = "tests/conversations/each_red_flag.yml"
# What the age groups of the triage say about a rule's age.
_AGES = frozenset({"age_60_plus", "age_70_plus"})
# Understood without being of use: the chest questions are asked of everyone.
_OF_NO_USE = frozenset({"upper_back"})
CAUSE_STORIES = "data/stories/causes.yml"
_WITH_SOURCES = ("red_flags", "dispositions", "first_aid", "causes", "lexicon", "rasa_data")


def check(project: Project) -> Iterator[Finding]:
    """Everything about what the tables say and name."""
    yield from _flags(project)
    yield from _terms(project)
    yield from _levels(project)
    yield from _first_aid(project)
    yield from _causes(project)
    yield from _sources(project)


def _lexicon(project: Project) -> dict[str, Map]:
    return {
        name: entry
        for document in project.of_kind("lexicon")
        if isinstance(document.value, Map)
        for name, entry in document.value.items()
        if isinstance(entry, Map)
    }


def _flags(project: Project) -> Iterator[Finding]:
    flags, lexicon = project.clinical.flags, _lexicon(project)
    tested = project.value(_EACH_FLAG)
    for name, at in flags.keys_at.items():
        entry = lexicon.get(name)
        if not (entry and (entry.get("says") or entry.get("surely"))) and name not in project.unreadable_names:
            change = "write in clinical/lexicon/ how patients put it"
            yield Finding(at, f"the red flag `{name}` is never understood", change)
        if name not in tested and name not in project.unreadable_names:
            yield Finding(at, f"the red flag `{name}` has no test", f"add it to {_EACH_FLAG}")
        if f"tests/nlu/red_flags/{name}.yml" not in project.documents:
            yield Finding(at, f"the red flag `{name}` is not measured", f"write tests/nlu/red_flags/{name}.yml")
        if f"clinical/phrasings/{name}.yml" not in project.documents:
            change = f"write clinical/phrasings/{name}.yml"
            yield Finding(at, f"the red flag `{name}` has no phrasings, so no hint at it is asked about", change)
        yield from _said_back(flags[name])
    for path in project.documents:
        folder, _, file = path.rpartition("/")
        name = file.removesuffix(".yml")
        if folder == "clinical/phrasings" and flags and name not in flags and name != "plain":
            yield Finding(Mark(path, 1), f"there is no red flag `{name}`", nearest(name, flags, "delete the file"))


def _said_back(entry: Any) -> Iterator[Finding]:
    said, why = text_in(entry, "said_back"), text_in(entry, "why")
    if said is not None and said.rstrip().endswith((".", "!", "?")):
        yield Finding(said.at, "`said_back` ends a sentence", "leave the full stop out: it stands inside one")
    if why is not None and not why.rstrip().endswith("."):
        yield Finding(why.at, "`why` is no whole sentence", "end it with a full stop")


def _terms(project: Project) -> Iterator[Finding]:
    clinical, lexicon = project.clinical, _lexicon(project)
    known = {*clinical.flags, *clinical.groups, *lexicon, *_AGES, *project.unreadable_names}
    used = {*clinical.flags, *map(str, clinical.cautions), *_OF_NO_USE}
    for term, at in _named_terms(project):
        used.add(term)
        if term not in known:
            change = nearest(term, known, "use a red flag, a group, or a sign of clinical/lexicon/")
            yield Finding(at, f"there is no sign `{term}`", change)
    for name, entry in lexicon.items():
        if clinical.flags and name not in used:
            wrong = f"`{name}` is understood, but nothing follows from it"
            yield Finding(entry.at, wrong, nearest(name, used - set(lexicon), "use it in a table, or delete it"))


def _named_terms(project: Project) -> Iterator[tuple[str, Mark]]:
    for entry in project.clinical.flags.values():
        for key, inner in (("raised_by", "any"), ("instead", "when")):
            rules = entry.get(key) if isinstance(entry, Map) else None
            for rule in rules if isinstance(rules, Items) else ():
                yield from _terms_of(rule, inner)
    for sign in project.clinical.signs:
        yield from _terms_of(sign, "all")


def _terms_of(rule: Any, key: str) -> Iterator[tuple[str, Mark]]:
    terms = rule.get(key) if isinstance(rule, Map) else None
    for number, term in enumerate(terms if isinstance(terms, Items) else [terms]):
        if isinstance(term, str):
            yield term, mark_of(terms, number) if isinstance(terms, Items) else mark_of(rule, key)


def _levels(project: Project) -> Iterator[Finding]:
    for name, entry in project.clinical.levels.items():
        reply = entry.get("reply") if isinstance(entry, Map) else None
        if isinstance(reply, str) and reply != f"utter_{name}":
            yield Finding(mark_of(entry, "reply"), f"`{name}` is told by another answer", f"write `utter_{name}`")
    advice = texts_in(project.value(DISPOSITIONS), "advice_topics")
    always = map_in(project.value(DISPOSITIONS), "always_answered")
    for topic in advice:
        if always is not None and topic in always:
            wrong = f"`{topic}` is both advice and always answered"
            yield Finding(mark_of(always, topic), wrong, "take it out of one of the two")


def _first_aid(project: Project) -> Iterator[Finding]:
    clinical = project.clinical
    steps = {str(step.get("id")): step for step in clinical.steps}
    known = set(map(str, clinical.cautions)) | project.unreadable_names
    used: set[str] = {"none"}
    for name, step in steps.items():
        excluded = step.get("excluded_by")
        for number, caution in enumerate(excluded if isinstance(excluded, Items) else ()):
            used.add(str(caution))
            if str(caution) not in known:
                change = nearest(str(caution), known, "add it to the answers of `cautions`")
                yield Finding(mark_of(excluded, number), f"nobody is asked about `{caution}`", change)
        if excluded and not step.get("skipped"):
            wrong = f"the step `{name}` can be left out, and nothing is said then"
            yield Finding(mark_of(step, "excluded_by"), wrong, "write `skipped:` with an answer that says so")
        elif step.get("skipped") and not excluded:
            wrong = f"the step `{name}` is never left out, and has `skipped`"
            yield Finding(mark_of(step, "skipped"), wrong, "name in `excluded_by` who must not do it, or delete it")
        if ("alternative" in step) != ("alternative_response" in step):
            wrong = f"the step `{name}` has only one of `alternative` and `alternative_response`"
            yield Finding(step.at, wrong, "write both, or neither")
        other = step.get("alternative")
        if other is not None and str(other) not in steps:
            change = nearest(str(other), steps, f"use one of {', '.join(steps)}")
            yield Finding(mark_of(step, "alternative"), f"there is no step `{other}`", change)
    for number, caution in enumerate(clinical.cautions):
        if str(caution) not in used and clinical.steps:
            wrong = f"`{caution}` is asked about, and changes no step"
            yield Finding(mark_of(clinical.cautions, number), wrong, "name it in `excluded_by`, or delete it")
    if not clinical.steps and FIRST_AID in project.documents and not project.documents[FIRST_AID].broken:
        yield Finding(Mark(FIRST_AID, 1), "has no steps", "put them back")


def _causes(project: Project) -> Iterator[Finding]:
    """A cause that staff add in a file of its own needs no line in the clinician's table."""
    told = {str(cause.get("told_by")) for cause in project.clinical.causes.values() if isinstance(cause, Map)}
    of_the_clinician = {str(intent) for intent in project.data.intents if intent.at.path == CAUSE_STORIES}
    for intent, at in project.domain.intents.items():
        if intent in of_the_clinician and intent not in told | project.unreadable_names:
            yield Finding(at, f"no cause of clinical/causes.yml is told by `{intent}`", "add the cause, or take it out")


def _sources(project: Project) -> Iterator[Finding]:
    for document in project.of_kind(*_WITH_SOURCES):
        yield from _empty_sources(document.value)


def _empty_sources(value: Any) -> Iterator[Finding]:
    if isinstance(value, Map):
        source = value.get("source")
        if isinstance(source, str) and not source.strip():
            yield Finding(mark_of(value, "source"), "`source` is empty", "say where it comes from")
        for inner in value.values():
            yield from _empty_sources(inner)
    elif isinstance(value, Items):
        for inner in value:
            yield from _empty_sources(inner)
