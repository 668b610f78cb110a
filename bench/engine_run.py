"""One engine in a process of its own: `python -m bench.engine_run <model> <cases>` prints a line of JSON."""

from __future__ import annotations

import time

_STARTED = time.monotonic()

import asyncio  # noqa: E402
import json  # noqa: E402
import resource  # noqa: E402
import statistics  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from rasa_parts.without_tensorflow import keep_tensorflow_out  # noqa: E402

if TYPE_CHECKING:
    from rasa.core.agent import Agent

_PATIENTS = 12
MESSAGES = (
    "hi",
    "bent down to tie my shoe and my back locked up",
    "what is a spasm?",
    "how long will this last",
    "should I use ice or heat",
    "can I drive",
    "I was lifting boxes",
    "when are you open",
    "what does it cost",
    "thanks",
)


def main() -> None:
    """Loads, answers, and classifies the held-out cases."""
    keep_tensorflow_out(Path("config.yml"))
    from commands.quiet import be_quiet

    be_quiet()
    print(json.dumps(asyncio.run(_measure(Path(sys.argv[1]), Path(sys.argv[2])))))


async def _measure(model: Path, cases: Path) -> dict[str, float]:
    from bench.cases import FINAL, intent_cases
    from bench.robustness import spoiled
    from bench.scores import macro_f1
    from rasa_parts.loading import load_bot

    agent = load_bot(model)
    await agent.handle_text("hello", sender_id="first")
    start_s = time.monotonic() - _STARTED
    turns = []
    for patient in range(_PATIENTS):
        for message in MESSAGES:
            before = time.monotonic()
            await agent.handle_text(message, sender_id=f"patient {patient}")
            turns.append(1000 * (time.monotonic() - before))
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    held_out = intent_cases(FINAL, cases)
    wanted = [case.intent for case in held_out]
    got = [await _intent(agent, case.text) for case in held_out]
    got_spoiled = [await _intent(agent, spoiled(case.text)) for case in held_out]
    return {
        "start_s": start_s,
        "memory_mb": memory_mb,
        "turn_ms": statistics.median(turns),
        "turn_p95_ms": statistics.quantiles(turns, n=100)[94],
        "turn_p99_ms": statistics.quantiles(turns, n=100)[98],
        "error": sum(w != g for w, g in zip(wanted, got, strict=True)) / len(wanted),
        "error_macro": 1 - macro_f1(wanted, got),
        "error_spoiled": 1 - macro_f1(wanted, got_spoiled),
    }


async def _intent(agent: Agent, text: str) -> str:
    """The likeliest intent of a message, before the fallback's threshold."""
    parsed = await agent.parse_message(text)
    return next(str(r["name"]) for r in parsed["intent_ranking"] if r["name"] != "nlu_fallback")


if __name__ == "__main__":
    main()
