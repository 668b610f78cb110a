"""Whether a message is about the back or about something else."""

from __future__ import annotations

import re

from triage.state import Message, TriageState
from triage.text import words
from triage.turn import ONSET_INTENTS

_THE_BACK = re.compile(
    r" (?:(?:lower|low|upper|mid|middle|my|me|his|her|their|the) back(?! (?:of|in|pocket|tooth|teeth))"
    r"|back (?:pain|spasm|spasms|hurts?|ache|aches|is|went|locked|seized|gave|muscles?)"
    r"|backache|spine|lumbar|sciatica|lumbago)(?= |$)"
)
_MY_BACK = re.compile(r" my (?:lower |low |upper |mid |whole )?back(?= |$)")


def is_another_complaint(state: TriageState, message: Message) -> bool:
    """Neck, knee, belly and the like, and nothing in the message that belongs to the back."""
    if message.intent != "other_body_part" or state.triaged:
        return False
    return not _THE_BACK.search(_line(message.text)) and not state.present() - {"clot_signs"}


def names_my_back(text: str) -> bool:
    """Whether a message speaks of the writer's own back."""
    return bool(_MY_BACK.search(_line(text)))


def is_about_the_back(intent: str | None) -> bool:
    """Whether an intent is about a back that hurts."""
    return intent in ONSET_INTENTS or (intent or "").startswith("tell_")


def _line(text: str) -> str:
    return "".join(f" {word}" for word in words(text))
