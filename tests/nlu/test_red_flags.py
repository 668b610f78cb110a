"""No danger is passed over, and plain talk is not taken for one: on phrasings that the bot was not trained on."""

from __future__ import annotations

from collections import Counter

import pytest
from rasa.core.agent import Agent

from bench.cases import BLIND, FINAL, FLAG_PARTS, FRESH, MENDED, UNSEEN, flag_cases
from bench.nlu import FlagResult, acting_alone, caught, left_alone, measure_flags, not_escalated, spoiled_flag_cases
from rasa_parts.clinical_knowledge import clinical_table
from rasa_parts.red_flag_extractor import RED_FLAG, entities_of
from tests.talking import Run

# All parts are measured before the first test: some 4,000 messages, minutes on a busy machine.
pytestmark = pytest.mark.timeout(1800)


@pytest.fixture(scope="module")
def results(bot: Agent, run: Run) -> dict[str, list[FlagResult]]:
    return {part: run(measure_flags(bot, flag_cases(part))) for part in FLAG_PARTS}


def missed(results: list[FlagResult]) -> str:
    return "\n".join(f"{r.case.flag}: {r.case.text}" for r in results if r.case.state == "present" and not r.acted_on)


@pytest.mark.parametrize(("part", "least"), [(part, 0.98 if part == FRESH else 0.99) for part in FLAG_PARTS])
def test_signs_that_act_alone_are_acted_on(results: dict[str, list[FlagResult]], part: str, least: float) -> None:
    alone = acting_alone(results[part], True)
    share = caught(alone)
    assert share.total >= 300
    assert share.value >= least, f"{share}\n{missed(alone)}"


@pytest.mark.parametrize(("part", "least"), [(part, 0.97) for part in FLAG_PARTS])
def test_the_other_signs_are_acted_on(results: dict[str, list[FlagResult]], part: str, least: float) -> None:
    others = acting_alone(results[part], False)
    assert caught(others).value >= least, f"{caught(others)}\n{missed(others)}"


@pytest.mark.parametrize("part", FLAG_PARTS)
def test_plain_denied_and_look_alike_messages_do_not_escalate(results: dict[str, list[FlagResult]], part: str) -> None:
    harmless = [r for r in results[part] if r.case.state != "present"]
    wrong = [f"{r.case.flag}: {r.case.text}" for r in harmless if r.escalated_wrongly]
    assert not_escalated(results[part]).value >= 0.98, "\n".join(wrong)


# Half of the blind part's plain messages are look-alikes, denials and past things.
@pytest.mark.parametrize(
    ("part", "least"), [(FRESH, 0.82), (BLIND, 0.75), (FINAL, 0.92), (UNSEEN, 0.92), (MENDED, 0.92)]
)
def test_plain_messages_are_seldom_asked_about(
    results: dict[str, list[FlagResult]], part: str, least: float
) -> None:
    assert left_alone(results[part]).value >= least


def test_signs_that_act_alone_are_acted_on_with_slips_of_the_fingers_too(bot: Agent, run: Run) -> None:
    spoiled = spoiled_flag_cases([c for c in flag_cases(BLIND) if c.flag in clinical_table().acts_alone()])
    results = run(measure_flags(bot, spoiled))
    assert caught(results).value >= 0.95, f"{caught(results)}\n{missed(results)}"


def test_the_table_alone_knows_what_it_was_mended_with() -> None:
    table = clinical_table()
    wrong = []
    for case in flag_cases(MENDED):
        seen = {e["value"]: e["role"] for e in entities_of(case.text) if e["entity"] == RED_FLAG}
        if case.flag and table.flags[case.flag].acts_alone and case.state == "present":
            wrong += [case.text] if seen.get(case.flag) not in ("present", "unsure") else []
        elif case.state == "none" and "present" in ([seen.get(case.flag)] if case.flag else seen.values()):
            wrong.append(case.text)
    assert len(wrong) <= 6, wrong


def test_every_flag_has_its_cases() -> None:
    """At least 40 of a flag that acts alone."""
    counts = Counter(case.flag for part in FLAG_PARTS for case in flag_cases(part))
    alone = {flag: counts[flag] for flag in clinical_table().acts_alone()}
    assert len(alone) == 15
    assert min(alone.values()) >= 40, alone
