"""Rasa's own `train`, quick and small: without the TensorFlow that this bot does not use, and without a cache.

`python -m commands.training <options of rasa train>`, started by commands/model.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rasa_parts.without_tensorflow import keep_tensorflow_out


def main() -> None:
    """Train in the current folder; ends as `rasa train` does."""
    keep_tensorflow_out(Path("config.yml"))
    from rasa.__main__ import main as rasa

    from rasa_parts.quick_training import quick_training

    sys.argv = ["rasa", "train", *sys.argv[1:]]
    with quick_training():
        rasa()


if __name__ == "__main__":
    main()
