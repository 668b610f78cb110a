"""Stored events and stores as Rasa would leave them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from staff.report.reading import Known
from staff.report.store import Event

MONDAY = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)
PHONE = "(406) 388-8118"
KNOWN = Known(
    flags=frozenset({"chest_pain", "fever", "collapse", "child"}),
    steps={"utter_step_lie_down": "lie_down", "utter_step_ice": "ice"},
    phone=PHONE,
)


def user(text: str, at: datetime = MONDAY, intent: str = "nlu_fallback", **entities: str) -> Event:
    """A message; `entities` are red flags and their roles."""
    found = [{"entity": "red_flag", "value": flag, "role": role} for flag, role in entities.items()]
    names = [intent, "report_spasm", "thanks", "goodbye", "greet"]
    ranking = [{"name": name, "confidence": 0.1} for name in names]
    parsed = {"intent": ranking[0], "entities": found, "intent_ranking": ranking}
    data = {"event": "user", "timestamp": 1.0, "metadata": {"at": at.isoformat()}, "text": text, "parse_data": parsed}
    return Event("user", None, json.dumps(data))


def bot(response: str, text: str = "…", *payloads: str) -> Event:
    buttons = [{"title": "…", "payload": payload} for payload in payloads]
    data = {"event": "bot", "text": text, "metadata": {"utter_action": response}, "data": {"buttons": buttons or None}}
    return Event("bot", None, json.dumps(data))


def slot(name: str, value: Any) -> Event:
    return Event("slot", name, json.dumps({"event": "slot", "name": name, "value": value}))


def form(name: str | None = "triage_form") -> Event:
    return Event("active_loop", name, json.dumps({"event": "active_loop", "name": name}))


def reset() -> Event:
    return Event("reset_slots", None, json.dumps({"event": "reset_slots"}))


def asking(question: str, *values: str) -> list[Event]:
    """The form asks a question."""
    payloads = [f'/answer{{"{question}": "{value}"}}' for value in values]
    return [form(), slot("requested_slot", question), bot(f"utter_ask_{question}", "…", *payloads)]


def project(folder: Path, store: str = "type: SQL\n  dialect: sqlite\n  db: var/conversations.db\n") -> Path:
    """A project whose endpoints.yml names `store`."""
    (folder / "var").mkdir(exist_ok=True)
    (folder / "endpoints.yml").write_text(f"tracker_store:\n  {store}", "utf-8")
    return folder


def stored_by_rasa(root: Path, conversations: Iterable[Sequence[Any]], prefix: str = "s") -> Path:
    """Rasa's own store in `root`/var with conversations of Rasa's own events; gives its file."""
    from rasa.core.tracker_store import SQLTrackerStore
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.trackers import DialogueStateTracker

    file = root / "var" / "conversations.db"
    store = SQLTrackerStore(Domain.empty(), db=str(file))

    async def save() -> None:
        for number, events in enumerate(conversations):
            await store.save(DialogueStateTracker.from_events(f"{prefix}{number:04}", list(events)))

    asyncio.run(save())
    store.engine.dispose()
    return file


def later(hours: float) -> datetime:
    return MONDAY + timedelta(hours=hours)
