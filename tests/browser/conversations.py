"""Conversations that have come some way before a browser shows them: what was said in them so far."""

from __future__ import annotations

import itertools
import json
import urllib.request
from typing import Any

SHOE_TYING = "bent over to tie my shoe and BAM my back seized up"
# A healthy adult with a first spasm.
DANGERS = (SHOE_TYING,)
NERVES = (*DANGERS, '/answer{"emergency_signs": "none"}')
AGE = (*NERVES, '/answer{"nerve_signs": "none"}')
LAST_QUESTION = (
    *AGE,
    '/answer{"age_group": "18_49"}',
    '/answer{"health_risks": "none"}',
    '/answer{"onset": "today"}',
)
FIRST_STEP = (*LAST_QUESTION, '/answer{"recurring": "no"}')
ICE = (*FIRST_STEP, "/next_step", "/next_step", '/answer{"cold_heat_cautions": "none"}')

_ids = itertools.count()


def begin(server: str, said: tuple[str, ...]) -> str:
    """Open a conversation at the address `server`, say all of `said` in it, and give its name."""
    conversation: str = ask(f"{server}open", {})["conversation"]
    for message in said:
        ask(f"{server}message", {"conversation": conversation, "id": f"before-{next(_ids)}", "message": message})
    return conversation


def history(server: str, conversation: str) -> dict[str, Any]:
    """What the server has stored of a conversation. Raises HTTPError if that is nothing."""
    return ask(f"{server}history", None, {"X-Conversation": conversation})


def ask(address: str, body: dict[str, str] | None, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """Ask the server without a browser."""
    content = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, content, {"Content-Type": "application/json", **(headers or {})})
    # Without the proxies that the surroundings may name.
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=15) as response:
        reply: dict[str, Any] = json.load(response)
        return reply
