"""The flow as data."""

from __future__ import annotations

from staff.triage_map.flow import Branch, TriageMap


def test_the_questions_come_in_the_forms_order(flow: TriageMap) -> None:
    names = [question.name for question in flow.questions]
    assert names == ["emergency_signs", "nerve_signs", "age_group", "health_risks", "onset", "recurring"]


def test_every_flag_is_drawn_once(flow: TriageMap) -> None:
    asked = [
        name
        for question in flow.questions
        for name in (*question.together, *(a for branch in question.branches for a in branch.answers))
        if name in flow.table.flags
    ]
    heard = [name for branch in flow.unasked for name in branch.answers]
    assert sorted(asked + heard) == sorted(flow.table.flags)


def test_every_answer_leads_somewhere_or_goes_on(flow: TriageMap) -> None:
    nerves = flow.questions[1]
    assert nerves.goes_on == ("none",)
    assert nerves.branches[0].disposition == "go_to_er"
    assert Branch(("not_sure",), "go_to_er", "nerve_signs") in nerves.branches
    assert flow.questions[3].together == ("blood_thinner", "fragile_bones")


def test_the_most_urgent_branch_comes_first(flow: TriageMap) -> None:
    levels = list(flow.table.levels)
    for question in flow.questions:
        places = [levels.index(branch.disposition) for branch in question.branches]
        assert places == sorted(places)


def test_what_begins_the_questions_comes_in_the_domains_order(flow: TriageMap) -> None:
    assert list(flow.openings)[:3] == ["report_spasm", "report_persistent", "report_recurring"]
