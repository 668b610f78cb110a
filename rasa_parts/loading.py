"""Loads the trained bot into this process, for the terminal, the line protocol and tests."""

from __future__ import annotations

from pathlib import Path

from rasa.core.agent import Agent
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.utils.endpoints import EndpointConfig

from rasa_parts.actions_in_process import ActionsInProcess
from rasa_parts.clinic_nlg import ClinicNLG


def load_bot(model: Path, action_endpoint: EndpointConfig | None = None) -> Agent:
    """The bot with conversations in memory and, unless told otherwise, actions in process."""
    return Agent.load(
        model,
        generator=ClinicNLG(),
        tracker_store=InMemoryTrackerStore(domain=None),
        lock_store=InMemoryLockStore(),
        action_endpoint=action_endpoint or ActionsInProcess(),
    )
