"""The map as tables."""

from __future__ import annotations

import re

from staff.triage_map.flow import TriageMap
from staff.triage_map.table import document
from tests.staff.triage_map.project import ROOT


def test_every_wording_of_the_triage_has_its_file(flow: TriageMap) -> None:
    written = document(flow)
    for wording in flow.wordings.values():
        if wording.file.startswith(("data/triage/", "data/first_aid/")):
            line = next(line for line in written.splitlines() if line.startswith(f"| [{wording.file}]"))
            assert f"`{wording.response}`" in line


def test_no_line_number_makes_it_false(flow: TriageMap) -> None:
    assert not re.search(r"\.yml:\d", document(flow))


def test_every_link_leads_somewhere(flow: TriageMap) -> None:
    for link in set(re.findall(r"\]\(([^)]*)\)", document(flow))):
        assert (ROOT / "docs" / link).exists(), link


def test_how_signs_act_together_is_said(flow: TriageMap) -> None:
    line = next(line for line in document(flow).splitlines() if line.startswith("| `fever` "))
    assert "infection risk, any nerve sign, stiff neck or confusion: **Go to the ER**" in line
    weak = next(line for line in document(flow).splitlines() if line.startswith("| `incontinence` "))
    assert "a leak of long standing: only **See a doctor today**" in weak
