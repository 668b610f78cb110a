"""Lets Rasa train in three quarters of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from rasa.engine.training.hooks import TrainingHook

from rasa_parts.reading_once import reading_once


@contextmanager
def quick_training() -> Iterator[None]:
    """While it lasts, what comes of no use is left out; the model is the same.

    Rasa hashes all that goes into a component and comes out of it, for a cache that `./bot` has switched off: it knows
    a component by its class alone, not by the tables and modules that it reads. The garbage collector looks through
    training data that stays until the end.
    """
    gc.disable()
    try:
        with (
            mock.patch.object(TrainingHook, "on_before_node", lambda *_, **__: {}),
            mock.patch.object(TrainingHook, "on_after_node", lambda *_, **__: None),
            reading_once(),
        ):
            yield
    finally:
        gc.enable()
