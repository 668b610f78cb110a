"""The keeper of the action server, with a server in its place that ends when it is asked to."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import actions_keeper
from commands.actions_keeper import ActionsKeeper, answers
from commands.problem import Problem

SERVER = '''
import http.server, os, sys
starts = open("starts", "a")
starts.write("x")
starts.close()
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/health" else 404)
        self.end_headers()
        if self.path == "/die":
            os._exit(1)
    def log_message(self, *_):
        pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
'''


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(actions_keeper, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(actions_keeper, "SECONDS_BETWEEN_LOOKS", 0.02)


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def project(tmp_path):
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands" / "__init__.py").touch()
    (tmp_path / "commands" / "action_server.py").write_text(SERVER)
    return tmp_path


def health(port: int) -> str:
    return f"http://127.0.0.1:{port}/health"


def eventually(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def make_it_die(port: int) -> None:
    with pytest.raises((urllib.error.URLError, OSError)):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/die", timeout=5)


def test_it_runs_from_with_to_its_end(project, port):
    with ActionsKeeper(project, port) as keeper:
        keeper.wait_until_ready()
        assert answers(health(port))
    assert not answers(health(port))


def test_one_that_ends_by_itself_is_started_again_and_that_is_said(project, port, capsys):
    with ActionsKeeper(project, port) as keeper:
        keeper.wait_until_ready()
        make_it_die(port)
        assert eventually(lambda: (project / "starts").read_text() == "xx")
        assert eventually(lambda: answers(health(port)))
    assert capsys.readouterr().err.count("starting them again") == 1


def test_it_ends_while_it_waits_to_start_again(project, port, monkeypatch):
    monkeypatch.setattr(actions_keeper, "FIRST_PAUSE", 60.0)
    started = time.monotonic()
    with ActionsKeeper(project, port) as keeper:
        keeper.wait_until_ready()
        make_it_die(port)
        assert eventually(lambda: not answers(health(port)))
    assert time.monotonic() - started < 10


def test_one_that_does_not_start_is_said_with_its_last_words(project, port):
    (project / "commands" / "action_server.py").write_text("raise ImportError('no such action')")
    with ActionsKeeper(project, port) as keeper, pytest.raises(Problem, match="ImportError: no such action"):
        keeper.wait_until_ready()


def test_one_that_never_answers_is_not_waited_for_forever(project, port, monkeypatch):
    monkeypatch.setattr(actions_keeper, "SECONDS_TO_START", 0.3)
    (project / "commands" / "action_server.py").write_text("import time; time.sleep(60)")
    with ActionsKeeper(project, port) as keeper, pytest.raises(Problem, match="do not start"):
        keeper.wait_until_ready()


def test_its_log_is_of_this_start(project, port):
    log = Path(project / actions_keeper.LOG)
    log.parent.mkdir()
    log.write_text("of yesterday")
    with ActionsKeeper(project, port) as keeper:
        keeper.wait_until_ready()
    assert "yesterday" not in log.read_text()
