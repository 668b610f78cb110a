"""The trained bot, loaded once for all tests."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from commands.model import ensure_model
from commands.test import EDITED
from rasa_parts.without_tensorflow import keep_tensorflow_out
from tests.talking import ROOT, Patient, Run, load

if TYPE_CHECKING:
    from rasa.core.agent import Agent

LONG = ("tests/nlu/test_red_flags.py", "tests/commands/test_swap.py", "tests/commands/test_serve.py", "tests/browser/")

# Before anything imports Rasa, as in the commands that talk with patients.
keep_tensorflow_out(ROOT / "config.yml")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--edited`: the files are a clinic's own by now."""
    parser.addoption(EDITED, action="store_true", help="leave out what is about the delivered files")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes minutes begins first: begun last, it would keep one core while the others have nothing to do."""
    if config.getoption(EDITED):
        for item in items:
            if item.get_closest_marker("as_delivered"):
                item.add_marker(pytest.mark.skip(reason="about the files as they were delivered"))
    items.sort(key=lambda item: next((n for n, long in enumerate(LONG) if item.nodeid.startswith(long)), len(LONG)))


@pytest.fixture(scope="session")
def run() -> Iterator[Run]:
    """One event loop for all that is asynchronous."""
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture(scope="session")
def bot() -> Agent:
    """The bot as patients meet it; it is trained first if the model is out of date."""
    from rasa.utils.log_utils import configure_structlog

    # Rasa would write every slot of every turn.
    configure_structlog(logging.ERROR)
    return load(ensure_model(ROOT))


@pytest.fixture(scope="session")
def new_patient(bot: Agent, run: Run) -> Callable[[], Patient]:
    """Gives patients who have not said anything yet."""
    count = 0

    def new() -> Patient:
        nonlocal count
        count += 1
        return Patient(bot, run, f"patient {count}")

    return new
