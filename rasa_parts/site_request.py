"""Reads a request to the site channel strictly: what the page would not send is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from sanic.request import Request

BODY_BYTES = 4096
MESSAGE_CHARACTERS = 500
# The payloads of a whole tick list together; they cannot be typed into anything, see
# rasa_parts/answering.py.
PRESSED_CHARACTERS = 2000

# A bigger body is refused without being kept, but read on so far, so that its sender gets to see
# the refusal.
DRAINED_BYTES = 4 * 1024 * 1024

_MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
# The wide forms of the letters, digits and signs of ASCII, as East Asian keyboards write them.
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class RefusedError(Exception):
    """A request that is not served.

    `word` names what the patient reads (a key of page.yml), `error` is for programs, `now` what
    the page shows with it.
    """

    def __init__(
        self,
        status: int,
        error: str,
        detail: str,
        word: str = "safe",
        wait: float = 0.0,
        now: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.error = error
        self.detail = detail
        self.word = word
        self.wait = wait
        self.now = now or {}


def bound_body(request: Request) -> None:
    """Let Sanic read at most `DRAINED_BYTES` of a refused body, instead of 100 MB."""
    if request.stream is not None:
        request.stream.request_max_size = DRAINED_BYTES


def has_body(request: Request) -> bool:
    """Whether anything was sent behind the headers."""
    return (
        request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers
    )


def check_origin(request: Request, allowed: Collection[str]) -> str | None:
    """Give the other site that may read the reply, None for the page's own.

    Raises RefusedError for any other site. Programs that are no browser send no Origin; they
    gain nothing by it that they could not claim anyway.
    """
    origin: str | None = request.headers.get("origin")
    if origin is None:
        return None
    if origin in allowed:
        return origin
    # Behind a proxy that does not tell so, a page that came by https is asked about by http.
    schemes = ("https",) if request.scheme == "https" else ("https", "http")
    host = request.host.lower()
    if host and origin in [f"{scheme}://{host}" for scheme in schemes]:
        return None
    raise RefusedError(
        403, "wrong_origin", "This website may not use the chat: see allowed_origins in clinic.yml."
    )


async def read_json(request: Request) -> dict[str, Any]:
    """Give the JSON object in the body. Raises RefusedError if it is something else or too big."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise RefusedError(415, "not_json", "Send Content-Type: application/json.")
    body = await _read_body(request)
    try:
        value = json.loads(
            body.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number
        )
    except (ValueError, RecursionError):
        raise RefusedError(400, "not_json", "The body is not JSON in UTF-8.") from None
    if not isinstance(value, dict):
        raise RefusedError(400, "not_json", "The body is not a JSON object.")
    return value


def text_of(body: dict[str, Any], key: str) -> str:
    """Give the text under `key`. Raises RefusedError if there is none."""
    value = body.get(key)
    if not isinstance(value, str):
        raise RefusedError(400, f"no_{key}", f"Send a text as `{key}`.")
    return value


def message_of(body: dict[str, Any]) -> str:
    """Give what the patient says, without characters that cannot be stored, or hide a number.

    Raises RefusedError if it is too long.
    """
    text = text_of(body, "message").encode("utf-8", "replace").decode("utf-8")
    text = _CONTROLS.sub(" ", text.replace("\r\n", "\n")).translate(_WIDE)
    longest = PRESSED_CHARACTERS if text.startswith("/") else MESSAGE_CHARACTERS
    if len(text) > longest:
        raise RefusedError(
            413, "message_too_long", f"A message has at most {longest} characters.", "too_long"
        )
    return text


def message_id_of(body: dict[str, Any]) -> str:
    """Give the id that the page gave the message. Raises RefusedError if it is none."""
    value = text_of(body, "id")
    if not _MESSAGE_ID.fullmatch(value):
        raise RefusedError(
            400, "bad_id", "An id has 1 to 64 letters, digits, dashes or underscores."
        )
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give an object. Raises ValueError for two values under one name: which one counts?"""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


async def _read_body(request: Request) -> bytes:
    stream = request.stream
    if stream is None:
        return b""
    too_long = RefusedError(
        413, "body_too_big", f"A body has at most {BODY_BYTES} bytes.", "too_long"
    )
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > BODY_BYTES:
        raise too_long
    body = bytearray()
    while chunk := await stream.read():
        body += chunk
        if len(body) > BODY_BYTES:
            raise too_long
    return bytes(body)
