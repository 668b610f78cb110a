"""A running server is known while it runs, and no longer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from staff.publish.serving import FOLDER, Serving, ServingFile, servers

SERVER = "import sys; from pathlib import Path; from staff.publish.serving import ServingFile; \
file = ServingFile(Path(sys.argv[1])); file.say('a'); print('said', flush=True); sys.stdin.read()"


def test_what_another_process_serves_is_known_until_it_is_killed(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(tmp_path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdout is not None
    assert server.stdout.readline() == b"said\n"
    assert servers(tmp_path) == [Serving(server.pid, "a")]
    server.kill()
    server.wait()
    assert servers(tmp_path) == []
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_what_is_said_last_holds(tmp_path: Path) -> None:
    file = ServingFile(tmp_path)
    file.say("a", "b", "why not " * 1000)
    [server] = servers(tmp_path)
    assert (server.release, server.refused) == ("a", "b")
    assert server.why is not None
    file.say("c")
    assert servers(tmp_path) == [Serving(os.getpid(), "c")]
    file.close()
    assert servers(tmp_path) == []


def test_a_file_that_was_removed_is_made_again(tmp_path: Path) -> None:
    file = ServingFile(tmp_path)
    (tmp_path / FOLDER / f"{os.getpid()}.json").unlink()
    file.say("a")
    assert servers(tmp_path) == [Serving(os.getpid(), "a")]
    file.close()


def test_no_server_ran_yet(tmp_path: Path) -> None:
    assert servers(tmp_path) == []
