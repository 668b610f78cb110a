"""Runs the custom actions in the bot's own process: for the terminal and for tests."""

from __future__ import annotations

import logging
from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor


class ActionsInProcess(EndpointConfig):
    """An action endpoint that calls the actions directly instead of over HTTP."""

    def __init__(self) -> None:
        super().__init__(url="in-process")
        logging.getLogger("rasa_sdk.executor").setLevel(logging.WARNING)
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """The action's result, as the action server would send it."""
        return await self._executor.run(kwargs["json"])
