"""Programs that a command starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands.child import run_to_end, stop


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def run(tmp_path: Path, code: str, tick=lambda: None) -> int:
    return run_to_end(python(code), tmp_path / "log", cwd=tmp_path, env=os.environ, tick=tick, every=0.02)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A dead one whose parent did not look yet.
    return ") Z " not in Path(f"/proc/{pid}/stat").read_text()


def gone(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_running(pid)


def test_what_it_says_is_in_the_log_and_its_exit_code_is_given(tmp_path):
    code = run(tmp_path, "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)")
    assert code == 3
    assert sorted((tmp_path / "log").read_text().split()) == ["err", "out"]


def test_it_has_nothing_to_read_so_it_cannot_wait_for_an_answer(tmp_path):
    assert run(tmp_path, "import sys; sys.exit(len(sys.stdin.read()))") == 0


def test_ticks_while_it_runs(tmp_path):
    ticks: list[int] = []
    run(tmp_path, "import time; time.sleep(0.3)", tick=lambda: ticks.append(1))
    assert ticks


def test_an_interrupt_ends_it_and_what_it_started(tmp_path):
    def interrupt() -> None:
        if (tmp_path / "grandchild").exists() and (tmp_path / "grandchild").read_text():
            raise KeyboardInterrupt

    code = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open("grandchild", "w").write(str(child.pid))
time.sleep(60)
"""
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, code, tick=interrupt)
    assert gone(int((tmp_path / "grandchild").read_text()))


def test_one_that_does_not_listen_is_ended_by_force():
    deaf = "import signal, time; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    child = subprocess.Popen(python(deaf), stdout=subprocess.PIPE, start_new_session=True)
    assert child.stdout is not None
    child.stdout.readline()
    stop(child, patience=0.1)
    assert child.returncode == -9


def test_one_that_has_ended_is_left_alone():
    child = subprocess.Popen(python(""), start_new_session=True)
    child.wait()
    stop(child)
    assert child.returncode == 0
