"""What the map says in sentences."""

from __future__ import annotations

from staff.triage_map.captions import description, told_when
from staff.triage_map.flow import Branch, TriageMap


def test_when_a_level_is_told(flow: TriageMap) -> None:
    assert told_when(flow, Branch(("x",), "go_to_er", "nerve_signs"), "nerve_signs") == "at once"
    assert told_when(flow, Branch(("x",), "see_doctor_today", "health_risks"), "nerve_signs") == "told after question 4"
    assert told_when(flow, Branch(("x",), "see_doctor_today", "health_risks"), "health_risks") == ""


def test_the_description_tells_each_branch(flow: TriageMap) -> None:
    said = description(flow)
    assert "Answering chest pain" not in said  # it stands with the others of its level
    assert "leads to: Call 911." in said
    assert "Answering not sure twice leads to: Go to the ER." in said
    assert "Only together with other signs act blood thinner and fragile bones." in said
