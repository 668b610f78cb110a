"""Conversations are read where Rasa keeps them; what is in the way is said in a sentence."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered

from staff.report.store import Event, Store, StoreError
from tests.staff.report.stored import project, stored_by_rasa


def read(root: Path) -> list[list[Event]]:
    return list(Store(root, seconds_to_wait=0.2).conversations())


def test_each_conversation_comes_whole_and_in_its_order(tmp_path: Path) -> None:
    root = project(tmp_path)
    talk = [SlotSet("asking", "onset"), SlotSet("plan", ["x"]), UserUttered("my back"), BotUttered("hello")]
    stored_by_rasa(root, [talk, [UserUttered("hi")]])
    first, second = read(root)
    # What the report does not count is not read.
    assert [(event.kind, event.name) for event in first] == [("slot", "asking"), ("user", None), ("bot", None)]
    assert json.loads(second[0].data)["text"] == "hi"


def test_more_conversations_than_a_page_are_all_read(tmp_path: Path) -> None:
    root = project(tmp_path)
    stored_by_rasa(root, [[UserUttered(str(number))] for number in range(401)])
    assert [json.loads(talk[0].data)["text"] for talk in read(root)] == [str(number) for number in range(401)]


def test_the_bot_can_write_while_the_report_is_read(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = stored_by_rasa(root, [[UserUttered(str(number))] for number in range(250)])
    conversations = Store(root).conversations()
    next(conversations)
    with sqlite3.connect(file, timeout=0) as writer:
        writer.execute("UPDATE events SET intent_name = 'x'")
    writer.close()
    assert len(list(conversations)) == 249


def test_nothing_can_be_changed_through_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    stored_by_rasa(root, [[UserUttered("hi")]])
    engine = Store(root)._engine
    with engine.connect() as connection, pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM events")
    engine.dispose()


def test_an_empty_store_has_no_conversations(tmp_path: Path) -> None:
    root = project(tmp_path)
    stored_by_rasa(root, [])
    assert read(root) == []


def test_a_missing_store_is_not_made(tmp_path: Path) -> None:
    root = project(tmp_path)
    with pytest.raises(StoreError, match=r"no stored conversations: var/conversations.db is not there\."):
        read(root)
    assert not (root / "var" / "conversations.db").exists()


def test_a_locked_store_is_said_to_be_in_use(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = stored_by_rasa(root, [[UserUttered("hi")]])
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError, match=r"conversations\.db is in use by another program: wait"):
            read(root)
    finally:
        other.close()
    assert len(read(root)) == 1


@pytest.mark.parametrize("spoil", ["text", "middle"])
def test_a_damaged_store_is_said_to_be_damaged(tmp_path: Path, spoil: str) -> None:
    root = project(tmp_path)
    file = stored_by_rasa(root, [[UserUttered("hi" * 50)] for _ in range(300)])
    content = file.read_bytes()
    file.write_bytes(b"no database" * 500 if spoil == "text" else content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreError, match=r"conversations\.db is damaged \(.*\): move it away"):
        read(root)


def test_another_database_is_no_store(tmp_path: Path) -> None:
    root = project(tmp_path)
    sqlite3.connect(root / "var" / "conversations.db").execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(StoreError, match="not a database of Rasa's conversations"):
        read(root)


@pytest.mark.parametrize("store", ["type: redis\n  url: localhost\n", "type: in_memory\n"])
def test_a_store_that_is_no_database_is_said(tmp_path: Path, store: str) -> None:
    with pytest.raises(StoreError, match=r"endpoints\.yml: the conversations are not kept in a database"):
        Store(project(tmp_path, store))


def test_without_endpoints_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not kept in a database"):
        Store(tmp_path)


def test_a_database_server_that_does_not_answer_is_said_without_its_password(tmp_path: Path) -> None:
    lines = ("type: SQL", "dialect: postgresql", "url: 127.0.0.1", "port: 9", "username: u", "password: secret")
    with pytest.raises(StoreError, match=r"database of endpoints\.yml cannot be read") as said:
        read(project(tmp_path, "\n  ".join(lines)))
    assert "secret" not in str(said.value)
    assert "\n" not in str(said.value)


def test_the_store_may_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path, "type: SQL\n  dialect: sqlite\n  db: ${STORE_OF_A_TEST}\n")
    file = stored_by_rasa(root, [[UserUttered("hi")]])
    monkeypatch.setenv("STORE_OF_A_TEST", str(file))
    assert len(read(root)) == 1
