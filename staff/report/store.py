"""Reads the stored conversations where endpoints.yml says that Rasa keeps them, one after the other.

Each page of conversations is a transaction of its own: one long one would keep a bot that uses SQLite from writing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine, make_url

# What of a conversation is read: what was said, and these of its slots.
SLOTS = ("asking", "confirm", "requested_slot", "disposition", "red_flags", "age_group")
_KINDS = ("user", "bot", "active_loop", "reset_slots", "session_started")
_CONVERSATIONS_A_PAGE = 200
_SECONDS_TO_WAIT = 10.0

_EVENTS = sa.table(
    "events", *(sa.column(name) for name in ("id", "sender_id", "type_name", "action_name", "data"))
)


class StoreError(Exception):
    """The stored conversations cannot be read; the text says why, and what to do."""


class Event(NamedTuple):
    """One stored event: its kind, the name of its slot or loop, and Rasa's JSON."""

    kind: str
    name: str | None
    data: str


class Store:
    """The stored conversations of the project in `root`. Raises StoreError if its endpoints.yml names no such store."""

    def __init__(self, root: Path, seconds_to_wait: float = _SECONDS_TO_WAIT) -> None:
        self._url, options = _url_in(root / "endpoints.yml")
        if self._url.get_backend_name() == "sqlite":
            self._url, options = _only_to_read(root, self._url), {"connect_args": {"timeout": seconds_to_wait}}
        self._engine: Engine = sa.create_engine(self._url, **options)

    def conversations(self) -> Iterator[list[Event]]:
        """The events of each conversation, in their order. Raises StoreError if they cannot be read."""
        last = ""
        while True:
            with self._explained(), self._engine.connect() as connection:
                senders = [row[0] for row in connection.execute(_senders_after(last))]
                rows = connection.execute(_events_of(senders)).fetchall() if senders else []
            if not senders:
                self._engine.dispose()
                return
            last = senders[-1]
            for _, events in groupby(rows, key=lambda row: row[0]):
                yield [Event(*row[1:]) for row in events]

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise StoreError(_reason(str(error.orig), self._url)) from None
        except sa.exc.SQLAlchemyError as error:
            raise StoreError(f"The conversations cannot be read: {_first_line(str(error))}") from None


def _senders_after(last: str) -> Any:
    sender = _EVENTS.c.sender_id
    return sa.select(sender).where(sender > last).group_by(sender).order_by(sender).limit(_CONVERSATIONS_A_PAGE)


def _events_of(senders: Sequence[str]) -> Any:
    event = _EVENTS.c
    wanted = sa.or_(event.type_name.in_(_KINDS), sa.and_(event.type_name == "slot", event.action_name.in_(SLOTS)))
    columns = (event.sender_id, event.type_name, event.action_name, event.data)
    return sa.select(*columns).where(event.sender_id.in_(senders), wanted).order_by(event.sender_id, event.id)


def _url_in(endpoints: Path) -> tuple[URL, dict[str, Any]]:
    """The store's address as Rasa itself makes it of endpoints.yml, and what else the engine is told."""
    # Here, because a missing argument should not wait for Rasa.
    from rasa.core.tracker_store import SQLTrackerStore, create_engine_kwargs
    from rasa.utils.endpoints import read_endpoint_config

    config = read_endpoint_config(str(endpoints), "tracker_store") if endpoints.is_file() else None
    if config is None or str(config.type).lower() != "sql":
        raise StoreError(
            f"{endpoints.name}: the conversations are not kept in a database: set `tracker_store` to `type: SQL`."
        )
    known = ("dialect", "port", "db", "username", "password", "query")
    settings = {key: value for key, value in config.kwargs.items() if key in known}
    url = make_url(SQLTrackerStore.get_db_url(host=config.url, **settings))
    return url, create_engine_kwargs(url)


def _only_to_read(root: Path, url: URL) -> URL:
    """The address of an SQLite file that is there, opened so that nothing in it can be changed."""
    file = root / str(url.database)
    if not file.is_file():
        raise StoreError(
            f"There are no stored conversations: {url.database} is not there. It is made when the first patient "
            "writes to `./bot serve`."
        )
    return url.set(database=file.resolve().as_uri(), query={"mode": "ro", "uri": "true"})


def _reason(said: str, url: URL) -> str:
    said = _first_line(said)
    if url.get_backend_name() != "sqlite":
        return f"The database of endpoints.yml cannot be read: {said}"
    file = str(url.database).removeprefix("file://")
    if "locked" in said:
        return f"{file} is in use by another program: wait until it is done, then run this again."
    if "no such table" in said:
        return f"{file} is not a database of Rasa's conversations: look at `tracker_store` in endpoints.yml."
    if "malformed" in said or "not a database" in said or "disk image" in said:
        return f"{file} is damaged ({said}): move it away, or put a backup in its place."
    return f"{file} cannot be read: {said}"


def _first_line(said: str) -> str:
    return said.strip().partition("\n")[0].strip()
