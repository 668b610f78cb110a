"""Conversation ids that nobody can guess, signed by this server, so that forged ones show."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

KEY_BYTES = 32

_TOKEN = re.compile(r"([A-Za-z0-9_-]{32})\.([A-Za-z0-9_-]{43})", re.ASCII)
_PURPOSE = b"site conversation "


class ForgedTokenError(Exception):
    """The token was not made with this server's key."""


class KeyFileError(ValueError):
    """The key file cannot be used; the message says what to do."""


class SessionTokens:
    """Makes and checks tokens, `<conversation>.<signature>`; only the first part is stored."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"A key has {KEY_BYTES} bytes, not {len(key)}.")
        self._key = key

    def new(self) -> tuple[str, str]:
        """Give a fresh conversation's id and its token."""
        conversation = secrets.token_urlsafe(24)
        return conversation, self.sign(conversation)

    def sign(self, conversation: str) -> str:
        """Give the token of `conversation`."""
        return f"{conversation}.{self._signature(conversation)}"

    def verify(self, token: str) -> str:
        """Give the conversation's id in `token`.

        Raises ForgedTokenError if its signature is not this server's.
        """
        match = _TOKEN.fullmatch(token)
        if match is None or not hmac.compare_digest(self._signature(match[1]), match[2]):
            raise ForgedTokenError("The conversation's signature is not valid.")
        return match[1]

    def _signature(self, conversation: str) -> str:
        digest = hmac.new(
            self._key, _PURPOSE + conversation.encode("ascii"), hashlib.sha256
        ).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def load_or_create_key(path: Path) -> bytes:
    """Read the key in `path`, or make one there that only the owner can read.

    Raises KeyFileError if the file holds something else, OSError if it cannot be read or written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _create_once(path, secrets.token_bytes(KEY_BYTES))
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise KeyFileError(f"{path}: not a key of this channel: delete the file and start again.")
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return key


def _create_once(path: Path, key: bytes) -> None:
    """Write `key` to `path` whole or not at all; of two processes that start together one wins."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
