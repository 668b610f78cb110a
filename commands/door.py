"""The sockets on which the bot listens."""

from __future__ import annotations

import errno
import socket

from commands.problem import Problem


def listening_socket(host: str, port: int, option: str, command: str = "./bot serve") -> socket.socket:
    """Give a socket that listens on `host` and `port`.

    Raises Problem, naming the `option` of `command`, if that cannot be had.
    """
    if not 0 <= port <= 65535:
        raise Problem(f"There is no port {port} on {host}: take one up to 65535: {command} {option} 5005")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError:
        raise Problem(f"There is no address {host} port {port} on this machine.") from None
    door = socket.socket(family, kind, protocol)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        # From here on the port is ours; a browser that comes while the model loads waits for it.
        door.listen()
    except OSError as error:
        door.close()
        if error.errno == errno.EADDRINUSE:
            raise Problem(
                f"Port {port} is busy: end what uses it, or take another one: {command} {option} {port + 1}"
            ) from None
        raise Problem(f"Port {port} of {host} cannot be used: {error.strerror}.") from None
    return door


def is_free(port: int) -> bool:
    """Whether something could listen on the port of this machine."""
    try:
        listening_socket("127.0.0.1", port, "--actions-port").close()
    except Problem:
        return False
    return True


def any_free_port() -> int:
    """A port of this machine on which nothing listens now."""
    with listening_socket("127.0.0.1", 0, "--actions-port") as free:
        return int(free.getsockname()[1])
