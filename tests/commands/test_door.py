"""A port that cannot be had is one line that says what to do."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest

from commands.door import any_free_port, is_free, listening_socket
from commands.problem import Problem


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield int(taken.getsockname()[1])


def test_a_busy_port_says_how_to_take_another_one(busy_port):
    with pytest.raises(Problem, match=rf"Port {busy_port} is busy.*--port {busy_port + 1}"):
        listening_socket("127.0.0.1", busy_port, "--port")


def test_of_two_that_start_together_the_second_finds_the_port_busy():
    with listening_socket("127.0.0.1", 0, "--port") as door, pytest.raises(Problem, match="is busy"):
        listening_socket("127.0.0.1", door.getsockname()[1], "--port")


@pytest.mark.parametrize(("host", "port"), [("no.such.host.invalid", 5005), ("127.0.0.1", 70000), ("192.0.2.1", 5005)])
def test_an_address_that_is_not_this_machines_is_one_line(host, port):
    with pytest.raises(Problem, match=re.escape(host)):
        listening_socket(host, port, "--port")


def test_a_free_port_and_a_busy_one(busy_port):
    assert not is_free(busy_port)
    assert is_free(any_free_port())
