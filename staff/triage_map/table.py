"""The map as tables in Markdown: the same flow, with the name and the file of each wording.

Each wording is named by its response and its file, without a line: a response has one home and any editor's search
finds its name, while its line changes with every edit above it, so that each reworded sentence would make the document
false. `./bot map --lines` says the lines of this moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from staff.markdown import table
from staff.plain_names import LEVELS, listed, plain, title
from staff.triage_map.captions import told_when
from staff.triage_map.flow import CLINIC, NOT_SURE, Branch, Question, TriageMap
from triage.table import Flag

COMMAND = "./bot map"
# The folders whose wordings belong to the triage.
_HOMES = ("data/triage/", "data/first_aid/")
_ONLY_WITH_OTHERS = "only with others"


def document(flow: TriageMap) -> str:
    """The whole document."""
    sections = (
        ("The questions in their order", _questions(flow)),
        ("The red flags", _flags(flow)),
        ("Signs that are no red flags", _signs(flow)),
        ("The levels", _levels(flow)),
        ("What begins the questions", _openings(flow)),
        ("First aid", _first_aid(flow)),
        ("Coming back later", _returning(flow)),
        ("All wordings of the triage", _wordings(flow)),
    )
    return "\n\n".join([_introduction(flow), *(f"## {name}\n\n{content}" for name, content in sections)]) + "\n"


def _introduction(flow: TriageMap) -> str:
    signed, lines = flow.signed
    return f"""# The triage map

Drawn by `{COMMAND}` from `clinical/`, `domain.yml` and `data/`: change those, not this page. Where an answer leads was
found by giving it to the triage itself, beside the other answers of a healthy adult with a fresh first spasm, at the
clinic of `{CLINIC}`. A clinician has signed {signed} of the {lines} lines of `clinical/`.

