"""./bot serve: what stands in its way, and the whole of it once, as a patient and an operator meet it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from commands.actions_keeper import answers
from commands.door import any_free_port
from commands.model import ensure_model
from commands.serve import HEALTH, PAGE, address_of
from commands.worker import reason_of
from staff.publish.live import History, Published, write_history
from staff.publish.release import MODEL, MODEL_RECORD, SHARED, Release, make_release

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield int(taken.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:5005"),
        ("0.0.0.0", "http://127.0.0.1:5005"),
        ("::", "http://[::1]:5005"),
        ("::1", "http://[::1]:5005"),
        ("bot.example", "http://bot.example:5005"),
    ],
)
def test_the_address_is_one_that_a_browser_here_can_open(host, address):
    assert address_of(host, 5005) == address


def test_the_reason_is_not_the_wrapping_of_rasas_engine():
    from rasa.engine.exceptions import GraphComponentException

    wrapped = GraphComponentException("Error initializing graph component")
    wrapped.__cause__ = ValueError("signs.yml: a bracket")
    assert reason_of(wrapped) == "ValueError: signs.yml: a bracket"


@dataclass
class Served:
    """A running ./bot serve."""

    process: subprocess.Popen[str]
    said: list[str]
    page: str
    actions_port: int

    def post(self, path: str, body: object) -> dict[str, object]:
        request = urllib.request.Request(
            self.page + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=15) as response:
            return dict(json.load(response))

    def ends(self, with_signal: signal.Signals) -> int:
        self.process.send_signal(with_signal)
        return self.process.wait(timeout=20)


@pytest.fixture(scope="module")
def trained() -> Path:
    return ensure_model(ROOT)


@pytest.fixture(scope="module")
def project(trained, tmp_path_factory) -> Path:
    """The trained project in a folder of its own: what is said in a test is no patient's conversation."""
    folder = make_release(ROOT, Path(tmp_path_factory.mktemp("project")), trained, ROOT / MODEL_RECORD).folder
    (folder / SHARED).unlink()
    (folder / SHARED).mkdir()
    # What `./bot serve` needs besides; another test may have named a clinic of examples/.
    for name in ("staff", "examples", "clinic.yml"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def start(project: Path, port: int, actions_port: int, releases: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "commands", "serve", "--port", str(port), "--actions-port", str(actions_port)]
    # What is live here is no test's.
    environment = {**os.environ, "BOT_RELEASES": str(releases)}
    return subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def releases(tmp_path_factory) -> Path:
    return Path(tmp_path_factory.mktemp("releases"))


@pytest.fixture
def served(project, releases) -> Iterator[Served]:
    port, actions_port = any_free_port(), any_free_port()
    process = start(project, port, actions_port, releases)
    said: list[str] = []
    assert process.stderr is not None
    for line in process.stderr:
        said.append(line.rstrip())
        if "Ctrl-C" in line:
            break
    try:
        yield Served(process, said, f"http://127.0.0.1:{port}{PAGE}", actions_port)
    finally:
        process.kill()
        process.wait()


def gone(address: str) -> bool:
    deadline = time.monotonic() + 10
    while answers(address) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not answers(address)


def test_it_serves_the_page_and_nothing_else_until_it_is_told_to_end(served, project):
    assert served.said[0] == "Starting …"
    assert served.said[-2:] == [f"The bot is ready: {served.page}", "Ctrl-C ends it."]
    assert answers(served.page)
    opened = served.post("open", {})
    assert opened["messages"]
    body = {
        "conversation": opened["conversation"],
        "id": "00000000-0000-4000-8000-000000000001",
        "message": "bent down to tie my shoe and my back locked up, can't stand straight",
    }
    assert served.post("message", body)["options"]
    assert not answers(served.page.replace(PAGE, "/webhooks/rest/"))
    assert not answers(served.page.replace(PAGE, "/model"))
    assert listening_addresses(served.actions_port) == {"127.0.0.1"}

    assert served.ends(signal.SIGTERM) == 0
    assert gone(served.page.replace(PAGE, HEALTH))
    assert gone(f"http://127.0.0.1:{served.actions_port}/health")
    assert (project / "var" / "conversations.db").exists()


def test_nothing_stays_when_it_is_killed(served):
    health = f"http://127.0.0.1:{served.actions_port}/health"
    assert answers(health)
    served.ends(signal.SIGKILL)
    assert gone(health)


def listening_addresses(port: int) -> set[str]:
    """The addresses on which something listens on `port`, as Linux tells them."""
    addresses = set()
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        local, state = line.split()[1], line.split()[3]
        address, _, hexadecimal = local.partition(":")
        if state == "0A" and int(hexadecimal, 16) == port:
            addresses.add(socket.inet_ntoa(bytes.fromhex(address)[::-1]))
    return addresses


def test_a_release_that_was_tampered_with_is_never_loaded(trained, project, tmp_path):
    release = make_release(ROOT, tmp_path, trained, ROOT / MODEL_RECORD)
    make_live_in(tmp_path, release)
    with (release.folder / MODEL).open("ab") as model:
        model.write(b"more")
    process = start(project, any_free_port(), any_free_port(), tmp_path)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"{release.name}/{MODEL} was changed: it is not loaded" in said
    assert "publish --back" in said


def make_live_in(releases: Path, release: Release) -> None:
    published = Published(release.name, release.manifest, None, "2026-11-22T10:00:00+00:00")
    write_history(releases, History().with_new(published))


def test_a_busy_port_of_the_actions_is_one_line(busy_port, project, releases):
    process = start(project, any_free_port(), busy_port, releases)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.splitlines()[1:] == [
        f"Port {busy_port} is busy: end what uses it, or take another one: "
        f"./bot serve --actions-port {busy_port + 1}"
    ]


def test_a_clinic_with_a_wrong_phone_number_stops_the_start(tmp_path):
    clinic = tmp_path / "clinic.yml"
    text = (ROOT / "examples" / "clinics" / "pro_physio.yml").read_text()
    clinic.write_text(re.sub(r"^phone:.*$", 'phone: "12"', text, flags=re.MULTILINE))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "commands", "serve"),
            *("--port", str(any_free_port()), "--actions-port", str(any_free_port())),
        ],
        cwd=ROOT,
        env={**os.environ, "BOT_CLINIC": str(clinic), "BOT_RELEASES": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "clinic.yml" in done.stderr
    assert "phone" in done.stderr
    assert "Traceback" not in done.stderr
