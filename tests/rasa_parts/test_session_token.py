"""Conversation ids cannot be guessed or forged, and the key is the owner's alone."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasa_parts.session_token import (
    KEY_BYTES,
    ForgedTokenError,
    KeyFileError,
    SessionTokens,
    load_or_create_key,
)

KEY = bytes(range(KEY_BYTES))


def test_a_token_is_verified_by_the_key_that_made_it() -> None:
    conversation, token = SessionTokens(KEY).new()
    assert SessionTokens(KEY).verify(token) == conversation
    assert SessionTokens(KEY).sign(conversation) == token
    with pytest.raises(ForgedTokenError):
        SessionTokens(bytes(KEY_BYTES)).verify(token)


def test_no_two_conversations_are_the_same() -> None:
    tokens = SessionTokens(KEY)
    assert len({tokens.new()[0] for _ in range(1000)}) == 1000


@given(st.integers(0, 75), st.characters())
def test_a_changed_token_is_forged(position: int, character: str) -> None:
    tokens = SessionTokens(KEY)
    token = tokens.sign("A" * 32)
    changed = token[:position] + character + token[position + 1 :]
    if changed != token:
        with pytest.raises(ForgedTokenError):
            tokens.verify(changed)


@given(st.text())
def test_any_text_is_forged(text: str) -> None:
    with pytest.raises(ForgedTokenError):
        SessionTokens(KEY).verify(text)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SessionTokens(b"short")


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "var" / "site_channel.key"
    key = load_or_create_key(path)
    assert load_or_create_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(load_or_create_key, [tmp_path / "key"] * 8))) == 1


def test_a_key_that_others_can_read_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(KEY)
    path.chmod(0o644)
    assert load_or_create_key(path) == KEY
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_broken_key_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"")
    with pytest.raises(KeyFileError, match="delete the file"):
        load_or_create_key(path)
