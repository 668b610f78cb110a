"""The running bot takes another release while patients talk: nothing is lost, said twice or begun anew."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from commands.door import any_free_port
from commands.live import history_of, make_live, new_release
from commands.serve import PAGE
from staff.publish.serving import Serving, servers
from tests.commands.project import make_project, reword

GREETING = ("data/conversation/greeting.yml", "I am an automated helper of", "I am the automated helper of")
SPASM = "bent down to tie my shoe and my back locked up"
PATIENTS = 6


@dataclass
class Patient:
    """One page: sends a message, waits for the answer, and sends the next one."""

    port: int
    # As a browser, which keeps its connection, and whose page sends a message again when the connection broke.
    keeps_connection: bool
    conversation: str = ""
    sent: list[str] = field(default_factory=list)
    again: int = 0
    slowest: float = 0.0

    def __post_init__(self) -> None:
        self._connection = self._new_connection()
        opened = self.ask("POST", "open", {})
        self.conversation = opened["conversation"]
        self.greeting = opened["messages"][0]["text"]

    def says(self, text: str) -> dict[str, Any]:
        self.sent.append(text)
        return self.ask(
            "POST", "message", {"conversation": self.conversation, "id": str(uuid.uuid4()), "message": text}
        )

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", "X-Conversation": self.conversation}
        begun = time.monotonic()
        for attempt in range(3):
            if not self.keeps_connection:
                self._connection = self._new_connection()
            try:
                self._connection.request(method, PAGE + path, json.dumps(body) if body is not None else None, headers)
                response = self._connection.getresponse()
                content = json.loads(response.read())
                break
            except (http.client.HTTPException, ConnectionError):
                # Only a connection that was kept may be found closed.
                if not self.keeps_connection or attempt == 2:
                    raise
                self.again += 1
                self._connection = self._new_connection()
        if not self.keeps_connection:
            self._connection.close()
        self.slowest = max(self.slowest, time.monotonic() - begun)
        assert response.status == 200, content
        assert content.get("messages") and "error" not in content, content
        return dict(content)

    def talks_until(self, end: threading.Event) -> None:
        number = 0
        while not end.is_set():
            number += 1
            self.says(f"thanks number {number}")
            time.sleep(0.5)

    def heard(self) -> list[str]:
        """What is stored of the patient, in order."""
        return [m["text"] for m in self.ask("GET", "history")["messages"] if m.get("from") == "patient"]

    def _new_connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)


@dataclass
class Bot:
    """A running ./bot serve of a project of its own."""

    project: Path
    port: int

    @property
    def releases(self) -> Path:
        return self.project / "models"

    def serving(self) -> Serving:
        [server] = servers(self.releases)
        return server

    def publish(self) -> str:
        release = new_release(self.project)
        make_live(self.project, history_of(self.releases), release)
        return release.name

    def takes(self, name: str) -> Serving:
        ends = time.monotonic() + 200
        while time.monotonic() < ends:
            server = self.serving()
            if name in (server.release, server.refused):
                return server
            time.sleep(0.1)
        raise AssertionError(self.serving())


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    project = make_project(tmp_path_factory.mktemp("project") / "clinic")
    port = any_free_port()
    command = [sys.executable, "-m", "commands", "serve", "--port", str(port), "--actions-port", str(any_free_port())]
    environment = {name: value for name, value in os.environ.items() if name not in ("BOT_CLINIC", "BOT_RELEASES")}
    process = subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if "Ctrl-C" in line:
            break
    else:
        pytest.fail("".join(said))
    log = threading.Thread(target=lambda: said.extend(process.stderr or ()), daemon=True)
    log.start()
    try:
        yield Bot(project, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        # Shown when a test fails.
        print("".join(said))


def test_a_release_is_taken_under_load_and_given_back(bot: Bot) -> None:
    first = bot.serving().release
    patients = [Patient(bot.port, keeps_connection=number % 2 == 0) for number in range(PATIENTS)]
    assert all(GREETING[1] in patient.greeting for patient in patients)
    in_triage = Patient(bot.port, keeps_connection=False)
    in_triage.says(SPASM)
    reword(bot.project, *GREETING)
    end = threading.Event()
    with ThreadPoolExecutor(PATIENTS) as pool:
        talks = [pool.submit(patient.talks_until, end) for patient in patients]
        try:
            time.sleep(1)
            second = bot.publish()
            assert bot.takes(second) == Serving(bot.serving().process, second)
            assert GREETING[2] in Patient(bot.port, keeps_connection=False).greeting
            # In the middle of the questions: the triage goes on where it was.
            none = next(o["payload"] for o in in_triage.ask("GET", "history")["options"] if "none" in o["payload"])
            assert any("squeezed" in message["text"] for message in in_triage.says(none)["messages"])
            back = subprocess.run(
                [sys.executable, "-m", "commands", "publish", "--back", "--yes"],
                cwd=bot.project,
                capture_output=True,
                text=True,
                timeout=200,
            )
            assert back.returncode == 0, back.stderr
            assert "The running bot has taken it" in back.stderr
            assert bot.serving().release == first != second
            assert GREETING[1] in Patient(bot.port, keeps_connection=False).greeting
            time.sleep(1)
        finally:
            end.set()
        for talk in talks:
            talk.result()
    for patient in patients:
        assert len(patient.sent) >= 4
        assert patient.heard() == patient.sent
        # On a machine that has nothing else to do it is some two seconds.
        assert patient.slowest < 30
    assert in_triage.heard()[0] == SPASM


def test_a_release_that_cannot_be_loaded_is_not_taken(bot: Bot) -> None:
    before = bot.serving().release
    history = history_of(bot.releases)
    (bot.project / "data" / "clinic" / "page.yml").write_text("broken: [")
    release = new_release_of_what_lies_there(bot)
    refused = bot.takes(release)
    assert (refused.release, refused.refused) == (before, release)
    assert refused.why and "page.yml" in refused.why
    assert Patient(bot.port, keeps_connection=False).greeting
    assert history.live is not None


def new_release_of_what_lies_there(bot: Bot) -> str:
    """As a publish would, but with the model that is there recorded as the one that was made from the edit."""
    from commands.model import fingerprint

    record = bot.project / "models" / "bot.json"
    content = json.loads(record.read_text())
    record.write_text(json.dumps({**content, "made_from": fingerprint(bot.project)}))
    return bot.publish()
