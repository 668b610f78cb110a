"""Whether a message is about the back or about something else."""

from __future__ import annotations

import re

from triage.state import Message, TriageState
from triage.text import word_line
from triage.turn import ONSET_INTENTS

_THE_BACK = re.compile(
    r" (?:(?:lower|low|upper|mid|middle|my|me|his|her|their|the) back(?! (?:of|in|pocket|tooth|teeth))"
    r"|back (?:pain|spasm|spasms|hurts?|ache|aches|is|went|locked|seized|gave|muscles?)"
    r"|backache|spine|lumbar|sciatica|lumbago)(?= |$)"
)
# "Not my back", "I don't have back pain", "my back is fine": what hurts is elsewhere.
_NO_BACK = re.compile(
    r" (?:not|no|never|without|nothing wrong with|rather than|instead of)(?: (?:really|have|had|got|any|in|from|about"
    r"|the|my|a|actually))* (?:(?:lower|low|upper|mid) )?(?:back|spine)"
    r"(?: (?:pain|spasms?|aches?|problems?|trouble))?(?= |$)"
    r"| (?:my |the )?(?:(?:lower|low|upper|mid) )?(?:back|spine)(?: itself)? (?:(?:is|feels|seems)"
    r"(?: (?:totally|perfectly|completely|all|actually|just|doing))* (?:fine|ok|okay|good|great|alright|right|normal)"
    r"|is not (?:the (?:problem|issue|trouble)|it|hurting|sore|bad|involved)|does not (?:hurt|ache|bother)"
    r"|has no pain)(?= |$)"
)
_MY_BACK = re.compile(r" my (?:lower |low |upper |mid |whole )?back(?= |$)")


def is_another_complaint(state: TriageState, message: Message) -> bool:
    """Neck, knee, belly and the like, and nothing in the message that belongs to the back."""
    if message.intent != "other_body_part" or state.triaged:
        return False
    return not _hurts_in_the_back(message.text) and not state.present() - {"clot_signs"}


def _hurts_in_the_back(text: str) -> bool:
    """Whether a message speaks of the back, but for saying that the back is well."""
    return bool(_THE_BACK.search(_NO_BACK.sub("", word_line(text))))


def names_my_back(text: str) -> bool:
    """Whether a message speaks of the writer's own back."""
    return bool(_MY_BACK.search(word_line(text)))


def is_about_the_back(intent: str | None) -> bool:
    """Whether an intent is about a back that hurts."""
    return intent in ONSET_INTENTS or (intent or "").startswith("tell_")
