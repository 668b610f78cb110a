"""The project's own flow, read once."""

from __future__ import annotations

import pytest

from staff.triage_map.flow import TriageMap, read_flow
from tests.staff.triage_map.project import ROOT


@pytest.fixture(scope="session")
def flow() -> TriageMap:
    return read_flow(ROOT)
