"""Loads the trained bot into this process, for the terminal, the line protocol and tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from rasa.core.agent import Agent
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.utils.endpoints import EndpointConfig

from rasa_parts.actions_in_process import ActionsInProcess
from rasa_parts.clinic_nlg import ClinicNLG


def load_bot(model: Path, action_endpoint: EndpointConfig | None = None) -> Agent:
    """The bot with conversations in memory and, unless told otherwise, actions in process."""
    with domain_not_validated_again():
        return Agent.load(
            model,
            generator=ClinicNLG(),
            tracker_store=InMemoryTrackerStore(domain=None),
            lock_store=InMemoryLockStore(),
            action_endpoint=action_endpoint or ActionsInProcess(),
        )


@contextmanager
def domain_not_validated_again() -> Iterator[None]:
    """Loading a model reads its domain a second time, slowly, to validate it against Rasa's schema.

    Training has done that, and only models with a recorded sha256 are loaded, so the start need
    not wait for it.
    """
    with mock.patch("rasa.shared.utils.validation.validate_yaml_schema"):
        yield
