"""Refuses a request whose end nobody can tell, before a byte of its body is read."""

from __future__ import annotations

from typing import Any

from sanic.exceptions import InvalidUsage
from sanic.request import Request


class FramedRequest(Request):
    """A request with one length, in plain digits, or in chunks, never both.

    Sanic reads a negative length without an end, and answers nobody else meanwhile: one request would silence the bot.
    Two lengths are read differently by a proxy and by the server behind it.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        """Takes what Sanic gives. Raises InvalidUsage, which is answered with 400 and ends the connection."""
        super().__init__(*args, **named)
        lengths = self.headers.getall("content-length", [])
        chunks = self.headers.getall("transfer-encoding", [])
        plain = all(length.isascii() and length.isdecimal() for length in lengths)
        if len(lengths) + len(chunks) > 1 or not plain or any(chunk != "chunked" for chunk in chunks):
            raise InvalidUsage("The length of the request is unclear.")
