"""Asks: flags to be confirmed, the open question again, which of several."""

from __future__ import annotations

from triage.absorb import Absorbed
from triage.state import Message, TriageState
from triage.turn import FORM, ONSET_INTENTS, Turn

COURSE_INTENTS = frozenset({"better", "same", "worse"})
# So often in all may the same question be asked without being answered before the phone number is given.
MOST_UNCLEAR = 3


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
        return ask_which(state, message, question)
    if absorbed.answer == "none_but":
        return none_or_which(state, message, question)
    if message.intent in COURSE_INTENTS:
        return how_it_goes_too_early(state, message, question)
    if _is_other_matter(message):
        return Turn(state)
    return misunderstood(state, message, question)


def misunderstood(state: TriageState, message: Message, question: str | None) -> Turn:
    """Says so, in other words the second time in a row, and asks again.

    The third time at one question there is the phone number, also when other matters came between.
    """
    count = state.misunderstood + 1
    state = unclear_once_more(state.with_(misunderstood=count), question)
    sorry = "utter_unclear" if count == 1 and not often_unclear(state, question) else "utter_unclear_again"
    return Turn(state, (sorry, *ask_again(state, message, question)))


def unclear_once_more(state: TriageState, question: str | None) -> TriageState:
    """Counts that the answer to `question` was not understood."""
    if question is None or often_unclear(state, question):
        return state
    return state.with_(explained=(*state.explained, f"unclear_{question}"))


def often_unclear(state: TriageState, question: str | None) -> bool:
    """Whether the answers to `question` were not understood as often as may be."""
    return state.explained.count(f"unclear_{question}") >= MOST_UNCLEAR


def ask_which(state: TriageState, message: Message, question: str | None) -> Turn:
    """Asks which of them; `not_sure` ends it when the next answer names none either."""
    state = state.with_(misunderstood=0, explained=(*state.explained, f"which_{question}"))
    return Turn(state, ("utter_which", *ask_again(state, message, question)))


def none_or_which(state: TriageState, message: Message, question: str | None) -> Turn:
    """Asks whether none of the list is meant, after a no with more beside it; the phone number when it goes on so."""
    state = unclear_once_more(state, question)
    said = "utter_unclear_again" if often_unclear(state, question) else "utter_none_or_which"
    return Turn(state, (said, *ask_again(state, message, question)))


def how_it_goes_too_early(state: TriageState, message: Message, question: str | None) -> Turn:
    """ "No relief", "it is back" before there is an outcome: no news of it, so the questions come first."""
    state = state.with_(misunderstood=0)
    if question is None:
        return Turn(state, ("utter_comfort", *ask_again(state, message, question)))
    return Turn(state, ("utter_check_first", *ask_again(state, message, question)))


def _is_other_matter(message: Message) -> bool:
    """A question or remark of its own, which a rule answers before the question is asked again."""
    return bool(message.intent) and message.intent not in (
        "nlu_fallback",
        "affirm",
        "deny",
        "not_sure",
        "answer",
    )
