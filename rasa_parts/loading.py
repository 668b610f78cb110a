"""Loads the trained bot into this process, for the terminal, the line protocol and tests."""

from __future__ import annotations

import gc
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
from rasa_parts.quick_turns import make_turns_quick
from rasa_parts.reading_once import reading_once


def load_bot(model: Path, action_endpoint: EndpointConfig | None = None) -> Agent:
    """The bot with conversations in memory and, unless told otherwise, actions in process."""
    make_turns_quick()
    with quick_loading():
        return Agent.load(
            model,
            generator=ClinicNLG(),
            tracker_store=InMemoryTrackerStore(domain=None),
            lock_store=InMemoryLockStore(),
            action_endpoint=action_endpoint or ActionsInProcess(),
        )


@contextmanager
def quick_loading() -> Iterator[None]:
    """While it lasts, a model is loaded in about half the time.

    Rasa would validate the model's domain against its schema, which training has done (only models with a recorded
    sha256 are loaded), and read the same YAML three times. What is loaded stays, so it is no garbage.
    """
    gc.disable()
    try:
        with mock.patch("rasa.shared.utils.validation.validate_yaml_schema"), reading_once():
            yield
    finally:
        gc.freeze()
        gc.enable()
