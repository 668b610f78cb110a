"""The bot of a release answers over the line protocol, or a line says that it does not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands.problem import Problem
from commands.talker import Talker

AT = datetime(2026, 11, 16, tzinfo=UTC)
CONVERSE = """
import json, os, sys
for line in sys.stdin:
    said = json.loads(line)
    if said["message"] == "die":
        sys.exit(1)
    print(json.dumps({**said, "clinic": os.environ["BOT_CLINIC"], "word": sys.argv[1]}), flush=True)
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands" / "__init__.py").touch()
    (tmp_path / "commands" / "__main__.py").write_text(CONVERSE)
    return tmp_path


def test_it_runs_the_code_that_lies_in_the_release(release: Path, tmp_path: Path) -> None:
    with Talker(release, tmp_path / "clinic.yml") as talk:
        for message in ("one", "two\nlines"):
            assert talk("p", message, AT) == {
                "sender": "p",
                "message": message,
                "at": "2026-11-16T00:00:00+00:00",
                "clinic": str(tmp_path / "clinic.yml"),
                "word": "converse",
            }


def test_one_that_ends_is_a_problem(release: Path, tmp_path: Path) -> None:
    with Talker(release, tmp_path) as talk, pytest.raises(Problem, match="does not answer"):
        talk("p", "die", AT)
