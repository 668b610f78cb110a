"""Asks: flags to be confirmed, the open question again, which of several."""

from __future__ import annotations

from triage.absorb import Absorbed
from triage.state import Message, TriageState
from triage.turn import FORM, ONSET_INTENTS, Turn


def confirming(state: TriageState) -> tuple[str, ...]:
    """The actions that ask about the flags to be confirmed: one with yes and no, several as a tick list."""
    asks = tuple(f"utter_ask_confirm_{flag}" for flag in state.asked_now())
    return asks if len(asks) == 1 else (*asks, "utter_ask_confirm_several")


def ask_confirmation(before: TriageState, state: TriageState, message: Message) -> Turn:
    """Asks about the flags to be confirmed; at first contact after a word of comfort."""
    first_contact = not before.triaged and message.requested is None and not before.confirm
    comfort = ("utter_comfort",) if first_contact and message.intent in ONSET_INTENTS else ()
    return Turn(state.with_(misunderstood=0), (*comfort, *confirming(state)))


def ask_again(state: TriageState, message: Message, question: str | None) -> tuple[str, ...]:
    """The actions that ask the open question once more."""
    if state.confirm:
        return confirming(state)
    if question and question != message.requested:
        return (f"utter_ask_{question}",)
    return () if state.triaged else (FORM,)


def unanswered(state: TriageState, absorbed: Absorbed, message: Message, question: str | None) -> Turn:
    """An open confirming question that the message does not answer, or not for which of the signs."""
    if absorbed.answer == "which":
        return Turn(state.with_(misunderstood=0), ("utter_which", *confirming(state)))
    if _is_other_matter(message):
        return Turn(state)
    return misunderstood(state, message, question)


def misunderstood(state: TriageState, message: Message, question: str | None) -> Turn:
    """Says so, in other words the second time, and asks again."""
    count = state.misunderstood + 1
    state = state.with_(misunderstood=count)
    sorry = "utter_unclear" if count == 1 else "utter_unclear_again"
    return Turn(state, (sorry, *ask_again(state, message, question)))


def _is_other_matter(message: Message) -> bool:
    """A question or remark of its own, which a rule answers before the question is asked again."""
    return bool(message.intent) and message.intent not in (
        "nlu_fallback",
        "affirm",
        "deny",
        "not_sure",
        "answer",
    )
