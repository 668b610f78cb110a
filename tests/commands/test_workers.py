"""The process that serves a release: it is heard, told, and ended."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands.problem import Problem
from commands.workers import Worker

LISTENS = "import os, sys\nsay = lambda word: print(word, flush=True)\nhear = lambda: sys.stdin.readline().strip()\n"
GOOD = "say('loaded'); say('serving' if hear() == 'serve' else 'x'); open('told', 'w').write(hear())"
Start = Callable[[str], Worker]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Worker] = []
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands" / "__init__.py").touch()
    door, other_end = os.pipe()

    def start(code: str) -> Worker:
        (tmp_path / "commands" / "worker.py").write_text(LISTENS + code)
        started.append(Worker(tmp_path, door, 5055, tmp_path / "clinic.yml"))
        return started[-1]

    yield start
    for worker in started:
        worker.end()
    os.close(door)
    os.close(other_end)


def test_it_loads_serves_and_hands_over(start: Start, tmp_path: Path) -> None:
    worker = start(GOOD)
    worker.wait_until_loaded()
    worker.serve()
    worker.hand_over()
    assert not worker.runs
    assert (tmp_path / "told").read_text() == "hand over"


def test_it_gets_the_door_and_the_clinic(start: Start, tmp_path: Path) -> None:
    given = "os.fstat(int(sys.argv[1])) and sys.argv[2] == '5055' and os.environ['BOT_CLINIC'].endswith('clinic.yml')"
    start(f"say('loaded' if {given} else '')").wait_until_loaded()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("say('problem \"page.yml:3: a tab\"')", "page.yml:3: a tab"),
        ("sys.exit(1)", "ended while it started"),
        ("say('something else')", "ended while it started"),
    ],
)
def test_one_that_cannot_load_says_why(start: Start, code: str, said: str) -> None:
    with pytest.raises(Problem, match=said):
        start(code).wait_until_loaded()


def test_one_that_does_not_come_on_is_not_waited_for(start: Start) -> None:
    with pytest.raises(Problem, match="so far as 'loaded'"):
        start("hear()").wait_until_loaded(0.3)


def test_one_that_does_not_leave_is_ended(start: Start) -> None:
    worker = start("say('loaded'); import time; time.sleep(60)")
    worker.wait_until_loaded()
    begun = time.monotonic()
    worker.hand_over(0.2)
    assert not worker.runs
    assert time.monotonic() - begun < 10


def test_it_ends_when_we_do(start: Start) -> None:
    worker = start("say('loaded'); hear()")
    worker.wait_until_loaded()
    worker.end()
    assert not worker.runs
