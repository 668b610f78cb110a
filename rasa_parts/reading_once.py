"""Lets Rasa read each YAML text once, which it would read two or three times: to validate it, and to use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any
from unittest import mock

import rasa.shared.utils.io


@contextmanager
def reading_once() -> Iterator[None]:
    """While it lasts. Each reader gets a copy of its own, which it may change."""
    read = rasa.shared.utils.io.read_yaml
    known: dict[str, Any] = {}

    def read_once(content: str, *how: Any, **named: Any) -> Any:
        key = repr((content, how, named))
        if key not in known:
            known[key] = read(content, *how, **named)
        return deepcopy(known[key])

    with mock.patch("rasa.shared.utils.io.read_yaml", read_once):
        yield