![The flow of the triage; the tables below say the same](triage_map.svg)"""


def _questions(flow: TriageMap) -> str:
    rows: list[Sequence[str]] = []
    for number, question in enumerate(flow.questions, start=1):
        first = (f"{number}. {title(question.name)}<br>{_place(flow, question.response)}",)
        for answers, leads, told in _ways(flow, question):
            rows.append((*first, answers, leads, told))
            first = ("",)
    return table(("question, and where its wording stands", "answer", "leads to", "told"), rows)


def _ways(flow: TriageMap, question: Question) -> list[tuple[str, str, str]]:
    ways = [
        (_answers(branch), _level(branch.disposition), told_when(flow, branch, question.name) or "when answered")
        for branch in question.branches
    ]
    if question.together:
        ways.append((_names(question.together), _ONLY_WITH_OTHERS, ""))
    return [*ways, (_names(question.goes_on), "goes on", "")]


def _flags(flow: TriageMap) -> str:
    rows = []
    for flag in flow.table.flags.values():
        alone = _level(flag.disposition) if flag.disposition else _ONLY_WITH_OTHERS
        asked = plain(flag.asked_in) if flag.asked_in else "not asked, only heard"
        rows.append((f"`{flag.name}`", flag.said_back, asked, alone, _together(flow, flag), _unsure(flow, flag)))
    place = _file(flow.wordings["utter_ask_confirm_several"].file)
    confirm = _file(flow.wordings["utter_explain_confirm"].file)
    said = (
        "Each is heard in every message. One that is only hinted at, or taken back, is asked about by "
        f"`utter_ask_confirm_<flag>` in {confirm}, several at once by `utter_ask_confirm_several` in {place}. "
        "The patterns stand in `clinical/lexicon/`, the whole sentences in `clinical/phrasings/`."
    )
    head = ("flag", "said back as", "asked in", "alone", "together with", "twice not sure")
    return f"{said}\n\n{table(head, rows)}"


def _together(flow: TriageMap, flag: Flag) -> str:
    parts = []
    for rule in flag.raised_by:
        parts.append(f"{_terms(flow, rule.terms, 'or')}: {_level(rule.disposition)}")
    parts += [f"{_terms(flow, rule.terms, 'or')}: only {_level(rule.disposition)}" for rule in flag.instead]
    return "<br>".join(parts)


def _unsure(flow: TriageMap, flag: Flag) -> str:
    if not flag.acts_alone:
        return ""
    return _level(flow.table.unsure[flag.asked_in or "volunteered"].disposition)


def _signs(flow: TriageMap) -> str:
    rows = [
        (_terms(flow, rule.rule.terms, "and"), rule.said_back, _level(rule.rule.disposition))
        for rule in flow.table.sign_rules
    ]
    return table(("said or answered, all of them", "said back as", "leads to"), rows)


def _levels(flow: TriageMap) -> str:
    rows = []
    for number, (name, level) in enumerate(flow.table.levels.items(), start=1):
        allows = "nothing but the emergency" if level.locked else "first aid" if level.first_aid else "no first aid"
        rows.append((str(number), f"`{name}`", LEVELS[name].title, allows, _place(flow, level.reply)))
    return table(("", "level", "in short", "allows", "wording"), rows)


def _openings(flow: TriageMap) -> str:
    rows = [(f"`{intent}`", f"`{said}`", _file(file)) for intent, (said, file) in flow.openings.items()]
    said = "A message that states a red flag begins them too, whatever else it says."
    return f"{said}\n\n{table(('intent', 'said first', 'its rule and its wording'), rows)}"


def _first_aid(flow: TriageMap) -> str:
    rows = []
    for number, step in enumerate(flow.first_aid.steps, start=1):
        names = [step.response, step.why, step.easier, step.alternative_response, step.skipped]
        out = listed([plain(answer) for answer in sorted(step.excluded_by)], "or")
        rows.append((str(number), title(step.id), out, "<br>".join(f"`{name}`" for name in names if name)))
    file = _file(flow.wordings[flow.first_aid.intro].file)
    said = (
        f"Given at the levels that allow it, one step at a time, in the words of {file}. Ice or heat comes by the "
        "hours since the onset (`heat_after_hours` in `clinic.yml`); what rules them out is asked before."
    )
    return f"{said}\n\n{table(('', 'step', 'ruled out by', 'wordings: the step, why, easier, others'), rows)}"


def _returning(flow: TriageMap) -> str:
    rows = [(_names(branch.answers), _level(branch.disposition)) for branch in flow.returning]
    said = (
        "After `returning_after_hours` (`clinic.yml`) a patient who was told a level is asked "
        f"{_place(flow, 'utter_ask_better_or_worse')}, then the nerve signs again; without any of these:"
    )
    return f"{said}\n\n{table(('answer', 'leads to'), rows)}"


def _wordings(flow: TriageMap) -> str:
    homes = [w for w in flow.wordings.values() if w.file.startswith(_HOMES)]
    files = dict.fromkeys(wording.file for wording in homes)
    rows = [
        (_file(file), ", ".join(f"`{w.response}`" for w in homes if w.file == file))
        for file in sorted(files)
    ]
    return table(("file", "responses in it"), rows)


def _answers(branch: Branch) -> str:
    return "not sure, twice" if branch.answers == (NOT_SURE,) else _names(branch.answers)


def _names(names: Iterable[str]) -> str:
    return ", ".join(plain(name) for name in names)


def _terms(flow: TriageMap, terms: Sequence[str], last: str) -> str:
    """Signs in a rule; a group is named by its members."""
    names: list[str] = []
    for term in terms:
        members = flow.table.groups.get(term)
        names.append(f"any {plain(term)}" if members else plain(term))
    return listed(names, last)


def _level(name: str) -> str:
    return f"**{LEVELS[name].title}**"


def _place(flow: TriageMap, response: str) -> str:
    return f"`{response}` in {_file(flow.wordings[response].file)}"


def _file(file: str) -> str:
    return f"[{file}](../{file})"
