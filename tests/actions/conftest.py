"""The actions of the example clinic: what a clinic writes into its clinic.yml changes no test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from actions.known import files


@pytest.fixture(autouse=True, scope="package")
def _example_clinic() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOT_CLINIC", "examples/clinics/pro_physio.yml")
        files.cache_clear()
        files()
        yield
    files.cache_clear()
