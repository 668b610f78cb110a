"""The site channel, listening, for the tests that talk with it over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.rasa_parts.played_site import PlayedBot, Site


@pytest.fixture
def played_bot() -> PlayedBot:
    return PlayedBot()


@pytest.fixture
def serve(played_bot: PlayedBot) -> Iterator[Callable[..., Site]]:
    """Starts channels that all speak for one bot, as after a start of the server."""
    sites: list[Site] = []

    def start(**settings: Any) -> Site:
        sites.append(Site(played_bot, **settings))
        return sites[-1]

    yield start
    for site in sites:
        site.stop()


@pytest.fixture
def site(serve: Callable[..., Site]) -> Site:
    return serve()
