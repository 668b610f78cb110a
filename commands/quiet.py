"""Keeps Rasa's logs and its packages' warnings off the terminal."""

from __future__ import annotations

import logging
import os
import warnings


def be_quiet(level: int = logging.ERROR) -> None:
    """Only records of `level` and above are printed, to standard error.

    To be called before Rasa is imported.
    """
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    # Not by a filter: sanic and others set their own.
    warnings.showwarning = lambda *_, **__: None
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(level)
