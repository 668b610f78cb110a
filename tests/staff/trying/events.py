"""Rasa's events as `as_dict` gives them, in short."""

from __future__ import annotations

from typing import Any

Event = dict[str, Any]


def user(text: str, intent: str | None = None, entities: list[Event] | None = None) -> Event:
    ranking = [{"name": intent, "confidence": 0.9}, {"name": "other", "confidence": 0.05}]
    parsed = {"intent": {"name": intent, "confidence": 0.9}, "intent_ranking": ranking, "entities": entities or []}
    return {"event": "user", "text": text, "parse_data": parsed, "metadata": {"at": "2026-11-16T17:00:00+00:00"}}


def action(name: str, policy: str = "ResumingRulePolicy") -> Event:
    return {"event": "action", "name": name, "policy": policy}


def bot(response: str, text: str = "text", *buttons: tuple[str, str], condition: Any = None) -> Event:
    data = {"buttons": [{"title": title, "payload": payload} for title, payload in buttons]}
    metadata = {"utter_action": response} | ({"condition": condition} if condition else {})
    return {"event": "bot", "text": text, "metadata": metadata, "data": data}


def slot(name: str, value: Any) -> Event:
    return {"event": "slot", "name": name, "value": value}


def loop(name: str | None) -> Event:
    return {"event": "active_loop", "name": name}
